import { explainMismatch, type Locale } from '@obmen/contract'
import type { Settings } from '@obmen/contract/settings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { routingSettings, sameRouting } from '../../integrations/routing-settings.js'
import { matchesRules, mismatchOf, type RuleSettings, ruleFacts, rulesCondition } from './rules.js'

const MOSCOW = 'Europe/Moscow'
const CARD: RuleSettings = {
  paymentrules: [{ status: 'purchased', gateway: 'CKassa' }],
  paymentmethodname: 'Карта',
}
const order = (changes: object = {}) => ({
  status: 'purchased',
  placedAt: '2026-11-17T12:00:00+03:00',
  payments: [{ gateway: 'CKassa', status: 'paid' as const }],
  ...changes,
})
const why = (subject: ReturnType<typeof order>, settings: RuleSettings, language: Locale = 'ru') =>
  matchesRules(subject, settings, MOSCOW).matches
    ? undefined
    : explainMismatch(mismatchOf(ruleFacts(subject), settings, MOSCOW, 10), language)

describe('the rules of an integration', () => {
  it('the first rule that an order meets gives the name of the payment method', () => {
    const settings = {
      paymentrules: [{ status: 'new' }, { gateway: 'CKassa', paymentmethodname: 'CKassa' }, {}],
      paymentmethodname: 'Карта',
    }
    expect(matchesRules(order(), settings, MOSCOW)).toEqual({ matches: true, rule: 1, methodName: 'CKassa' })
    expect(matchesRules(order({ payments: [] }), settings, MOSCOW)).toEqual({
      matches: true,
      rule: 2,
      methodName: 'Карта',
    })
  })

  it('a payment that failed or was canceled does not count, a refunded one does', () => {
    for (const status of ['failed', 'canceled'])
      expect(matchesRules(order({ payments: [{ gateway: 'CKassa', status }] }), CARD, MOSCOW).matches).toBe(
        false,
      )
    for (const status of ['pending', 'refunded'])
      expect(matchesRules(order({ payments: [{ gateway: 'CKassa', status }] }), CARD, MOSCOW).matches).toBe(
        true,
      )
  })

  it("ordersfrom is a day of the location's calendar", () => {
    const settings = { ...CARD, ordersfrom: '2026-11-17' }
    const at = (placedAt: string) => matchesRules(order({ placedAt }), settings, MOSCOW).matches
    expect(at('2026-11-16T20:59:59Z')).toBe(false)
    expect(at('2026-11-16T21:00:00Z')).toBe(true)
    expect(at('2026-11-17T00:00:00+05:00')).toBe(false)
  })

  it('what does not match is explained part by part', () => {
    expect(why(order(), CARD)).toBeUndefined()
    expect(why(order({ status: 'new' }), CARD)).toBe('Статус «new» вместо «purchased».')
    expect(why(order({ payments: [] }), CARD)).toBe('Нет действующей оплаты через «CKassa».')
    expect(why(order({ placedAt: '2020-01-01T00:00:00Z' }), { ...CARD, ordersfrom: '2026-11-17' })).toContain(
      '17.11.2026',
    )
    const two = { ...CARD, paymentrules: [...CARD.paymentrules, { status: 'paid', gateway: 'Яндекс' }] }
    expect(why(order({ status: 'new' }), two)).toBe(
      'Правило 1: статус «new» вместо «purchased»; правило 2: статус «new» вместо «paid», оплата через «CKassa» вместо «Яндекс».',
    )
  })

  it('ten rules and ten gateways that do not match are named, the others counted', () => {
    const paidBy = (count: number) =>
      order({ payments: Array.from({ length: count }, (_, at) => ({ gateway: `g${at}`, status: 'paid' })) })
    const asking = (count: number): RuleSettings => ({
      ...CARD,
      paymentrules: Array.from({ length: count }, (_, at) => ({ gateway: `e${at}` })),
    })
    const ten = '«g0», «g1», «g2», «g3», «g4», «g5», «g6», «g7», «g8», «g9»'
    expect(why(paidBy(10), asking(1))).toBe(`Оплата через ${ten} вместо «e0».`)
    expect(why(paidBy(12), asking(1))).toBe(`Оплата через ${ten} и ещё 2 вместо «e0».`)
    expect(why(paidBy(12), asking(1), 'en')).toBe(
      'Paid by “g0”, “g1”, “g2”, “g3”, “g4”, “g5”, “g6”, “g7”, “g8”, “g9” and 2 more instead of “e0”.',
    )
    expect(why(paidBy(1), asking(12))).toMatch(
      /; правило 10: оплата через «g0» вместо «e9»; и ещё 2 правила\.$/,
    )
    expect(mismatchOf(ruleFacts(paidBy(300)), asking(1000), MOSCOW, 10)).toMatchObject({
      code: 'rules',
      misses: Array.from({ length: 10 }, (_, rule) => ({ rule, gateway: { more: 290 } })),
      more: 990,
    })
  })
})

