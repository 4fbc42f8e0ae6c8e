import { dayInWords, sumInWords } from '@obmen/contract'
import type { DocumentIn1c, ReconciliationItem } from '@obmen/contract/rest'
import type { ReconciledOrder } from './list-reconciliation.js'
import { isCanceledStatus } from './verdicts/decide.js'

export type DescribedOrder = Pick<
  ReconciledOrder,
  'state' | 'numberIn1c' | 'currency' | 'differences' | 'documents' | 'seenAt' | 'canceled' | 'reason'
>

/** How an order compares with what its 1C has, and what to do. Russian. */
export function describeReconciliation(order: DescribedOrder): string {
  const { state, numberIn1c, documents, differences } = order
  switch (state) {
    case 'agrees':
      if (order.canceled) return documents.some(isLive) ? CANCELS_LATER : CANCELED_AGREES
      return documents.length === 0 ? NOT_SEEN_ONCE : `Всё сходится: в 1С есть ${namesOf(documents)}.`
    case 'missing':
      return (
        `В 1С нет документа заказа № ${numberIn1c}: его не нашли два чтения подряд. Если его там удалили ` +
        'нарочно, отмените заказ на платформе; если нет, выгрузите заказ снова.'
      )
    case 'doubled':
      return (
        `В 1С несколько документов этого заказа: ${namesOf(documents)}. Оставьте один, перенесите на него ` +
        'оплаты и отгрузки, остальные пометьте на удаление.'
      )
    case 'differs':
      return (
        `В 1С ${documents.length === 1 ? namesOf(documents) : 'документ'}: ` +
        `${differences.map(one => DIFFERENCES[one.what](one, order.currency)).join('; ')}. ` +
        `${[...new Set(differences.map(({ what }) => REMEDIES[what]))].join(' ')}`
      )
    case 'not-loaded':
      return order.reason === 'canceled' ? NEVER_LOADED : BEFORE_START
    case 'unknown':
      return order.seenAt === null ? NOT_LOOKED : NOT_CLEAR
  }
}

const CANCELED_AGREES = 'Заказ отменён, и в 1С он тоже не действует: делать ничего не нужно.'
/** It agreed, and its document is gone by the last reading alone. */
const NOT_SEEN_ONCE =
  'Раньше всё сходилось, но последнее чтение документа не нашло. Одного чтения мало: дождитесь следующего.'
const CANCELS_LATER =
  'Заказ отменён, а в 1С его документ ещё действует: об отмене она узнает при обмене. Делать пока ничего не нужно.'
const NEVER_LOADED =
  'Заказ отменили раньше, чем 1С его загрузила: документа в ней и не будет. Делать ничего не нужно.'
const BEFORE_START =
  'Заказ оформлен раньше даты начала обмена, которая указана в настройках обмена 1С: такие она не ' +
  'загружает. Если заказ в 1С нужен, поставьте в ней дату раньше и выгрузите заказ снова.'
const NOT_LOOKED = 'Из 1С ещё не читали с тех пор, как ей выдан этот заказ: дождитесь следующего чтения.'
const NOT_CLEAR =
  'Судить рано: либо 1С ещё не подтвердила этот заказ, либо неладное показало пока одно чтение. Дождитесь ' +
  'следующего.'

type Difference = ReconciliationItem['differences'][number]
type What = Difference['what']

const DIFFERENCES: Readonly<Record<What, (difference: Difference, currency: string) => string>> = {
  total: ({ platform, in1c }, currency) =>
    `сумма в нём ${sum(in1c, currency)}, а на платформе ${sum(platform, currency)}`,
  payments: ({ platform, in1c }, currency) =>
    `оплачено по нему ${sum(in1c, currency)}, а по платформе ${sum(platform, currency)}`,
  customer: () => 'в нём другой контрагент: ИНН не совпадает',
  deleted: () => 'он помечен на удаление, а заказ действует',
  canceled: ({ platform, in1c }) =>
    `состояние в 1С «${in1c ?? 'не указано'}», а заказ на платформе «${platform ?? 'не указано'}»`,
  unposted: () => 'он не проведён',
  organization: () => 'он принадлежит другой организации',
}

const REMEDIES: Readonly<Record<What, string>> = {
  total: 'Посмотрите, кто прав: исправьте документ в 1С или заказ на платформе.',
  payments: 'Проверьте в 1С оплаты и возвраты этого документа: внесите, чего не хватает, лишнее отмените.',
  customer: 'Выберите в документе контрагента из заказа.',
  deleted: 'Снимите пометку и проведите документ или отмените заказ на платформе.',
  canceled: 'Отмените и там, где заказ ещё действует, или верните его.',
  unposted: 'Откройте документ в 1С, посмотрите, чего в нём не хватает, и проведите.',
  organization: 'Верните документу организацию, с которой обменивается сайт.',
}

const isLive = ({ deleted, status }: DocumentIn1c): boolean => !deleted && !isCanceledStatus(status)

const namesOf = (documents: readonly DocumentIn1c[]): string => documents.map(nameOf).join(' и ')

function nameOf({ number, date }: DocumentIn1c): string {
  const day = date === null ? '' : ` от ${dayInWords(date.slice(0, 10), 'ru')}`
  return `№ ${number ?? '—'}${day}`
}

const sum = (amount: string | null, currency: string): string => sumInWords(amount ?? '0.00', currency)
