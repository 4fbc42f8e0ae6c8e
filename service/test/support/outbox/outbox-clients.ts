import { expect } from 'vitest'
import type { Database } from '../../../src/db/database.js'
import { offerPage, type PagePosition } from '../../../src/orders/routing/offer-page.js'
import { abandonBatch } from '../../../src/outbox/batches/end-batches.js'
import { markSent } from '../../../src/outbox/batches/mark-sent.js'
import { confirmBatch } from '../../../src/outbox/confirm-batch.js'
import { openBatch } from '../../../src/outbox/open-batch.js'
import { openSession, type TestIntegration, type TestPlace } from '../place.js'
import type { OutboxBooks } from './outbox-books.js'
import type { OutboxComparison } from './outbox-comparison.js'
import { noteOf } from './outbox-contents.js'
import type { ModelBatch, ModelItem, OutboxModel } from './outbox-model.js'
import type { Step } from './outbox-operations.js'

interface ClientSession {
  id: number
  /** The last order of the open batch. */
  after: PagePosition | undefined
  batches: ModelBatch[]
  /** Its client never comes back with its cookie. */
  cookieless: boolean
}

/** The clients of the integrations: performs their calls on the database and on the model, and expects the same of both. */
export class OutboxClients {
  private readonly sessions: ClientSession[][] = []
  private readonly lastBatches = new Map<number, ClientSession>()

  constructor(
    private readonly db: Database,
    private readonly place: TestPlace,
    private readonly model: OutboxModel,
    private readonly integrations: readonly TestIntegration[],
    private readonly books: OutboxBooks,
    private readonly comparison: OutboxComparison,
  ) {}

  /** Adds the client of an integration. */
  async add(integration: TestIntegration): Promise<void> {
    this.sessions.push(await this.openSessions(integration))
  }

  /** The latest batch of the client's first session. */
  latestBatch(index: number): ModelBatch | undefined {
    return this.sessions[index]![0]!.batches.at(-1)
  }

  async query(at: Step<'query'>['at']): Promise<void> {
    const { index, integration, session, further } = this.at(at)
    for (const batch of session.batches)
      if (batch.state === 'open' || (batch.state === 'sent' && !further)) batch.state = 'abandoned'
    const { id } = await openBatch(this.db, {
      integrationKey: integration.key,
      sessionId: session.id,
      byCookie: !session.cookieless,
      by: further ? 'further-query' : 'query',
    })
    const batch: ModelBatch = { id, state: 'open', items: [] }
    session.batches.push(batch)
    session.after = undefined
    this.model.begin(index, batch)
    if (session.cookieless) this.lastBatches.set(integration.key, session)
  }

  async page(at: Step<'query'>['at'], limit: number): Promise<boolean> {
    const { index, integration, session, further } = this.at(at)
    const batch = session.batches.at(-1)
    if (!batch) return true
    const given = await offerPage(this.db, {
      batchId: batch.id,
      integrationKey: integration.key,
      companyId: this.place.companyId,
      after: session.after,
      limit,
      further,
    })
    expect(given.open).toBe(batch.state === 'open')
    if (!given.open) return true
    const before = session.batches.filter(({ state }) => state === 'sent').flatMap(({ items }) => items)
    const keys = await this.comparison.keys()
    const owed = this.model
      .owed(index)
      .map(item => ({
        ...item,
        position: { place: this.model.place(index, item.order), key: keys.get(item.order)! },
      }))
      .filter(
        ({ order, position }) =>
          isAfter(position, session.after) && !batch.items.some(item => item.order === order),
      )
      .sort((a, b) => (isAfter(a.position, b.position) ? 1 : -1))
      .map(({ position: _, ...item }) => item)
      .filter(item => !further || !before.some(other => sameItem(item, other)))
    const items = owed.slice(0, limit).filter(({ order }) => this.model.mayGo(index, order))
    // O2: what is noted is what is written.
    expect(
      given.orders.map(({ order, revision }) => ({ order: order.id, revision, note: order.comment })),
    ).toEqual(
      items.map(({ order, revision }) => ({ order, revision, note: noteOf(this.model.orders.get(order)!) })),
    )
    expect(given.last).toBe(owed.length <= limit)
    batch.items.push(...items)
    for (const { order, revision } of items)
      this.books.remember(order, revision, this.model.orders.get(order)!)
    session.after = given.after
    return given.last
  }

  async finish(at: Step<'query'>['at']): Promise<void> {
    const { index, session } = this.at(at)
    const batch = session.batches.at(-1)
    if (!batch) return
    if (batch.state === 'open') while (!(await this.page(at, 2)));
    expect(await markSent(this.db, batch.id)).toBe(batch.state === 'open')
    if (batch.state === 'open') this.model.send(index, batch)
  }

  async success(at: Step<'query'>['at']): Promise<void> {
    const { index, integration, session } = this.at(at)
    if (session.cookieless) return this.successWithoutCookie(index)
    const success = { integrationKey: integration.key, sessionId: session.id, itemsAtOnce: 2 }
    const outcome = await confirmBatch(this.db, success)
    expect(outcome).toEqual(this.expectConfirmed(index, session))
  }

  async successWithoutCookie(index: number): Promise<void> {
    const { key } = this.integrations[index]!
    const outcome = await confirmBatch(this.db, { integrationKey: key })
    const last = this.lastBatches.get(key)
    expect(outcome).toEqual(last ? this.expectConfirmed(index, last) : { result: 'nothing-asked' })
  }

  private expectConfirmed(index: number, session: ClientSession): object {
    const sent = session.batches.filter(({ state }) => state === 'sent')
    const latest = session.batches.at(-1)
    if (sent.length > 0) {
      for (const batch of sent) {
        this.books.save(index, batch)
        this.model.confirm(index, batch)
      }
      return { result: 'confirmed', orders: sent.reduce((sum, { items }) => sum + items.length, 0) }
    }
    if (!latest) return { result: 'nothing-asked' }
    if (latest.state === 'confirmed') return { result: 'already-confirmed' }
    return { result: 'refused', reason: 'unfinished' }
  }

  async cut(at: Step<'query'>['at']): Promise<void> {
    const batch = this.at(at).session.batches.at(-1)
    if (!batch) return
    await abandonBatch(this.db, batch.id)
    if (batch.state === 'open') batch.state = 'abandoned'
  }

  /** The client starts anew, with fresh sessions; what it was given is never confirmed. */
  async crash(index: number): Promise<void> {
    this.sessions[index] = await this.openSessions(this.integrations[index]!)
  }

  private async openSessions({ key }: TestIntegration): Promise<ClientSession[]> {
    const ids = [await openSession(this.db, key), await openSession(this.db, key)]
    await this.db.query('update exchange_session set cookie_seen = true where id = $1', [ids[1]])
    return ids.map((id, index) => ({ id, after: undefined, batches: [], cookieless: index === 0 }))
  }

  private at(at: Step<'query'>['at']) {
    const index = at.integration % this.integrations.length
    return {
      index,
      integration: this.integrations[index]!,
      session: this.sessions[index]![at.session]!,
      further: index === 1,
    }
  }
}

function isAfter(one: PagePosition, other: PagePosition | undefined): boolean {
  return !other || one.place > other.place || (one.place === other.place && one.key > other.key)
}

function sameItem(one: ModelItem, other: ModelItem): boolean {
  return one.order === other.order && one.revision === other.revision && one.resends === other.resends
}
