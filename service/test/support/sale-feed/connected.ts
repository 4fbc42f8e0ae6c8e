import { randomUUID } from 'node:crypto'
import type { Order } from '@obmen/contract'
import type { Settings } from '@obmen/contract/settings'
import type { Database } from '../../../src/db/database.js'
import { createIntegration } from '../../../src/integrations/create-integration.js'
import type { Integration } from '../../../src/integrations/integration.js'
import { applySettings } from '../../../src/orders/intake/apply-settings.js'
import { saveOrders } from '../../../src/orders/intake/save-orders.js'
import { stepRecalculation } from '../../../src/orders/routing/recalculation.js'
import { createCompany } from '../../../src/places/companies.js'
import { createLocation } from '../../../src/places/locations.js'
import { order, TIMEZONE } from './order.js'

/** A location with a company and one connected 1C. */
export interface Connected {
  db: Database
  integration: Integration
  /** Puts orders; each is the usual one with these changes. */
  put(orders: readonly Partial<Order>[]): Promise<void>
  /** A session of this 1C's. */
  session(): Promise<number>
}

export async function connect(db: Database, settings: Partial<Settings> = {}): Promise<Connected> {
  const location = await createLocation(db, { name: `Лофт ${randomUUID()}`, timezone: TIMEZONE })
  const company = await createCompany(db, location.id, { name: 'ООО «Лофт»', inn: '7707083893' })
  const { integration } = await createIntegration(
    db,
    {
      locationId: location.id,
      companyId: company.id,
      by: {},
      name: 'Бухгалтерия',
      settings: { paymentrules: [{}], paymentmethodname: 'Оплата картой внешняя', client: 'bp', ...settings },
    },
    applySettings,
  )
  while (await stepRecalculation(db, integration.key));
  return {
    db,
    integration,
    async put(changes) {
      const inputs = changes.map(change => ({ body: { ...order(change), companyId: company.id } }))
      for (const saved of await saveOrders(db, location.id, inputs)) if ('error' in saved) throw saved.error
    },
    async session() {
      const { rows } = await db.query<{ id: number }>(
        `insert into exchange_session (token_hash, integration_key) values (sha256(gen_random_uuid()::text::bytea), $1) returning id`,
        [integration.key],
      )
      return rows[0]!.id
    },
  }
}
