import type { Settings } from '@obmen/contract/settings'
import { expect } from 'vitest'
import type { Database } from '../../../src/db/database.js'
import { orderExports } from '../../../src/orders/history/order-exports.js'
import { saveOrders } from '../../../src/orders/intake/save-orders.js'
import { resendOrder } from '../../../src/orders/resend-order.js'
import { offerPage } from '../../../src/orders/routing/offer-page.js'
import { previewPage } from '../../../src/orders/routing/preview-page.js'
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
  orderBody,
  type TestIntegration,
  type TestPlace,
} from '../place.js'
import { type ModelBatch, type ModelContent, type ModelItem, OutboxModel } from './outbox-model.js'
import type { Operation, Step } from './outbox-operations.js'

const method = 'Карта'
const SETTINGS: Settings[] = [
  { paymentrules: [{ status: 'purchased', gateway: 'CKassa' }], paymentmethodname: method },
  { paymentrules: [{}], paymentmethodname: method },
  { paymentrules: [{ status: 'new' }, { gateway: 'Яндекс' }], paymentmethodname: method },
]
const STATUSES = ['purchased', 'new', 'canceled', 'refunded']
const GATEWAYS = ['CKassa', 'Яндекс', undefined]

interface HarnessSession {
  id: number
  /** Key of the last order of the open batch. */
  after: number
  batches: ModelBatch[]
  /** Its client never comes back with its cookie. */
  cookieless: boolean
}

/** Performs operations on the database and on the model, and finds them equal after each. */
export class OutboxHarness {
  readonly twice: string[] = []
  private readonly model = new OutboxModel()
  private readonly integrations: TestIntegration[] = []
  private readonly sessions: HarnessSession[][] = []
  private readonly lastBatches = new Map<number, HarnessSession>()
  /** What each 1C has: the newest revision of each order that it said success for. */
  private readonly books: Map<string, { revision: number; note: string }>[] = []

  private constructor(
    private readonly db: Database,
    private readonly place: TestPlace,
  ) {}

