import type { TaskCode } from '@obmen/contract'
import type { FindingParams } from '../../findings/finding.js'
import { sum } from './finding-text.js'

interface OfOrder {
  code: TaskCode
  params: FindingParams
  orderId: string
  platformNumber: string | null
  number: string
}

/** A task in Russian; it names the order by the platform's number and by that in 1C. */
export function describeTask({ code, params, orderId, platformNumber, number }: OfOrder): string {
  const shown = platformNumber ?? orderId
  return TASK_TEXTS[code](params, shown === number ? number : `${shown} (в 1С № ${number})`)
}

const TASK_TEXTS = {
  'enter-refund': (p, order) =>
    `Создайте в 1С «Возврат товаров от покупателя» или возврат по карте на ${sum(p.amount, p.currency)} по заказу ${order}: платёж «${p.id}» возвращён, а возвратов с сайта 1С не понимает.`,
  'undo-payment': (p, order) =>
    p.byHand === 'yes'
      ? `Проверьте в 1С оплату, внесённую вручную по заказу ${order}: она на ${sum(p.amount, p.currency)} больше того, что оплачено на платформе. Если этих денег не было, уменьшите или отмените её; если они возвращены, создайте возврат на эту сумму.`
      : `Проверьте в 1С оплату на ${sum(p.amount, p.currency)} по заказу ${order}: платёж «${p.id}» больше не действует. Если денег не было, отмените её; если они возвращены, создайте возврат.`,
  'enter-payment': (p, order) =>
    p.rest === 'yes'
      ? `Внесите в 1С остаток оплаты, ${sum(p.amount, p.currency)}, по заказу ${order}: начало его оплаты внесено вручную, и оплату всего заказа эта 1С поэтому не принимает.`
      : `Внесите в 1С оплату ${sum(p.amount, p.currency)} по заказу ${order}: это часть его суммы, и передать её этой 1С нельзя. Если заказ вот-вот оплатят целиком, подождите: задача закроется сама.`,
  'enter-overpayment': (p, order) =>
    `Внесите в 1С оплату ${sum(p.amount, p.currency)} по заказу ${order} или верните лишнее: заказ на ${sum(p.total, p.currency)}, а оплату больше него передать этой 1С нельзя.`,
  'check-canceled': (p, order) =>
    p.payment === 'stays'
      ? `Заказ ${order} отменён, а его оплата ${sum(p.amount, p.currency)} в 1С проведена. Если деньги возвращаются, создайте возврат; если остаются у вас, ничего не меняйте.`
      : `Заказ ${order} отменён, но ${sum(p.amount, p.currency)} по нему оплачено, и в 1С этой оплаты нет. Если деньги остаются у вас, внесите её вручную.`,
} as const satisfies Record<TaskCode, (params: FindingParams, order: string) => string>
