import { type Locale, sumInWords } from '@obmen/contract'
import type { LineChange } from '@obmen/contract/rest'
import type { UnknownReason } from './apply/find-order.js'
import type { Overwritten, UnsentPayment } from './put-warnings.js'

const SHOWN_LINES = 5

export const ACCOUNTING_TEXTS = {
  overwrites: {
    ru: ({ integrationName, documentNumber, ...changes }: Overwritten) =>
      `В 1С «${integrationName}» документ ${documentNumber ?? 'этого заказа'} изменён: ` +
      `${factsOf(changes, 'ru')}. Когда 1С загрузит этот заказ заново, её изменения пропадут. Если верны они, ` +
      'платформа должна перенять их до следующего обмена.',
    en: ({ integrationName, documentNumber, ...changes }: Overwritten) =>
      `In the 1C “${integrationName}” document ${documentNumber ?? 'of this order'} was changed: ` +
      `${factsOf(changes, 'en')}. Once 1C loads this order anew, its changes will be gone. If they are ` +
      'right, the platform has to adopt them before the next exchange.',
  },
  notSent: {
    ru: ({ integrationName, payment, currency }: UnsentPayment) =>
      `1С «${integrationName}» не узнает об оплате «${payment.id}» на ` +
      `${sumInWords(payment.amount, currency)}: ` +
      'заказ перенят из неё, поэтому эта версия ей не выгружается. Если этой оплаты в ней ' +
      'нет, выгрузите ей заказ снова.',
    en: ({ integrationName, payment, currency }: UnsentPayment) =>
      `The 1C “${integrationName}” will not learn of payment “${payment.id}” of ` +
      `${sumInWords(payment.amount, currency, 'en')}: the order was adopted from it, so it is not sent this ` +
      'revision. If it lacks this payment, send it the order again.',
  },
  reasons: {
    'no-number':
      'В документе нет номера, по которому можно найти заказ. Похоже, он создан в самой 1С; в Обмене с ним ' +
      'ничего делать не нужно.',
    'unknown-number':
      'Заказа с таким номером эта 1С от Обмена не получала. Документ создан в самой 1С, или под этим ' +
      'логином ходит другая база.',
    'not-sent':
      'Заказ с таким номером есть, но этой 1С его не передавали. Проверьте, не ходит ли под этим логином ' +
      'другая база.',
    'other-order':
      'Номер тот же, что у заказа, который эта 1С получила от Обмена, но дата и время — другие, и сумма ' +
      'или ' +
      'покупатель другие либо документ больше чем на месяц старше: это другой заказ, например прежнего ' +
      'сайта. ' +
      'К заказу Обмена ничего из него не отнесено. Если это всё же тот заказ, верните документу в 1С ' +
      'дату и ' +
      'время заказа и выгрузите его снова.',
    'before-order':
      'Оплата или отгрузка пришла раньше документа своего заказа. Когда 1С выгрузит сам заказ, Обмен ' +
      'отнесёт ' +
      'её к нему; делать ничего не нужно.',
  } satisfies Record<UnknownReason, string>,
}

const FACTS = {
  ru: {
    added: (name: string, figures: string) => `добавлена строка «${name}» (${figures})`,
    removed: (name: string) => `убрана строка «${name}»`,
    changed: (name: string, before: string, after: string) => `«${name}»: было ${before}, стало ${after}`,
    figures: (quantity: string, amount: string) => `${quantity} на ${amount}`,
    more: (count: number) => `и ещё строк: ${count}`,
    canceled: 'заказ в 1С отменён',
    deleted: 'документ в 1С помечен на удаление',
  },
  en: {
    added: (name: string, figures: string) => `line “${name}” was added (${figures})`,
    removed: (name: string) => `line “${name}” was removed`,
    changed: (name: string, before: string, after: string) => `“${name}” was ${before}, is ${after}`,
    figures: (quantity: string, amount: string) => `${quantity} for ${amount}`,
    more: (count: number) => `lines besides: ${count}`,
    canceled: 'the order was canceled in 1C',
    deleted: 'the document was marked for deletion in 1C',
  },
}

function factsOf(changes: Pick<Overwritten, 'lines' | 'canceled' | 'deleted'>, language: Locale): string {
  const { lines, canceled, deleted } = changes
  const texts = FACTS[language]
  return [
    ...lines.slice(0, SHOWN_LINES).map(line => lineText(line, language)),
    ...(lines.length > SHOWN_LINES ? [texts.more(lines.length - SHOWN_LINES)] : []),
    ...(canceled ? [texts.canceled] : []),
    ...(deleted ? [texts.deleted] : []),
  ].join('; ')
}

export function lineText({ kind, name, before, after }: LineChange, language: Locale): string {
  const texts = FACTS[language]
  const figures = (line: LineChange['before']): string =>
    line
      ? texts.figures(
          line.quantity ?? '?',
          line.amount === null ? '?' : sumInWords(line.amount, 'RUB', language),
        )
      : '—'
  if (kind === 'added') return texts.added(name, figures(after))
  return kind === 'removed' ? texts.removed(name) : texts.changed(name, figures(before), figures(after))
}
