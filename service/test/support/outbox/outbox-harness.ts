import type { Settings } from '@obmen/contract/settings'
import { expect } from 'vitest'
import type { Database } from '../../../src/db/database.js'
import { holdOrder, releaseOrder } from '../../../src/orders/hold-order.js'
import { saveOrders } from '../../../src/orders/intake/save-orders.js'
import { resendOrder } from '../../../src/orders/resend-order.js'
import { offerPage, type PagePosition } from '../../../src/orders/routing/offer-page.js'
import { stepRecalculation } from '../../../src/orders/routing/recalculation.js'
import { abandonBatch } from '../../../src/outbox/batches/abandon-batch.js'
import { confirmBatch } from '../../../src/outbox/batches/confirm-batch.js'
import { markSent } from '../../../src/outbox/batches/mark-sent.js'
import { openBatch } from '../../../src/outbox/batches/open-batch.js'
import {
  changeSettings,
  connect,
  makePlace,
  openSession,
  type TestIntegration,
  type TestPlace,
} from '../place.js'
import { OutboxBooks } from './outbox-books.js'
import { OutboxComparison } from './outbox-comparison.js'
import { bodyOf, contentOf, noteOf, SETTINGS } from './outbox-contents.js'
import { type ModelBatch, type ModelItem, OutboxModel } from './outbox-model.js'
import type { Operation, Step } from './outbox-operations.js'

interface HarnessSession {
  id: number
  /** The last order of the open batch. */
  after: PagePosition | undefined
  batches: ModelBatch[]
  /** Its client never comes back with its cookie. */
  cookieless: boolean
}

/** Performs operations on the database and on the model, and finds them equal after each. */
export class OutboxHarness {
  private readonly model = new OutboxModel()
  private readonly integrations: TestIntegration[] = []
  private readonly sessions: HarnessSession[][] = []
  private readonly lastBatches = new Map<number, HarnessSession>()
  private readonly books = new OutboxBooks(this.model)
  private readonly comparison: OutboxComparison

  private constructor(
    private readonly db: Database,
    private readonly place: TestPlace,
  ) {
    this.comparison = new OutboxComparison(db, place, this.model, this.integrations)
  }

  /** Revisions that a 1C saved a second time with nobody asking for it. */
  get twice(): readonly string[] {
    return this.books.twice
  }

  static async begin(db: Database): Promise<OutboxHarness> {
    const harness = new OutboxHarness(db, await makePlace(db))
    await harness.connect(SETTINGS[0]!)
    await harness.connect(SETTINGS[1]!)
    return harness
  }

  async perform(operation: Operation): Promise<void> {
    switch (operation.do) {
      case 'put':
        await this.put([operation])
        break
      case 'put-many':
        await this.put(operation.orders)
        break
      case 'query':
        await this.query(operation.at)
        break
      case 'page':
        await this.page(operation.at, operation.limit)
        break
      case 'finish':
        await this.finish(operation.at)
        break
      case 'download':
        await this.query(operation.at)
        await this.finish(operation.at)
        break
      case 'success':
        await this.success(operation.at)
        break
      case 'exchange':
        await this.query(operation.at)
        await this.finish(operation.at)
        await this.success(operation.at)
        break
      case 'success-without-cookie':
        await this.successWithoutCookie(operation.integration % this.integrations.length)
        break
      case 'cut':
        await this.cut(operation.at)
        break
      case 'crash':
        await this.crash(operation.integration % this.integrations.length)
        break
      case 'resend':
        await this.resend(operation)
        break
      case 'hold':
        await this.hold(operation)
        break
      case 'release':
        await this.release(operation)
        break
      case 'settings':
        await this.settings(operation)
        break
      case 'recalculate':
        await this.recalculate(operation)
        break
      case 'connect':
        if (this.integrations.length < 3) await this.connect(SETTINGS[operation.settings]!)
    }
    await this.comparison.entries()
  }

  /** Everybody downloads to the end: then nothing is owed, and every 1C has the newest of whatever it was ever to have. */
  async settle(): Promise<void> {
    for (let index = 0; index < this.integrations.length; index++) {
      // What is held stays behind, whatever it is owed (O9).
      await this.drain(index)
      for (const id of this.model.orders.keys())
        await this.release({ do: 'release', integration: index, order: Number(id.slice(2)) })
      await this.recalculate({ do: 'recalculate', integration: index, orders: 1000 })
      for (let turn = 0; this.model.owed(index).length > 0; turn++) {
        expect(turn).toBeLessThan(5)
        const at = { integration: index, session: 0 }
        await this.query(at)
        await this.finish(at)
        await this.success(at)
      }
      expect(await this.comparison.owed(index)).toEqual([])
      for (const order of this.model.orders.values()) {
        const entry = this.model.entry(index, order.id)
        if (entry.sent === 0) continue
        expect(this.books.saved(index, order.id)).toEqual({ revision: order.revision, note: noteOf(order) })
      }
    }
    await this.comparison.exports()
  }

  private async drain(index: number): Promise<void> {
    const at = { integration: index, session: 0 }
    await this.query(at)
    await this.finish(at)
    await this.success(at)
    expect(
      this.sessions[index]![0]!.batches.at(-1)!.items.filter(({ order }) => this.model.isHeld(index, order)),
    ).toEqual([])
  }

