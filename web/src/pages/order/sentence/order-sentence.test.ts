import type { AccountingSummary, OrderExport } from '@obmen/contract/rest'
import { expect, it } from 'vitest'
import { createFormats } from '../../../texts/format.js'
import { texts as documentTexts } from '../../../texts/texts-documents.js'
import { type Facts, orderSentence } from './order-sentence.js'
import { texts } from './texts-sentence.js'

const NOW = new Date('2026-12-01T12:00:00Z')
const AT = '2026-12-01T10:01:00Z'

const EXPORT: OrderExport = {
  ...{ integrationId: 'i', integrationName: 'Паркинг', state: 'owed', numberIn1c: '17' },
  ...{ pendingRevision: 1, confirmedRevision: 0, owedSince: AT, offeredAt: null, confirmedAt: null },
  ...{ loaded: null, reconciliation: null, reason: null, mismatch: null, heldCode: null, heldParams: null },
  ...{ heldKind: null, heldSince: null, heldReason: null, heldBy: null, retryAt: null },
}
const cause = (code: 'working' | 'wrong-password' | 'never-called' | 'takes-none' | 'loading') => ({
  state: code === 'wrong-password' ? ('refused' as const) : ('exchanging' as const),
  stateSince: AT,
  stateCause: { code, orders: null, login: null, failure: null },
  recognition: null,
})
const bp = { ...cause('working'), recognition: { applied: 'bp' } as never }
const reported = (more: object): AccountingSummary =>
  ({
    ...{ documentNumber: 'УТ-17', documentDate: '2026-11-17', payments: [], basisRevision: 1 },
    ...{ source: 'upload', money: null, documents: [], posted: true, ...more },
  }) as never

function say(orderExport: Partial<OrderExport>, more: Partial<Facts> = {}) {
  const order = { revision: 1, currency: 'RUB', status: 'purchased', canceled: false }
  const facts = { order, orderExport: { ...EXPORT, ...orderExport }, integration: cause('working') }
  const found = orderSentence(
    { ...facts, reported: undefined, made: [], reason: '', documents: documentTexts.ru, ...more },
    texts.ru,
    createFormats('ru', 'UTC'),
    NOW,
  )
  return [found.text, found.act, found.reached]
}

const SECOND = { revision: 2, currency: 'RUB', status: 'purchased', canceled: false }
const CONFIRMED = { state: 'confirmed', confirmedAt: AT, confirmedRevision: 1 } as const
const READ = {
  ...{ source: 'reading', seenAt: AT, documentNumber: '0000-000017', total: '3000.00', status: 'Оплачен' },
  money: { paid: '3000.00', refunded: '0.00' },
  documents: [
    related('payment', 'ОплатаПлатежнойКартой', '5', '3000.00'),
    related('shipment', 'Акт', '12', '3000.00'),
  ],
}
function related(type: string, kind: string, number: string, total: string) {
  return { type, kind, number, date: '2026-11-30T12:00:00', total, posted: true }
}
const readIs = (more: object) => ({ integration: bp, reported: reported({ ...READ, ...more }) })
const PAID = { payments: [{ number: '5', date: null, amount: '22300.00', method: null }] }

