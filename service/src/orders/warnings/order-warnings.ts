import {
  type Customer,
  isCanceled,
  type Locale,
  type Order,
  type OrderWarningCode,
  type Severity,
} from '@obmen/contract'
import { englishFinding } from '@obmen/contract/findings-english'
import type { FindingParams } from '../../findings/finding.js'
import { innWarning } from '../../places/inn.js'
import { pointer } from '../intake/read/field-problems.js'
import { ORDER_LIMITS } from '../intake/read/order-limits.js'
import { inEachLanguage } from './texts.js'

/** Something that the sender should check, although the order was accepted. */
export interface OrderWarning {
  code: OrderWarningCode
  /** JSON pointer into the order, `/lines/0/id`. */
  path: string
  /** What will happen in 1C and what to do: the answer has it in the language that was asked for. */
  message: Readonly<Record<Locale, string>>
  /** Of a preflight finding: its severity, the integration, and the values in its message. */
  severity?: Severity
  integrationId?: string
  params?: FindingParams
}

/** Warnings that follow from the order alone; `content` is its JSON text. */
export function warningsOfOrder(order: Order, content: string): OrderWarning[] {
  const warnings = innWarnings(order.customer)
  if (!isCanceled(order) && MEANS_CANCELED.test(order.status))
    warnings.push({
      code: 'status-means-canceled',
      path: '/status',
      message: inEachLanguage(texts => texts.statusMeansCanceled(order.status)),
    })
  // The order is searched field by field only if a cheap search of the text finds something.
  if (content.includes(REPLACEMENT)) findDamaged(order, [], warnings)
  return warnings
}

/** Who cancels, before or after what happened: `user_canceled`, `CANCELLED_BY_SHOP`, `Отменён клиентом`. */
const BEFORE =
  '((user|customer|client|buyer|seller|shop|store|manager|admin|system|auto|order|заказ)[\\s_-]*)?'
const AFTER = '([\\s_-]*by[\\s_-]*[a-z]+|\\s+\\p{L}+(ом|ем|ой))?'
const HAPPENED = '(cancel(l?ed|l?ation)?|rejected|(отмен|отклон)[её]н[ао]?|отмена|аннулирован[ао]?)'
/** Spellings of what only the statuses `canceled` and `cancelled` mean to Obmen. */
const MEANS_CANCELED = new RegExp(`^\\s*${BEFORE}${HAPPENED}${AFTER}\\s*$`, 'iu')

function innWarnings({ kind, inn }: Customer): OrderWarning[] {
  if (inn === undefined) return []
  const warnings: OrderWarning[] = []
  const path = '/customer/inn'
  if ((inn.length === 10) !== (kind === 'organization'))
    warnings.push({
      code: 'inn-of-wrong-kind',
      path,
      message: inEachLanguage(texts => texts.innOfWrongKind(kind)),
    })
  const ru = innWarning(inn)
  if (ru !== undefined) {
    const code = 'inn-check-digits'
    warnings.push({ code, path, message: { ru, en: englishFinding(code, { inn }) } })
  }
  return warnings
}

/** Marks wrongly decoded text, or an emoji cut in half. */
const REPLACEMENT = '\ufffd'

function findDamaged(value: unknown, path: readonly PropertyKey[], warnings: OrderWarning[]): void {
  if (warnings.length >= ORDER_LIMITS.problems) return
  if (typeof value === 'string') {
    const name = String(path.at(-1))
    // An attribute's name is text of the platform, too.
    if (value.includes(REPLACEMENT) || name.includes(REPLACEMENT))
      warnings.push({
        code: 'damaged-text',
        path: pointer(path),
        message: inEachLanguage(texts => texts.damagedText),
      })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) findDamaged(part, [...path, key], warnings)
  }
}

/** The warnings that apply to any 1C, and the findings of each 1C that don't repeat them. */
export function joinWarnings(
  general: readonly OrderWarning[],
  found: readonly OrderWarning[],
): OrderWarning[] {
  const shown = general.slice(0, ORDER_LIMITS.problems)
  const reported = new Set(shown.map(({ code, path }) => `${code} ${path}`))
  const more = found.filter(({ code, path }) => !reported.has(`${code} ${path}`))
  return [...shown, ...more].slice(0, ORDER_LIMITS.problems)
}