  private async put(orders: readonly { order: number; content: Step<'put'>['content'] }[]): Promise<void> {
    const contents = orders.map(({ order, content }) => ({ id: `o-${order}`, ...contentOf(content) }))
    const results = await saveOrders(
      this.db,
      this.place.locationId,
      contents.map(each => ({ body: bodyOf(this.place, each) })),
    )
    contents.forEach(({ id, ...content }, index) => {
      const expected = this.model.put(id, content)
      const result = results[index]!
      if (expected === 'placed-at-fixed') expect(result).toMatchObject({ error: { code: expected } })
      else
        expect(result).toMatchObject({
          changed: expected === 'taken',
          revision: this.model.orders.get(id)!.revision,
        })
    })
    const last = results.at(-1)!
    if ('owedTo' in last)
      expect(last.owedTo).toEqual(
        this.integrations.filter((_, index) => this.model.isOwed(index, last.id)).map(({ id }) => id),
      )
  }

  private async query(at: Step<'query'>['at']): Promise<void> {
    const { index, integration, session, further } = this.at(at)
    for (const batch of session.batches)
      if (batch.state === 'open' || (batch.state === 'sent' && !further)) batch.state = 'abandoned'
    const { id } = await openBatch(this.db, {
      integrationKey: integration.key,
      sessionId: session.id,
      by: further ? 'further-query' : 'query',
    })
    const batch: ModelBatch = { id, state: 'open', items: [] }
    session.batches.push(batch)
    session.after = undefined
    this.model.begin(index, batch)
    if (session.cookieless) this.lastBatches.set(integration.key, session)
  }

  private async page(at: Step<'query'>['at'], limit: number): Promise<boolean> {
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

  private async finish(at: Step<'query'>['at']): Promise<void> {
    const { index, session } = this.at(at)
    const batch = session.batches.at(-1)
    if (!batch) return
    if (batch.state === 'open') while (!(await this.page(at, 2)));
    expect(await markSent(this.db, batch.id)).toBe(batch.state === 'open')
    if (batch.state === 'open') this.model.send(index, batch)
  }

  private async success(at: Step<'query'>['at']): Promise<void> {
    const { index, integration, session } = this.at(at)
    const outcome = await confirmBatch(this.db, { integrationKey: integration.key, sessionId: session.id })
    expect(outcome).toEqual(this.expectConfirmed(index, session))
  }

  private async successWithoutCookie(index: number): Promise<void> {
    const { key } = this.integrations[index]!
    const outcome = await confirmBatch(this.db, { integrationKey: key })
    const last = this.lastBatches.get(key)
    expect(outcome).toEqual(last ? this.expectConfirmed(index, last) : { result: 'nothing-asked' })
  }

  private expectConfirmed(index: number, session: HarnessSession): object {
    const sent = session.batches.filter(({ state }) => state === 'sent')
    const latest = session.batches.at(-1)
    if (sent.length > 0) {
      for (const batch of sent) {
        this.books.enter(index, batch)
        this.model.confirm(index, batch)
      }
      return { result: 'confirmed', orders: sent.reduce((sum, { items }) => sum + items.length, 0) }
    }
    if (!latest) return { result: 'nothing-asked' }
    if (latest.state === 'confirmed') return { result: 'already-confirmed' }
    return { result: 'refused', reason: 'unfinished' }
  }

  private async cut(at: Step<'query'>['at']): Promise<void> {
    const batch = this.at(at).session.batches.at(-1)
    if (!batch) return
    await abandonBatch(this.db, batch.id)
    if (batch.state === 'open') batch.state = 'abandoned'
  }

  /** The client starts anew, with fresh sessions; what it was given is never confirmed. */
  private async crash(index: number): Promise<void> {
    this.sessions[index] = await this.openSessions(this.integrations[index]!)
  }

  private async resend({ integration, order }: Step<'resend'>): Promise<void> {
    const index = integration % this.integrations.length
    const id = `o-${order}`
    if (!this.model.orders.has(id)) return
    const asked = resendOrder(this.db, this.place.locationId, id, this.integrations[index]!.id)
    if (this.model.resend(index, id)) await asked
    else await expect(asked).rejects.toMatchObject({ code: 'resend-not-matching' })
  }

  private async hold({ integration, order }: Step<'hold'>): Promise<void> {
    const index = integration % this.integrations.length
    const id = `o-${order}`
    if (!this.model.orders.has(id)) return
    const held = { integrationId: this.integrations[index]!.id, reason: 'Ждём договор', by: {} }
    await holdOrder(this.db, this.place.locationId, id, held)
    this.model.entry(index, id).held = true
  }

  private async release({ integration, order }: Step<'release'>): Promise<void> {
    const index = integration % this.integrations.length
    const id = `o-${order}`
    if (!this.model.orders.has(id)) return
    const integrationId = this.integrations[index]!.id
    await releaseOrder(this.db, this.place.locationId, id, { integrationId, by: {} })
    this.model.entry(index, id).held = false
  }

  private async settings({ integration, settings }: Step<'settings'>): Promise<void> {
    const index = integration % this.integrations.length
    await changeSettings(this.db, this.place, this.integrations[index]!.key, SETTINGS[settings]!)
    this.model.change(index, SETTINGS[settings]!)
  }

  /** One step, as any server takes it; then others may come between. */
  private async recalculate({ integration, orders }: Step<'recalculate'>): Promise<void> {
    const index = integration % this.integrations.length
    await stepRecalculation(this.db, this.integrations[index]!.key, orders)
    this.model.recalculate(index, orders)
  }

  private async connect(settings: Settings): Promise<void> {
    const integration = await connect(this.db, this.place, settings)
    this.integrations.push(integration)
    this.sessions.push(await this.openSessions(integration))
    this.books.open()
    this.model.connect(settings)
    this.model.recalculate(this.integrations.length - 1, Number.POSITIVE_INFINITY)
  }

  private async openSessions({ key }: TestIntegration): Promise<HarnessSession[]> {
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
