import type { FindingCode, TaskCode } from '@obmen/contract'
import type { ClientChoice } from '@obmen/contract/settings'
import { type ClientProfile, PROFILES } from '../../clients/index.js'
import type { FindingParams } from '../../findings/finding.js'
import { WARNING_TEXTS } from '../../orders/warnings/texts.js'
import { day, type FindingText, ratesInWords, sum } from './finding-text.js'

/** A refund has a task of its own: it is made once. */
const WHEN_RETURNED =
  'Если деньги возвращаются, отметьте возврат на платформе: тогда придёт задача о нём, а до неё в 1С его ' +
  'не ' +
  'создавайте.'

/** Sentences about payments. */
export const PAYMENT_TEXTS = {
  'payment-would-double': p =>
    `Платёж ${p.ids}, который 1С уже провела, в заказе больше не действует, а вместо него пришёл другой: ` +
    `в 1С остались бы оба, всего ${sum(p.sum, p.currency)} при заказе на ${sum(p.total, p.currency)}. ` +
    'Отмените прежнюю оплату в 1С и отметьте задачу о ней сделанной: тогда заказ уйдёт. Проверьте и ' +
    'платежи заказа на платформе.',
  'payment-entered-by-hand': (p, { done }) =>
    p.payment === 'doubles'
      ? `Оплата ${sum(p.entered, p.currency)} внесена в 1С вручную, а по данным Обмена 1С ` +
        `${done ? 'создала' : 'создаст'} ещё одну, на ${sum(p.total, p.currency)}: заказ ` +
        `${done ? 'переплачен' : 'окажется переплачен'}. Удалите в 1С оплату, внесённую вручную, и ` +
        `отметьте задачу о ней сделанной${done ? '' : ': тогда заказ уйдёт'}.`
      : `Оплата ${sum(p.entered, p.currency)} внесена в 1С вручную, поэтому оплату всего заказа, ` +
        `${sum(p.total, p.currency)}, эта 1С ${done ? 'не приняла' : 'не примет'}: по заказу уже есть ` +
        `другая. Внесите остаток, ${sum(p.rest, p.currency)}, тоже вручную.`,
  'payment-method-changed': p =>
    `1С знает эту оплату под способом «${p.kept}», под ним она и останется: под названием «${p.now}» она ` +
    'была бы проведена второй раз. Новое название получат оплаты, о которых 1С ещё не знает.',
  'payment-number-changed': p =>
    `Оплата заказа в 1С остаётся под № ${p.number}, под которым она была передана впервые, хотя последний ` +
    `платёж теперь «${p.id}»: под другим номером 1С провела бы её ещё раз. Делать ничего не нужно.`,
  'payment-of-two-orders': p =>
    WARNING_TEXTS.ru.paymentOfTwoOrders({
      id: String(p.id),
      other: String(p.other),
      change: String(p.change),
      sent: p.sent === 'yes',
    }),
  'partial-not-told': p =>
    p.paid === p.total
      ? `По заказу оплачено ${sum(p.paid, p.currency)}, а в 1С на ${sum(p.rest, p.currency)} меньше, и ` +
        `сама ` +
        'она больше не проведёт. Внесите недостающее в 1С вручную.'
      : `Оплачено ${sum(p.paid, p.currency)}, заказ на ${sum(p.total, p.currency)}: из этой оплаты в 1С не ` +
        `хватает ${sum(p.rest, p.currency)}. Передать ей можно только оплату всего заказа. Если деньги ` +
        `нужно ` +
        'учесть сейчас, внесите недостающее в 1С вручную.',
  'overpaid-not-told': (p, { done }) => {
    const returned = p.returned === undefined ? '' : `, из них возвращено ${sum(p.returned, p.currency)}`
    const paid = `Оплачено ${sum(p.paid, p.currency)}${returned}, а заказ на ${sum(p.total, p.currency)}: `
    return p.told === 'yes'
      ? `${paid}Бухгалтерия ${done ? 'провела' : 'проведёт'} оплаты целиком, и счёт ` +
          `${done ? 'переплачен' : 'окажется переплачен'}. Верните лишнее или проверьте сумму заказа.`
      : `${paid}из этой оплаты в 1С не хватает ${sum(p.rest, p.currency)}, ведь оплату больше суммы заказа ` +
          'этой 1С передать нельзя. ' +
          (p.told === 'returned' ? 'Внесите ' : 'Верните лишнее на платформе или внесите ') +
          'недостающее в 1С вручную.'
  },
  'refund-not-told': (p, { profile: { refund } }) => {
    const what =
      p.reason === 'part'
        ? `Из платежа «${p.id}» возвращено ${sum(p.amount, p.currency)}`
        : p.reason === 'refunded'
          ? `Платёж «${p.id}» на ${sum(p.amount, p.currency)} возвращён`
          : `Платёж «${p.id}» на ${sum(p.amount, p.currency)} ` +
            `${p.reason === 'gone' ? 'из заказа убран' : 'больше не считается оплаченным'}`
    const act =
      p.reason === 'gone' || p.reason === 'failed'
        ? `Если денег не было, отмените оплату в 1С; если они возвращены, создайте в ней ${refund}.`
        : `Создайте в ней ${refund}.`
    return `${what}. Возвратов с сайта 1С не понимает: оплата в ней остаётся, как была. ${act}`
  },
  'gateway-not-in-rules': (p, { done }) =>
    `Оплата ${sum(p.amount, p.currency)} через «${p.gateway}» ` +
    `${done ? 'в 1С не передана' : 'в 1С не попадёт'}: такого шлюза нет в правилах интеграции. Добавьте ` +
    'правило с ним или внесите оплату в 1С вручную.',
  'canceled-but-paid': (p, { done }) =>
    p.payment === 'stays'
      ? `Заказ отменён, а его оплата ${sum(p.amount, p.currency)} в 1С ${done ? 'осталась' : 'останется'} ` +
        `проведённой: отмена её не снимает. ${WHEN_RETURNED}`
      : `Заказ отменён, хотя ${sum(p.amount, p.currency)} по нему оплачено: оплаты отменённого заказа 1С ` +
        `не ${done ? 'создала' : 'создаёт'}. Если деньги остаются у вас, внесите оплату в 1С вручную.`,
  'payment-date-kept': p =>
    `Дата оплаты теперь ${day(p.date)}, а в 1С останется прежняя, ${day(p.kept)}: дату проведённой оплаты ` +
    'Бухгалтерия не меняет. Исправьте её в документе оплаты вручную.',
  'payment-amount-kept': (p, { profile: { refund }, done }) =>
    `По заказу оплачено ${sum(p.paid, p.currency)}, а в 1С ${done ? 'осталось' : 'останется'} ` +
    `${sum(p.kept, p.currency)}: уменьшать проведённую оплату она не умеет. Уменьшите её в 1С на ` +
    `${sum(p.excess, p.currency)}, если этих денег не было; если они возвращены, создайте ` +
    `${refund}.`,
  'partial-payment-vat': (p, { done }) =>
    `Оплата ${sum(p.amount, p.currency)} — не вся сумма счёта` +
    `${Number(p.rates) > 1 ? ', а в нём разные ставки НДС' : ''}: Бухгалтерия ` +
    `${done ? 'записала' : 'запишет'} её одной строкой со ставкой (${rate(p.rate)}) и суммой НДС ` +
    'первой строки счёта. Поправьте НДС в документе оплаты.',
  'payments-of-two-months': (p, { profile, done }) =>
    `Заказ оплачен в разных месяцах: первая оплата ${day(p.first)}, последняя ${day(p.date)}. 1С ` +
    `получает их одной оплатой, и ${profile.title} ` +
    `${done ? `записал${profile.pastEnding}` : 'запишет'} её датой последней. Разнесите оплату в 1С по дням.`,
  'payment-mixes-gateways': (p, { done }) =>
    `Заказ оплачен через ${p.gateways}, а этой 1С оплата передаётся одной на весь заказ: вся она ` +
    `${done ? 'прошла' : 'пройдёт'} способом «${p.method}». Разнесите её в 1С вручную.`,
  'payment-documents-unread': (p, { done }) =>
    `Оплата ${sum(p.paid, p.currency)} ${done ? 'в УНФ не попала' : 'в УНФ не попадёт'}: в настройках ` +
    'интеграции выбрано «Оплаты для 1С» — «Каждую отдельным документом», а эта УНФ таких не читает. ' +
    'Верните «Как просит 1С».',
  'foreign-currency-payment': (p, { done }) =>
    `Оплата ${sum(p.paid, p.currency)} не в рублях. Если валюты «${p.currency}» в справочнике 1С нет, ` +
    `оплата ${done ? 'создана' : 'будет создана'} на ту же сумму в рублях. Проверьте её в 1С.`,
  'makes-payment': (p, { profile: { makesPayment, title, pastEnding }, done }) => {
    const kind = makesPayment ?? 'Операция по платежной карте'
    const document = `документ «${kind}» на ${sum(p.amount, p.currency)}`
    const mapped = `если способ «${p.method}» сопоставлен в настройках обмена 1С`
    const created = `создал${pastEnding}`
    if (done) return `${title} ${created} ${document}, ${mapped}.`
    if (p.state === 'made') return `${title} уже ${created} ${document}, ${mapped}: ещё одного не будет.`
    if (p.state === 'sent')
      return (
        `Оплата уже передана, но 1С этого не подтвердила: ${title} создаст ${document}, если ещё не ` +
        `${created} и ${mapped}.`
      )
    return `${title} ${p.state === 'updated' ? 'обновит' : 'создаст'} ${document}, ${mapped}.`
  },
  'makes-no-payment': (_, { profile: { title } }) =>
    `${title} не создаёт оплат по данным сайта: оплату нужно провести отдельно.`,
} as const satisfies Partial<Record<FindingCode, FindingText>>