const word = fc.constantFrom('purchased', 'new', `o'k"\\`, 'Я')
const rule = fc.record({ status: word, gateway: word }, { requiredKeys: [] })
const settings = fc.record(
  {
    paymentrules: fc.array(rule, { maxLength: 3 }),
    paymentmethodname: fc.constant('Карта'),
    ordersfrom: fc.constantFrom('2026-11-17', '2026-03-29', '2018-11-04'),
  },
  { requiredKeys: ['paymentrules', 'paymentmethodname'] },
)
const moments = [
  '2026-11-16T20:59:59.999Z',
  '2026-11-16T21:00:00Z',
  '2026-03-28T22:00:00Z',
  '2018-11-04T02:30:00Z',
  '2018-11-04T03:00:00Z',
]
const subject = fc.record({
  status: word,
  placedAt: fc.constantFrom(...moments),
  payments: fc.array(
    fc.record({
      gateway: word,
      status: fc.constantFrom('paid' as const, 'failed' as const, 'canceled' as const, 'refunded' as const),
    }),
    { maxLength: 3 },
  ),
})
// São Paulo's clocks once skipped midnight, Beirut's still do.
const timezone = fc.constantFrom(MOSCOW, 'America/Sao_Paulo', 'Asia/Beirut', 'UTC')

describeOnEachPostgres('the rules', pg => {
  it('mean the same in SQL, for any order, settings and time zone', async () => {
    const db = await pg.freshDatabase()
    await fc.assert(
      fc.asyncProperty(
        fc.array(subject, { minLength: 1, maxLength: 20 }),
        settings,
        timezone,
        async (orders, rules, zone) => {
          const { sql, values } = rulesCondition(routingSettings(rules), zone, 2)
          const { rows } = await db.query<{ matches: boolean }>(
            `select ${sql} as matches
             from json_to_recordset($1) as o(place int, status text, gateways text[], placed_at timestamptz) order by place`,
            [
              JSON.stringify(
                orders.map(({ status, placedAt, payments }, place) => ({
                  place,
                  status,
                  placed_at: placedAt,
                  gateways: payments
                    .filter(payment => !['failed', 'canceled'].includes(payment.status))
                    .map(({ gateway }) => gateway),
                })),
              ),
              ...values,
            ],
          )
          expect(rows.map(({ matches }) => matches)).toEqual(
            orders.map(each => matchesRules(each, rules, zone).matches),
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  it('are the same wherever settings are told to decide alike', () => {
    const few = fc.constantFrom('purchased', 'CKassa')
    const rule = fc.record({ status: few, gateway: few, paymentmethodname: few }, { requiredKeys: [] })
    const some = fc.record(
      {
        paymentrules: fc.array(rule, { maxLength: 3 }),
        paymentmethodname: few,
        ordersfrom: fc.constantFrom('2026-11-17', '2026-11-18'),
      },
      { requiredKeys: ['paymentrules', 'paymentmethodname'] },
    )
    const orders = fc.array(subject, { minLength: 5, maxLength: 20 })
    let alike = 0
    fc.assert(
      fc.property(some, some, orders, timezone, (one, other, subjects, zone) => {
        if (!sameRouting(one, other)) return
        alike++
        for (const each of subjects)
          expect(matchesRules(each, one, zone).matches).toBe(matchesRules(each, other, zone).matches)
      }),
      { numRuns: 2000 },
    )
    expect(alike).toBeGreaterThan(20)
    const [first, second] = [{ status: 'a' }, { status: 'a', gateway: 'b' }]
    const alikeRules = (...rules: object[][]) =>
      sameRouting(
        ...(rules.map(paymentrules => ({ paymentrules, paymentmethodname: 'x' })) as [Settings, Settings]),
      )
    expect(alikeRules([first, second], [second, first, first])).toBe(true)
    expect(alikeRules([first], [second])).toBe(false)
  })
})
