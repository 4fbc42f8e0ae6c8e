import type { Settings } from '@obmen/contract/settings'
import { expect } from 'vitest'
import type { Database } from '../../../src/db/database.js'
import { holdOrder } from '../../../src/orders/hold-order.js'
import { saveOrders } from '../../../src/orders/intake/save-orders.js'
import { resendOrder } from '../../../src/orders/resend-order.js'
import { stepRecalculation } from '../../../src/orders/routing/recalculation.js'
import { releaseOrder } from '../../../src/preflight/by-person.js'
import { changeSettings, connect, makePlace, type TestIntegration, type TestPlace } from '../place.js'
import { OutboxBooks } from './outbox-books.js'
import { OutboxClients } from './outbox-clients.js'
import { OutboxComparison } from './outbox-comparison.js'
import { bodyOf, contentOf, noteOf, SETTINGS } from './outbox-contents.js'
import { OutboxModel } from './outbox-model.js'
import type { Operation, Step } from './outbox-operations.js'

/** Performs operations on the database and on the model, and finds them equal after each. */
export class OutboxHarness {
  private readonly model = new OutboxModel()
  private readonly integrations: TestIntegration[] = []
  private readonly books = new OutboxBooks(this.model)
  private readonly comparison: OutboxComparison
  private readonly clients: OutboxClients

  private constructor(
    private readonly db: Database,
    private readonly place: TestPlace,
  ) {
    this.comparison = new OutboxComparison(db, place, this.model, this.integrations)
    this.clients = new OutboxClients(db, place, this.model, this.integrations, this.books, this.comparison)
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
        await this.clients.query(operation.at)
        break
      case 'page':
        await this.clients.page(operation.at, operation.limit)
        break
      case 'finish':
        await this.clients.finish(operation.at)
        break
      case 'download':
        await this.clients.query(operation.at)
        await this.clients.finish(operation.at)
        break
      case 'success':
        await this.clients.success(operation.at)
        break
      case 'exchange':
        await this.clients.query(operation.at)
        await this.clients.finish(operation.at)
        await this.clients.success(operation.at)
        break
      case 'success-without-cookie':
        await this.clients.successWithoutCookie(operation.integration % this.integrations.length)
        break
      case 'cut':
        await this.clients.cut(operation.at)
        break
      case 'crash':
        await this.clients.crash(operation.integration % this.integrations.length)
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
        await this.clients.query(at)
        await this.clients.finish(at)
        await this.clients.success(at)
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
    await this.clients.query(at)
    await this.clients.finish(at)
    await this.clients.success(at)
    expect(
      this.clients.latestBatch(index)!.items.filter(({ order }) => this.model.isHeld(index, order)),
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
          changed: expected === 'accepted',
          revision: this.model.orders.get(id)!.revision,
        })
    })
    const last = results.at(-1)!
    if ('owedTo' in last)
      expect(last.owedTo).toEqual(
        this.integrations.filter((_, index) => this.model.isOwed(index, last.id)).map(({ id }) => id),
      )
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
    await this.clients.add(integration)
    this.books.open()
    this.model.connect(settings)
    this.model.recalculate(this.integrations.length - 1, Number.POSITIVE_INFINITY)
  }
}
