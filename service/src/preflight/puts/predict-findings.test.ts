import { CLIENTS, type Settings } from '@obmen/contract/settings'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TIMEZONE } from '../../../test/support/place.js'
import { randomBody } from '../../../test/support/sale-feed/random-body.js'
import type { SaveContext } from '../../orders/intake/load-save-context.js'
import { readOrder } from '../../orders/intake/read/read-order.js'
import type { NewOrder } from '../../orders/intake/save-types.js'
import { factsMatcher } from '../../orders/routing/rules.js'
import { NO_OTHER_ORDERS, type OtherOrders } from '../../orders/warnings/other-orders.js'
import { inspectOrder } from '../inspect-order.js'
import { openSerializedProfile, profilesOf } from '../preflight-profile.js'
import { tasksOf } from '../tasks-of.js'
import { inputOfNew, inspectNewOrders } from './inspect-new-orders.js'
import { assumptionsHold, findingsPredictor } from './predict-findings.js'

const COMPANY = '7a0e8d52-8a7e-4a5c-9d3c-1f1f0c9d2a11'
const KINDS: Partial<Settings>[] = [
  {},
  { ordernumber: 'platform' },
  { payments: 'documents' },
  { paymentrules: [{ gateway: 'CKassa' }, { status: 'purchased' }], closedbefore: '2024-01-01' },
]
const integrations = [...CLIENTS, 'auto' as const]
  .flatMap(client => KINDS.map(kind => ({ client, ...kind })))
  .map((settings, index) => ({
    ...{
      key: index + 1,
      id: `integration-${index + 1}`,
      name: 'Касса',
      signs: null,
      numberSet: index + 1,
      ownNumbers: false,
      linksItems: false,
    },
    settings: { paymentrules: [{}], paymentmethodname: 'Карта', ...settings } as Settings,
    lastCmlVersion: index % 3 === 0 ? '2.10' : null,
    connectedAt: new Date('2026-11-01T10:00:00Z'),
  }))
const company = { id: COMPANY, name: 'ООО «Ромашка»', archived: false, integrations }
const context: SaveContext = { timezone: TIMEZONE, companies: new Map([[COMPANY, company]]) }
const profiles = profilesOf(context)

/** Attributes that stand where the document tells numbers, and numbers as short as those assumed. */
const oddBody = fc
  .tuple(
    randomBody,
    fc.dictionary(
      fc.constantFrom(
        'Номер платежного документа',
        'номер  платежного документа',
        'НомерСайта',
        'Номер заказа на сайте',
      ),
      fc.constantFrom('1', '2', '7', '1001'),
      { maxKeys: 3 },
    ),
    fc.constantFrom(undefined, '1', '2', '7', 'A-1'),
  )
  .map(([body, attributes, number]) => ({
    ...body,
    ...{ companyId: COMPANY, attributes: { ...body.attributes, ...attributes } },
    ...(number !== undefined && { number }),
  }))

const circumstances = fc.record({
  body: oddBody,
  sequenceNumber: fc.oneof(
    fc.constantFrom(1, 2, 7),
    fc.integer({ min: 1, max: 999_999 }),
    fc.integer({ min: 1, max: 99_999_999_999 }),
  ),
  firstPayment: fc.oneof(
    fc.constantFrom(1, 7, 1001),
    fc.integer({ min: 1, max: 999_999 }),
    fc.integer({ min: 1, max: 10 ** 12 }),
  ),
  knowsItems: fc.boolean(),
  knowsBuyers: fc.subarray(['inn', 'phone', 'email', 'name'] as const),
})

it('the findings predicted for a new order are those found once everything is known, for every client', async () => {
  let asPredicted = 0
  let found = 0
  await fc.assert(
    fc.asyncProperty(
      circumstances,
      async ({ body, sequenceNumber, firstPayment, knowsItems, knowsBuyers }) => {
        const order = readOrder(body, undefined, findingsPredictor([...profiles.values()]))
        const owedTo = integrations.filter(
          ({ settings }) => !order.canceled && factsMatcher(order)(settings, TIMEZONE).matches,
        )
        const buyers = knowsBuyers.map(kind => ({ kind, value: 'x', name: 'Другой' }))
        const itemNames = new Map(knowsItems ? [[order.items[0]!.id, 'Иное']] : [])
        const others: OtherOrders = knowsItems || buyers.length > 0 ? { itemNames, buyers } : NO_OTHER_ORDERS
        const put: NewOrder = {
          ...{ key: 1, order, sequenceNumber, others },
          paymentNumbers: new Map(order.paymentIds.map((id, index) => [id, firstPayment + index])),
          owedTo: new Set(owedTo.map(({ key }) => key)),
        }
        const fast = await inspectNewOrders(context, [put])
        expect(fast.map(({ integrationKey }) => integrationKey)).toEqual(owedTo.map(({ key }) => key))
        for (const { integrationKey, findings, tasks } of fast) {
          const profile = openSerializedProfile(profiles.get(integrationKey)!)
          const input = { ...inputOfNew(put, JSON.parse(order.row.content()), profile), others }
          const full = inspectOrder(input)
          expect(findings.filter(({ expectedEffect: outlook }) => !outlook)).toEqual(
            full.filter(({ expectedEffect: outlook }) => !outlook),
          )
          expect(tasks).toEqual(tasksOf(input, full))
          found += findings.length
          if (order.prediction!.found.length > 0 && assumptionsHold(put, profile)) asPredicted++
        }
      },
    ),
    { numRuns: 1000 },
  )
  expect(asPredicted).toBeGreaterThan(1500)
  expect(found).toBeGreaterThan(1500)
}, 300_000)
