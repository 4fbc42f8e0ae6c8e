import type { Settings } from '@obmen/contract/settings'
import { orderBody, type TestPlace } from '../place.js'
import type { ModelContent } from './outbox-model.js'
import type { Step } from './outbox-operations.js'

const method = 'Карта'
export const SETTINGS: Settings[] = [
  { paymentrules: [{ status: 'purchased', gateway: 'CKassa' }], paymentmethodname: method },
  { paymentrules: [{}], paymentmethodname: method },
  { paymentrules: [{ status: 'new' }, { gateway: 'Яндекс' }], paymentmethodname: method },
]
const STATUSES = ['purchased', 'new', 'canceled', 'refunded']
const GATEWAYS = ['CKassa', 'Яндекс', undefined]

/** The content that an operation's numbers stand for. */
export function contentOf({ status, gateway, day, note }: Step<'put'>['content']): ModelContent {
  return { status: STATUSES[status]!, gateway: GATEWAYS[gateway], day, note }
}

/** Tells contents apart in the order's comment. */
export function noteOf({ status, gateway, day, note }: ModelContent): string {
  return [status, gateway, day, note].join(' ')
}

/** Orders of an earlier month would be risky, and offered last. */
const NEXT_MONTH = new Date(Date.now() + 31 * 24 * 3600 * 1000).toISOString().slice(0, 7)

export function bodyOf(place: TestPlace, { id, ...content }: ModelContent & { id: string }): object {
  const { status, gateway, day, note } = content
  const payment = { id: `pay-${gateway}`, status: 'pending' as const, amount: '3000.00' }
  const { lines } = orderBody(place)
  return orderBody(place, {
    id,
    status,
    placedAt: `${NEXT_MONTH}-${10 + day}T12:00:00+05:00`,
    // It grows with its note.
    lines: Array.from({ length: 1 + note }, (_, index) => ({ ...lines[0]!, id: `svc-${index}` })),
    total: `${3000 * (1 + note)}.00`,
    payments: gateway === undefined ? [] : [{ ...payment, gateway }],
    comment: noteOf(content),
  })
}