it.each<[string, Partial<OrderExport>, Partial<Facts>, string | null, number]>([
  ['Ждёт с 10:01: «Паркинг» получит его при следующем обмене.', {}, {}, null, 1],
  ['Не в 1С: «Паркинг» ещё не подключилась.', {}, { integration: cause('never-called') }, 'mend', 1],
  [
    'Не в 1С: «Паркинг» не может войти с 10:01, неверный пароль.',
    {},
    { integration: cause('wrong-password') },
    'mend',
    1,
  ],
  [
    'Выдан 1С «Паркинг» сегодня, 10:01, подтверждения пока нет.',
    { state: 'offered', offeredAt: AT },
    {},
    null,
    2,
  ],
  [
    'Выдан 1С «Паркинг» сегодня, 10:01, подтверждения пока нет.',
    { state: 'offered', offeredAt: AT },
    { integration: cause('loading') },
    null,
    2,
  ],
  ['В 1С «Паркинг»: заказ № 17, подтверждено сегодня, 10:01.', CONFIRMED, {}, null, 3],
  [
    'В 1С «Паркинг»: счёт № 17, оплата 22\u00a0300,00\u00a0₽, подтверждено сегодня, 10:01.',
    CONFIRMED,
    { integration: bp, made: ['22300.00'] },
    null,
    3,
  ],
  [
    'В 1С «Паркинг»: документ № УТ-17 от 17.11.2026, оплата 22\u00a0300,00\u00a0₽, подтверждено сегодня, 10:01.',
    CONFIRMED,
    { reported: reported(PAID) },
    null,
    3,
  ],
  [
    'В 1С «Паркинг»: документ № УТ-17 от 17.11.2026. Подтверждения загрузки пока нет.',
    { state: 'offered', offeredAt: AT },
    { reported: reported({}) },
    null,
    3,
  ],
  [
    'В 1С «Паркинг»: счёт 0000-000017 от 17.11.2026, оплачен 3\u00a0000,00\u00a0₽ картой; акт № 12 от ' +
      '30.11.2026. Прочитано из 1С сегодня, 10:01.',
    CONFIRMED,
    readIs({}),
    null,
    3,
  ],
  [
    'В 1С «Паркинг»: счёт 0000-000017 от 17.11.2026, денег нет, статус «Оплачен». Прочитано из 1С сегодня, 10:01.',
    CONFIRMED,
    readIs({ money: { paid: '0.00', refunded: '0.00' }, documents: [] }),
    null,
    3,
  ],
  [
    'В 1С «Паркинг»: счёт 0000-000017 от 17.11.2026, оплачено 1\u00a0000,00\u00a0₽ из 3\u00a0000,00\u00a0₽, возвращено ' +
      '500,00\u00a0₽, не проведён. Прочитано из 1С сегодня, 10:01.',
    CONFIRMED,
    readIs({
      ...{ money: { paid: '1000.00', refunded: '500.00' }, status: 'Оплачен частично', posted: false },
      documents: [],
    }),
    null,
    3,
  ],
  [
    'В 1С «Паркинг»: счёт 0000-000017 от 17.11.2026, денег нет. Подтверждения загрузки нет, но по чтению сегодня, ' +
      '10:01 он там есть.',
    { state: 'offered', offeredAt: AT },
    readIs({ money: { paid: '0.00', refunded: '0.00' }, status: null, documents: [] }),
    null,
    3,
  ],
  [
    'В 1С «Паркинг» этого заказа нет: так сказали два полных чтения подряд. Что делать, написано ниже.',
    { ...CONFIRMED, reconciliation: 'missing' },
    {},
    null,
    2,
  ],
  [
    'В 1С «Паркинг» этого заказа нет: так сказали два полных чтения подряд. Что делать, написано ниже. При ' +
      'следующем обмене он уйдёт снова.',
    { state: 'changed', confirmedRevision: 1, reconciliation: 'missing' },
    {},
    null,
    2,
  ],
  [
    'В 1С «Паркинг» этот заказ дважды. Что делать, написано ниже.',
    { ...CONFIRMED, reconciliation: 'doubled' },
    readIs({}),
    null,
    3,
  ],
  [
    'В 1С «Паркинг» версия заказа 1. Новая, 2, уйдёт при следующем обмене.',
    { state: 'changed', confirmedRevision: 1 },
    { order: SECOND, reported: reported({}) },
    null,
    1,
  ],
  [
    'В 1С «Паркинг» версия заказа 1, новой нет: она не принимает ни одного заказа с 10:01.',
    { state: 'changed', confirmedRevision: 1 },
    { order: SECOND, integration: cause('takes-none') },
    'mend',
    1,
  ],
  [
    'Удержан: «Паркинг» его не приняла. Попробуем снова сегодня, 16:58.',
    { state: 'held', heldKind: 'quarantine', retryAt: '2026-12-01T16:58:00Z' },
    {},
    'release',
    1,
  ],
  [
    'Удержан: «Паркинг» его не приняла. Попробуем снова при следующем обмене.',
    { state: 'held', heldKind: 'quarantine', retryAt: AT },
    {},
    'release',
    1,
  ],
  [
    'Удержан: «Паркинг» его не приняла. По чтению из 1С она его всё же загрузила. Попробуем снова при ' +
      'следующем обмене.',
    { state: 'held', heldKind: 'quarantine', retryAt: AT, loaded: true },
    {},
    'release',
    1,
  ],
  [
    'Выдан 1С «Паркинг» сегодня, 10:01, подтверждения пока нет. По чтению из 1С она его не загрузила.',
    { state: 'offered', offeredAt: AT, loaded: false },
    {},
    null,
    2,
  ],
  [
    'Удержан: «Паркинг» его не приняла. Сейчас она не может войти с 10:01, неверный пароль.',
    { state: 'held', heldKind: 'quarantine', retryAt: '2026-12-01T16:58:00Z' },
    { integration: cause('wrong-password') },
    'release',
    1,
  ],
  [
    'Удержан (Анна), в 1С «Паркинг» не идёт: Ждём договор.',
    { state: 'held', heldKind: 'person', heldBy: 'Анна' },
    { reason: 'Ждём договор' },
    'release',
    1,
  ],
  [
    'Не идёт в 1С «Паркинг»: статус «new» вместо «purchased».',
    { state: 'not-matching' },
    { reason: 'статус «new» вместо «purchased»' },
    'rules',
    0,
  ],
])('an order says “%s”', (text, orderExport, more, act, reached) => {
  expect(say(orderExport, more)).toEqual([text, act, reached])
})
