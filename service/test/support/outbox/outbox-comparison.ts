import { expect } from 'vitest'
import type { Database } from '../../../src/db/database.js'
import { orderExports } from '../../../src/orders/history/load-exports.js'
import { previewPage } from '../../../src/orders/routing/preview-page.js'
import type { TestIntegration, TestPlace } from '../place.js'
import type { OutboxModel } from './outbox-model.js'

/** Reads the database and expects it to be as the model says. */
export class OutboxComparison {
  constructor(
    private readonly db: Database,
    private readonly place: TestPlace,
    private readonly model: OutboxModel,
    private readonly integrations: readonly TestIntegration[],
  ) {}

  /** Entries of every order to every integration. */
  async entries(): Promise<void> {
    const { rows } = await this.db.query<{ text: string }>(
      `select concat_ws(' ', o.id, i.key, coalesce(e.pending_revision, 0), coalesce(e.confirmed_revision, 0),
                        coalesce(e.sent_revision, 0), e.held_since is not null) as text
         from sale_order o join integration i on i.company_id = o.company_id
         left join outbox_entry e on e.integration_key = i.key and e.order_key = o.key
        where o.location_id = $1 order by o.key, i.key`,
      [this.place.locationId],
    )
    const expected = [...this.model.orders.keys()].flatMap(id =>
      this.integrations.map(({ key }, index) => {
        const { pending, confirmed, sent, held } = this.model.entry(index, id)
        return [id, key, pending, confirmed, sent, held ? 't' : 'f'].join(' ')
      }),
    )
    expect(rows.map(({ text }) => text)).toEqual(expected)
  }

  /** What each 1C holds of every order, once everything is confirmed. */
  async exports(): Promise<void> {
    for (const { id } of this.model.orders.values()) {
      const told = await orderExports(this.db, this.place.locationId, id)
      expect(told.map(({ state }) => state)).toEqual(
        this.integrations.map((_, index) =>
          this.model.entry(index, id).sent > 0 ? 'confirmed' : 'not-matching',
        ),
      )
    }
  }

  async owed(index: number): Promise<{ order: string; revision: number }[]> {
    const orders = await previewPage(this.db, this.integrations[index]!.key, 100)
    return orders.map(({ order, revision }) => ({ order: order.id, revision }))
  }

  async keys(): Promise<Map<string, number>> {
    const { rows } = await this.db.query<{ id: string; key: number }>(
      'select id, key from sale_order where location_id = $1',
      [this.place.locationId],
    )
    return new Map(rows.map(({ id, key }) => [id, key]))
  }
}