  static async begin(db: Database): Promise<OutboxHarness> {
    const trial = new OutboxHarness(db, await makePlace(db))
    await trial.connect(SETTINGS[0]!)
    await trial.connect(SETTINGS[1]!)
    return trial
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
      case 'settings':
        await this.settings(operation)
        break
      case 'recalculate':
        await this.recalculate(operation)
        break
      case 'connect':
        if (this.integrations.length < 3) await this.connect(SETTINGS[operation.settings]!)
    }
    await this.compareEntries()
  }

  /** Everybody downloads to the end: then nothing is owed, and every 1C has the newest of whatever it was ever to have. */
  async settle(): Promise<void> {
    for (let index = 0; index < this.integrations.length; index++) {
      await this.recalculate({ do: 'recalculate', integration: index, orders: 1000 })
      for (let turn = 0; this.model.owed(index).length > 0; turn++) {
        expect(turn).toBeLessThan(5)
        const at = { integration: index, session: 0 }
        await this.query(at)
        await this.finish(at)
        await this.success(at)
      }
      expect(await this.owedInDatabase(index)).toEqual([])
      for (const order of this.model.orders.values()) {
        const entry = this.model.entry(index, order.id)
        if (entry.sent === 0) continue
        expect(this.books[index]!.get(order.id)).toEqual({ revision: order.revision, note: noteOf(order) })
      }
    }
    await this.compareExports()
  }

  private async put(orders: readonly { order: number; content: Step<'put'>['content'] }[]): Promise<void> {
    const contents = orders.map(({ order, content }) => ({ id: `o-${order}`, ...meant(content) }))
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
    const id = await openBatch(this.db, {
      integrationKey: integration.key,
      sessionId: session.id,
      by: further ? 'further-query' : 'query',
    })
    const batch: ModelBatch = { id, state: 'open', items: [] }
    session.batches.push(batch)
    session.after = 0
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
    const keys = await this.keys()
    const owed = this.model
      .owed(index)
      .filter(({ order }) => keys.get(order)! > session.after)
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
      this.notes.set(`${order} ${revision}`, noteOf(this.model.orders.get(order)!))
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
        this.enterBooks(index, batch)
        this.model.confirm(index, batch)
      }
      return { result: 'confirmed', orders: sent.reduce((sum, { items }) => sum + items.length, 0) }
    }
    if (!latest) return { result: 'nothing-asked' }
    if (latest.state === 'confirmed') return { result: 'already-confirmed' }
    return { result: 'refused', reason: 'unfinished' }
  }

  private readonly notes = new Map<string, string>()

  /** What 1C saves. The same revision a second time, with nobody asking for it, would undo what its accountant did since. */
  private enterBooks(index: number, batch: ModelBatch): void {
    for (const { order, revision, resends } of batch.items) {
      const { resends: asked, confirmed } = this.model.entry(index, order)
      const once = `integration ${index}, order ${order}, revision ${revision}, resend ${resends}`
      if (asked === resends && confirmed >= revision && !this.isGivenElsewhere(index, order, batch))
        this.twice.push(once)
      const had = this.books[index]!.get(order)
      if (!had || had.revision <= revision)
        this.books[index]!.set(order, { revision, note: this.notes.get(`${order} ${revision}`)! })
    }
  }

  /** Two downloads side by side may both hold a revision; that is the client's doing. */
  private isGivenElsewhere(index: number, order: string, batch: ModelBatch): boolean {
    return this.model.integrations[index]!.batches.some(
      other => other !== batch && other.items.some(item => item.order === order),
    )
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
    this.books.push(new Map())
    this.model.connect(settings)
    this.model.recalculate(this.integrations.length - 1, Number.POSITIVE_INFINITY)
  }

  private async openSessions({ key }: TestIntegration): Promise<HarnessSession[]> {
    const ids = [await openSession(this.db, key), await openSession(this.db, key)]
    await this.db.query('update exchange_session set cookie_seen = true where id = $1', [ids[1]])
    return ids.map((id, index) => ({ id, after: 0, batches: [], cookieless: index === 0 }))
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

  private async compareEntries(): Promise<void> {
    const { rows } = await this.db.query<{ text: string }>(
      `select concat_ws(' ', o.id, i.key, coalesce(e.pending_revision, 0), coalesce(e.confirmed_revision, 0),
                        coalesce(e.sent_revision, 0)) as text
         from sale_order o join integration i on i.company_id = o.company_id
         left join outbox_entry e on e.integration_key = i.key and e.order_key = o.key
        where o.location_id = $1 order by o.key, i.key`,
      [this.place.locationId],
    )
    const expected = [...this.model.orders.keys()].flatMap(id =>
      this.integrations.map(({ key }, index) => {
        const { pending, confirmed, sent } = this.model.entry(index, id)
        return [id, key, pending, confirmed, sent].join(' ')
      }),
    )
    expect(rows.map(({ text }) => text)).toEqual(expected)
  }

  private async compareExports(): Promise<void> {
    for (const { id } of this.model.orders.values()) {
      const told = await orderExports(this.db, this.place.locationId, id)
      expect(told.map(({ state }) => state)).toEqual(
        this.integrations.map((_, index) =>
          this.model.entry(index, id).sent > 0 ? 'confirmed' : 'not-matching',
        ),
      )
    }
  }

  private async owedInDatabase(index: number): Promise<{ order: string; revision: number }[]> {
    const orders = await previewPage(this.db, this.integrations[index]!.key, 0, 100)
    return orders.map(({ order, revision }) => ({ order: order.id, revision }))
  }

  private async keys(): Promise<Map<string, number>> {
    const { rows } = await this.db.query<{ id: string; key: number }>(
      'select id, key from sale_order where location_id = $1',
      [this.place.locationId],
    )
    return new Map(rows.map(({ id, key }) => [id, key]))
  }
}

function meant({ status, gateway, day, note }: Step<'put'>['content']): ModelContent {
  return { status: STATUSES[status]!, gateway: GATEWAYS[gateway], day, note }
}

function noteOf({ status, gateway, day, note }: ModelContent): string {
  return [status, gateway, day, note].join(' ')
}

function bodyOf(place: TestPlace, { id, ...content }: ModelContent & { id: string }): object {
  const { status, gateway, day, note } = content
  const payment = { id: `pay-${gateway}`, status: 'pending' as const, amount: '3000.00' }
  const { lines } = orderBody(place)
  return orderBody(place, {
    id,
    status,
    placedAt: `2026-11-${10 + day}T12:00:00+05:00`,
    // It grows with its note.
    lines: Array.from({ length: 1 + note }, (_, index) => ({ ...lines[0]!, id: `svc-${index}` })),
    total: `${3000 * (1 + note)}.00`,
    payments: gateway === undefined ? [] : [{ ...payment, gateway }],
    comment: noteOf(content),
  })
}

function sameItem(one: ModelItem, other: ModelItem): boolean {
  return one.order === other.order && one.revision === other.revision && one.resends === other.resends
}
