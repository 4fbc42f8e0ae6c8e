import { sumInWords } from '@obmen/contract'
import type { LineChange } from '@obmen/contract/rest'
import type { UnknownReason } from './apply/find-order.js'
import type { Overwritten, UnsentPayment } from './put-warnings.js'

const SHOWN_LINES = 5

export const ACCOUNTING_TEXTS = {
  overwrites: ({ integrationName, documentNumber, lines, canceled, deleted }: Overwritten) => {
    const facts = [
      ...lines.slice(0, SHOWN_LINES).map(lineText),
      ...(lines.length > SHOWN_LINES ? [`и ещё строк: ${lines.length - SHOWN_LINES}`] : []),
      ...(canceled ? ['заказ в 1С отменён'] : []),
      ...(deleted ? ['документ в 1С помечен на удаление'] : []),
    ]
    return (
      `В 1С «${integrationName}» документ ${documentNumber ?? 'этого заказа'} изменён: ` +
      `${facts.join('; ')}. Когда 1С загрузит этот заказ заново, её изменения пропадут. Если верны они, ` +
      'платформа должна перенять их до следующего обмена.'
    )
  },
  notSent: ({ integrationName, payment, currency }: UnsentPayment) =>
    `1С «${integrationName}» не узнает об оплате «${payment.id}» на ` +
    `${sumInWords(payment.amount, currency)}: ` +
    'заказ перенят из неё, поэтому эта версия ей не выгружается. Если этой оплаты в ней ' +
    'нет, выгрузите ей заказ снова.',
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

export function lineText({ kind, name, before, after }: LineChange): string {
  if (kind === 'added') return `добавлена строка «${name}» (${figures(after)})`
  if (kind === 'removed') return `убрана строка «${name}»`
  return `«${name}»: было ${figures(before)}, стало ${figures(after)}`
}

function figures(line: LineChange['before']): string {
  if (!line) return '—'
  return `${line.quantity ?? '?'} на ${line.amount === null ? '?' : sumInWords(line.amount, 'RUB')}`
}