function rate(text: string | number | undefined): string {
  return /^\d/.test(String(text)) ? `${text} %` : String(text)
}

interface OfOrder {
  client: ClientChoice
  code: TaskCode
  params: FindingParams
  orderId: string
  number: string | null
  numberIn1c: string
}

/** A task in Russian; it names the order by the platform's number and by that in 1C. */
export function describeTask({ code, params, client, ...order }: OfOrder): string {
  const { orderId, number, numberIn1c } = order
  const shown = number ?? orderId
  const ofOrder = shown === numberIn1c ? shown : `${shown} (в 1С № ${numberIn1c})`
  return TASK_TEXTS[code](params, ofOrder, PROFILES[client])
}

const TASK_TEXTS = {
  'enter-refund': (p, order, { refund, goodsReturn }) =>
    `Создайте в 1С ${refund} на ${sum(p.amount, p.currency)} по заказу ${order}: платёж ${named(p)} ` +
    'возвращён, а возвратов с сайта 1С не понимает.' +
    (goodsReturn ? ` Если вернули и товар, нужен ещё документ ${goodsReturn}.` : '') +
    (p.canceled === 'yes' ? ' Если он уже создан, когда заказ отменили, отметьте задачу сделанной.' : '') +
    atRate(p),
  'undo-payment': (p, order, { refund }) =>
    p.byHand === 'receipt'
      ? `Разберитесь с оплатой ${sum(p.amount, p.currency)} по заказу ${order}: в 1С она поступила на счёт или в ` +
        'кассу, и вместе с ней оплат больше, чем на платформе. Если покупатель заплатил лишнее, верните ему ' +
        'деньги и проведите возврат. Если это те же деньги, отмените в 1С вторую оплату, а поступление по ' +
        'выписке оставьте.'
      : p.byHand === 'doubles'
        ? `Удалите оплату, внесённую в 1С вручную по заказу ${order}, всего ${sum(p.amount, p.currency)}: ` +
          '1С сама проведёт всё, что оплачено, и эти деньги оказались бы в ней дважды.'
        : p.byHand === 'yes'
          ? `Уменьшите на ${sum(p.amount, p.currency)} оплату, внесённую в 1С вручную по заказу ${order}, а ` +
            'если вся она на столько, отмените её: вместе с ней оплат в 1С больше, чем на платформе. Если ' +
            `эти деньги возвращены, вместо этого создайте ${refund} на эту сумму.${atRate(p)}`
          : p.byHand === 'no'
            ? `Уменьшите в 1С оплату заказа ${order} на ${sum(p.amount, p.currency)}: в ней ` +
              `${sum(p.has, p.currency)}, а на платформе оплачено ${sum(p.due, p.currency)}. Если эти деньги ` +
              `возвращены, вместо этого создайте ${refund}.${atRate(p)}`
            : p.from === undefined
              ? `Проверьте в 1С оплату на ${sum(p.amount, p.currency)} по заказу ${order}: платёж ` +
                `${named(p)} ` +
                'больше не действует. Если денег не было, отмените её; если они возвращены, создайте ' +
                `${refund}.${atRate(p)}`
              : `Уменьшите на ${sum(p.amount, p.currency)} оплату` +
                `${p.from === 'hand' ? ', внесённую вручную,' : ''} в 1С по заказу ${order}: платёж ` +
                `${named(p)} ` +
                'больше не действует. Если эти деньги возвращены, вместо этого создайте ' +
                `${refund}.${atRate(p)}`,
  'enter-payment': (p, order) =>
    p.rest === 'yes'
      ? `Внесите в 1С недостающую часть оплаты, ${sum(p.amount, p.currency)}, по заказу ${order}: ` +
        `остальное ` +
        'в ней есть, а эту часть она сама не создаст.'
      : p.rest === 'none'
        ? `Проведите или внесите в 1С оплату ${sum(p.amount, p.currency)} по заказу ${order}: 1С её получила, ` +
          'но проведённой этой оплаты в ней нет.'
        : `Внесите в 1С оплату ${sum(p.amount, p.currency)} по заказу ${order}: это часть его суммы, и ` +
          'передать её этой 1С нельзя. Если заказ вот-вот оплатят целиком, подождите: задача закроется ' +
          'сама.',
  'enter-overpayment': (p, order) =>
    `Внесите в 1С оплату ${sum(p.amount, p.currency)} по заказу ${order}: он на ` +
    `${sum(p.total, p.currency)}, а оплату больше него передать этой 1С нельзя.` +
    (p.waits === 'yes'
      ? ' Если лишний платёж вернут на платформе, ничего не вносите: задача закроется сама.'
      : ''),
  'check-canceled': (p, order) =>
    p.payment === 'stays'
      ? `Заказ ${order} отменён, а его оплата ${sum(p.amount, p.currency)} в 1С проведена. ` +
        `${WHEN_RETURNED} Если деньги остаются у вас, ничего не меняйте.`
      : `Заказ ${order} отменён, но ${sum(p.amount, p.currency)} по нему оплачено, и в 1С этой оплаты ` +
        'нет. Если деньги остаются у вас, внесите её вручную.',
  'check-payment': (p, order) => {
    const payment = p.number === undefined ? 'оплата' : `оплата № ${p.number}`
    if (p.amount === '0.00')
      return (
        `Если в 1С есть ${payment} по заказу ${order}, отмените её: этих денег нет. Если её нет, ничего не ` +
        'делайте.'
      )
    return p.number === undefined
      ? `Проверьте в 1С оплаты заказа ${order}: вместе, без возвратов, они должны составлять ` +
          `${sum(p.amount, p.currency)}. Чего не хватает, внесите, лишнее отмените.`
      : `Проверьте, есть ли в 1С ${payment} на ${sum(p.amount, p.currency)} по заказу ${order}. ` +
          'Если её нет, внесите её под этим номером' +
          `${p.method === undefined ? '' : ` и способом «${p.method}»`}; если сумма в ней другая, исправьте.`
  },
  'find-missing': (p, order) =>
    p.was === undefined
      ? `Найдите в 1С документ заказа ${order}: 1С подтвердила заказ, а документа в ней нет. Если он под ` +
        'другим номером или в другой организации, верните ему прежние; если его нет, выгрузите заказ снова.'
      : `Документа ${p.was} заказа ${order} в 1С больше нет. Если его удалили по ошибке, выгрузите заказ ` +
        'снова: 1С создаст его заново; если так и надо, отметьте задачу сделанной.',
  'remove-double': (p, order) =>
    `По заказу ${order} в 1С больше одного документа: ${p.documents}. Оставьте тот, по которому прошли ` +
    'оплата и отгрузка, а другой пометьте на удаление.',
} as const satisfies Record<
  TaskCode,
  (params: FindingParams, order: string, profile: ClientProfile) => string
>

/** A payment with its day, and with its number in 1C if it was sent. */
function named({ id, number, date }: FindingParams): string {
  const dated = date === undefined ? '' : ` от ${day(date)}`
  return number === undefined ? `«${id}»${dated}` : `«${id}» (в 1С № ${number}${dated})`
}

/** The rates of what was sold: money goes back at these, whatever is in force today. */
function atRate({ vat, sold }: FindingParams): string {
  if (vat === undefined) return ''
  return ` НДС в возврате — по ставкам самой продажи от ${day(sold)}: ${ratesInWords(vat)}.`
}
