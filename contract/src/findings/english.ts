/** English sentences of findings and tasks: apart, for the web app loads them only where they are read. */
import type { TaskCode } from '../enumerations.js'
import type { FindingCode } from '../findings.js'
import { sumInWords } from '../numbers-in-words.js'

type Params = Readonly<Record<string, string | number>>

const money = (amount: string | number | undefined, currency: string | number | undefined) =>
  sumInWords(String(amount ?? '0.00'), String(currency ?? 'RUB'), 'en')

const FINDING_SENTENCES: Readonly<Record<FindingCode, (params: Params) => string>> = {
  'document-malformed': p =>
    `The document is malformed (${p.problem}): this is a fault of Obmen, tell whoever runs it.`,
  'payment-would-double': p =>
    `Payment ${p.ids}, which 1C has booked, no longer holds, and another took its place: both would ` +
    `stay, ${money(p.sum, p.currency)} for an order of ${money(p.total, p.currency)}. Undo the ` +
    'earlier payment in 1C and mark its task as done: then the order goes.',
  'payment-entered-by-hand': p =>
    p.payment === 'doubles'
      ? `A payment of ${money(p.entered, p.currency)} was entered in 1C by hand, and 1C makes ` +
        `another of ${money(p.total, p.currency)}: the order would be overpaid. Delete the one ` +
        'entered by hand in 1C and mark its task as done: then the order goes.'
      : `A payment of ${money(p.entered, p.currency)} was entered in 1C by hand, so it refuses the ` +
        `payment of the whole order, ${money(p.total, p.currency)}. Enter the rest, ` +
        `${money(p.rest, p.currency)}, by hand as well.`,
  'payment-method-changed': p =>
    `1C knows this payment by the method “${p.kept}” and keeps it: as “${p.now}” it would be booked again.`,
  'payment-number-changed': p =>
    `The payment of the order keeps its number ${p.number} in 1C, although the last one is now ` +
    `“${p.id}”. Nothing to do.`,
  'payment-of-two-orders': p =>
    `Payment “${p.id}” is in order ${p.other} as well: two payments to 1C. If the money came once, take it ` +
    `out of order ${p.change}` +
    (p.sent === undefined
      ? ' before 1C is sent it there; if twice, give it another id there.'
      : ': a task will say what to mend in 1C. If twice, leave it.'),
  'partial-not-told': p =>
    `Paid: ${money(p.paid, p.currency)} of ${money(p.total, p.currency)}. 1C lacks ` +
    `${money(p.rest, p.currency)} of it and ` +
    `${p.paid === p.total ? 'books no more' : 'takes only a payment of the whole order'}; enter that by ` +
    `hand.`,
  'overpaid-not-told': p =>
    `Paid: ${money(p.paid, p.currency)}, the order comes to ${money(p.total, p.currency)}. ` +
    (p.told === 'yes'
      ? 'The invoice is overpaid: return the excess or check the total.'
      : `1C lacks ${money(p.rest, p.currency)} and can’t be sent more than the total: ` +
        `${p.told === 'returned' ? '' : 'return the excess, or '}enter that by hand.`),
  'refund-not-told': p =>
    `Payment “${p.id}” no longer holds, or was returned (${money(p.amount, p.currency)}). 1C ` +
    'understands no refunds from a site: enter it there by hand.',
  'gateway-not-in-rules': p =>
    `A payment of ${money(p.amount, p.currency)} by “${p.gateway}” does not reach 1C: no rule ` +
    'names that gateway.',
  'canceled-but-paid': p =>
    p.payment === 'stays'
      ? `The order is canceled, but its payment of ${money(p.amount, p.currency)} stays posted in ` +
        '1C. If the money goes back, put the refund on the platform: a task follows. Till then enter none.'
      : `The order is canceled although ${money(p.amount, p.currency)} are paid: 1C makes no ` +
        'payment of a canceled order.',
  'payment-date-kept': p => `The payment is now of ${p.date}, in 1C it stays of ${p.kept}. Change it there.`,
  'payment-amount-kept': p =>
    `Paid: ${money(p.paid, p.currency)}, but 1C keeps ${money(p.kept, p.currency)}. Reduce it ` +
    `there by ${money(p.excess, p.currency)}, or enter a refund if the money was returned.`,
  'partial-payment-vat': p =>
    `A payment of ${money(p.amount, p.currency)}, not of the invoice’s whole sum, ` +
    `becomes one row with the rate ${p.rate} and the VAT of the first line. Mend the VAT in 1C.`,
  'payment-mixes-gateways': p =>
    `Paid by ${p.gateways}, sent as one payment by “${p.method}”. Split it in 1C by hand.`,
  'payments-of-two-months': p =>
    `Paid from ${p.first} to ${p.date}, sent as one payment of the last day. Split it in 1C by date.`,
  'payment-documents-unread': p =>
    `Payments of ${money(p.paid, p.currency)} do not reach this 1C: it does not read them as ` +
    'documents. Choose “Payments for 1C”: “As 1C asks for them”.',
  'foreign-currency-payment': p =>
    `A payment of ${money(p.paid, p.currency)}. If 1C has no currency “${p.currency}”, it books ` +
    'as many roubles.',
  'foreign-currency': p =>
    `1C looks for the currency “${p.currency}” by name; not finding it, it takes roubles.` +
    (p.send !== undefined
      ? ` ${p.currency} is the former code of the rouble: put the order with ${p.send}.`
      : p.blocks === undefined
        ? ''
        : ' If 1C has a currency of this name, release the order.'),
  'buyer-kept': p =>
    `The buyer changed (“${p.now}”), the invoice keeps the data of the first load (“${p.kept}”).`,
  'currency-kept': p =>
    `The order is in ${p.now} now, the invoice would stay in ${p.kept}. Cancel the order, place a new one.`,
  'vat-flag-kept': () =>
    'Whether VAT is in the sums has changed, the invoice keeps it as it was: its total would be ' +
    'wrong. Cancel the order, place a new one.',
  'comment-kept': p => `The comment was removed, in the invoice it stays: “${p.kept}”.`,
  'accountant-edits-lost': p =>
    `Invoice ${p.number} will be filled anew: changes made to it by hand will be gone.`,
  'lines-kept': p =>
    'A payment or a shipment hangs on the order in 1C, so only status and requisites change: the sum ' +
    `stays ${money(p.kept, p.currency)} instead of ${money(p.total, p.currency)}.`,
  'uncanceled-stays-canceled': p =>
    `The order is taken up again, in 1C (${p.number}) it stays canceled. Mend it there.`,
  'closed-period-risk': p =>
    p.closed === undefined
      ? `A changed order of an earlier period (${p.date}): if that period is closed, 1C stops at it, ` +
        'and nothing behind it arrives.'
      : p.refused !== undefined
        ? `1C would refuse the change: the order is of ${p.date}, and 1C refused to change order ` +
          `${p.refused} of that month or a later one, so its accounts are closed before ${p.closed}. ` +
          `Open the period: once 1C takes order ${p.refused}, this one goes by itself. Or change the ` +
          'invoice by hand and leave the order held: it is in nobody’s way.'
        : `The order is of ${p.date}, and the accounts are closed before ${p.closed}: 1C would stop at ` +
          'it. Open the period, in the settings of the integration, too: then the order goes by itself. ' +
          'Or change the invoice by hand and leave the order held: it is in nobody’s way.',
  'before-default-start': p =>
    `Placed on ${p.date}, before 1C was connected (${p.start}): 1C confirms such orders and does not ` +
    'load them, unless its start date is set earlier.',
  'update-will-be-ignored': p =>
    `In 1C the order is “${p.state}” already: it confirms changes from the site and takes none. ` +
    'Enter them there by hand.',
  'total-differs': p =>
    `The order is of ${money(p.total, p.currency)}, in 1C it comes to ` +
    `${money(p.makes, p.currency)}. Check the VAT rates.`,
  'quantity-over-3-decimals': p =>
    `Line ${p.line}, “${p.name}”: 1C holds three decimals, so ${p.quantity} goes as 1 for the whole ` +
    'sum, the quantity in the comment.',
  'price-times-quantity-differs': p =>
    `Line ${p.line}, “${p.name}”: price times ${p.quantity} is not ${p.amount}, so it goes as two ` +
    'lines, or one for the whole sum.',
  'sum-too-large': p => `${money(p.amount, p.currency)} do not fit into 1C. Split the order.`,
  'zero-rate-lost': () =>
    'This 1C does not tell 0 % from “without VAT”. Mend the rate there, or split the order.',
  'unknown-vat': p =>
    `Releases that were checked do not know the VAT rate ${p.rate} %. Update 1C and check the first ` +
    'document.',
  'vat-rate-of-another-time': p =>
    p.until === undefined
      ? `The order is of ${p.date}, and its VAT rate of ${p.rate} % applies since ${p.since}. Check the ` +
        `date ` +
        'and the rate.'
      : `The order is of ${p.date} with a VAT rate of ${p.rate} %, instead of which 22 % applies since ` +
        `${p.until}, and nothing was prepaid by then. Check the rate.`,
  'vat-regime-differs': p =>
    `The order is of ${p.date}, and since ${p.from} its company sells with ${ratesInWords(p.vat ?? '')}: ` +
    `${p.lines === '' ? 'the delivery' : `line ${p.lines}`} has ${ratesInWords(p.rate ?? '')}. Mend the rate ` +
    'on the platform, or “VAT since” of the company.',
  'item-id-reused': p =>
    p.delivery
      ? `The delivery “${p.name}” is printed as “${p.first}”, its first name: mend the line in 1C.`
      : `Line ${p.line}: the id “${p.id}” came first as “${p.first}”, now as “${p.name}”. 1C prints the ` +
        'first name.',
  'linked-item-gone': p =>
    `Line ${p.line} (“${p.id}”) is linked to the item “${p.item}”, which is ` +
    `${p.state === 'gone' ? 'gone from the catalogue of 1C' : 'marked for deletion in 1C'}. 1C puts ` +
    'it into the document or makes it anew. Link the line to another item, or bring this one back in ' +
    '1C and upload the catalogue.',
  'unit-differs': p =>
    `Line ${p.line}: the unit is ${p.unit}, that of the item “${p.item}” in 1C is ${p.itemUnit}. 1C ` +
    'takes the quantity in its own unit. Correct the unit of the order, or link the line to another ' +
    'item.',
  'vat-differs': p =>
    `Line ${p.line}: VAT is ${p.vat}, that of the item “${p.item}” in 1C is ${p.itemVat}. The ` +
    'document gets the rate of the order. See which one is right.',
  'item-name-differs': p =>
    `Line ${p.line} “${p.name}” is called “${p.item}” in 1C: they have no word in common. See ` +
    'whether it is the right item.',
  'name-cut': p => `“${p.name}” has ${p.length} characters, 1C holds ${p.limit} of a name.`,
  'items-of-one-name': p =>
    `Lines ${p.other} and ${p.line}: goods of different ids have one name or article, “${p.name}”, by ` +
    `which 1C ` +
    'may take them for one. If they differ, let names or articles differ, or link them to items of 1C.',
  'names-alike-after-cut': p =>
    `The names of lines ${p.other} and ${p.line} differ in 1C only by a mark at their end.`,
  'inn-of-wrong-kind': p => `INN ${p.inn} is not of this kind of buyer: 1C takes it for another kind.`,
  'inn-check-digits': p => `The check digits of INN ${p.inn} are wrong. Look for a slip.`,
  'inn-not-told': p =>
    `INN ${p.inn} of a private person is not sent: 1C would treat them as an entrepreneur.`,
  'organization-without-kpp': () =>
    'Without KPP 1C does not find the organization by its INN, and makes a new one.',
  'buyer-may-merge': p => `“${p.name}” may be taken for “${p.known}” in 1C: both came with ${p.value}.`,
  'no-buyer-key': () =>
    'This 1C knows buyers by INN or phone, and there is neither: the order stays without a buyer.',
  'number-collides': p =>
    `The number “${p.number}” does not fit this 1C: different orders would become one. Count them instead.`,
  'number-loses-letters': p =>
    `Of the number “${p.number}” 1C keeps the digits: ${p.digits}. No other order has them.`,
  'comment-cut': p =>
    `The comment (${p.length} characters) is cut at 3,000 with number and payments before it.`,
  'text-cut': p => `“${p.text}” (${p.length} characters) is cut at ${p.limit}.`,
  'attribute-cut': p => `The value of “${p.name}” (${p.length} characters) is cut at ${p.limit}.`,
  'attribute-dropped': p =>
    `“${p.name}” does not reach 1C: it can’t be told from another requisite. Rename it.`,
  'attribute-renamed': p => `“${p.name}” steers 1C, so it goes as “${p.renamed}” and changes nothing.`,
  'attribute-steers-1c': p =>
    `1C does not only keep “${p.name}”, it acts upon it. Rename it if that is not meant.`,
  'delivery-address-unread': p =>
    `The address “${p.address}” is kept as a requisite only, in no field of an address.`,
  'contract-unread': p =>
    `This 1C does not read the contract “${p.name}”: choose it in the document by hand.`,
  'delivery-by-name': p => `1C looks for the way of delivery “${p.name}” by name; not found, it is pick-up.`,
  'makes-document': p => `A document of number ${p.number} for ${money(p.total, p.currency)}.`,
  'cancels-document': p => `The document of number ${p.number} is canceled.`,
  'makes-payment': p =>
    `A payment of ${money(p.amount, p.currency)}, if the method “${p.method}” is matched in 1C` +
    (p.state === 'made' || p.state === 'sent' ? ': it was sent before, and no other one follows.' : '.'),
  'makes-no-payment': () => 'This 1C makes no payments of what a site tells.',
}

/** What a finding says in English; `unsure`: it is true only if 1C loaded what it has not confirmed. */
export function englishFinding(code: FindingCode, params: Params): string {
  const text = FINDING_SENTENCES[code](params)
  if (params.unsure === 'wait')
    return '1C has not confirmed yet that it loaded the payment of this order. Wait for the next exchange.'
  return params.unsure ? `1C has not confirmed the load. If it took place all the same: ${text}` : text
}

export const TASK_SENTENCES: Readonly<Record<TaskCode, (order: string, params: Params) => string>> = {
  'enter-refund': (order, p) =>
    `Enter a refund of ${money(p.amount, p.currency)} for order ${order} in 1C: payment “${p.id}” ` +
    `was returned.${p.canceled === 'yes' ? ' If that was done when it was canceled, mark this as done.' : ''}` +
    atRate(p),
  'undo-payment': (order, p) =>
    p.byHand === 'receipt'
      ? `Look into the payment of ${money(p.amount, p.currency)} for order ${order}: in 1C it came to the bank ` +
        'account or the till, and with it 1C has more than the platform. If the customer paid too much, return ' +
        'it and enter a refund. If it is the same money, undo the other payment in 1C and leave the receipt.'
      : p.byHand === 'doubles'
        ? `Delete the payment that was entered by hand for order ${order} in 1C, ` +
          `${money(p.amount, p.currency)} in all: 1C makes the whole payment by itself.`
        : p.byHand === 'yes'
          ? `Reduce the payment that was entered by hand for order ${order} in 1C by ` +
            `${money(p.amount, p.currency)}, or cancel it if that is all of it: 1C has more payments than ` +
            `the platform. If the money was returned, enter a refund instead.${atRate(p)}`
          : p.byHand === 'no'
            ? `Reduce the payment of order ${order} in 1C by ${money(p.amount, p.currency)}: it is of ` +
              `${money(p.has, p.currency)}, and ${money(p.due, p.currency)} are paid.${atRate(p)}`
            : p.from === undefined
              ? `Check the payment of ${money(p.amount, p.currency)} for order ${order} in 1C: ` +
                `“${p.id}” no ` +
                `longer holds.${atRate(p)}`
              : `Reduce the payment ${p.from === 'hand' ? 'entered by hand ' : ''}for order ${order} in 1C ` +
                `by ` +
                `${money(p.amount, p.currency)}: “${p.id}” no longer holds. If the money was returned, ` +
                `enter a refund instead.${atRate(p)}`,
  'enter-payment': (order, p) =>
    p.rest === 'yes'
      ? `Enter what is missing of the payment, ${money(p.amount, p.currency)}, for order ${order} in ` +
        '1C: the rest is there, and 1C makes no more by itself.'
      : p.rest === 'none'
        ? `Post or enter the payment of ${money(p.amount, p.currency)} for order ${order} in 1C: it was sent, ` +
          'but 1C has no posted payment of it.'
        : `Enter a payment of ${money(p.amount, p.currency)} for order ${order} in 1C: it is a part ` +
          'payment, which can’t be sent.',
  'enter-overpayment': (order, p) =>
    `Enter a payment of ${money(p.amount, p.currency)} for order ${order} in 1C: more than ` +
    `${money(p.total, p.currency)} can’t be sent.` +
    (p.waits === 'yes' ? ' If the payment in excess is returned, this task closes by itself.' : ''),
  'check-canceled': (order, p) =>
    p.payment === 'stays'
      ? `Order ${order} was canceled, its payment of ${money(p.amount, p.currency)} stays in 1C. If the ` +
        'money goes back, put the refund on the platform: a task follows. Till then enter none.'
      : `Order ${order} was canceled, ${money(p.amount, p.currency)} are paid and not in 1C. If you ` +
        `keep ` +
        'the money, enter the payment by hand.',
  'check-payment': (order, p) =>
    p.amount === '0.00'
      ? `If 1C has ${p.number === undefined ? 'a payment' : `payment No. ${p.number}`} of order ${order}, ` +
        'cancel it: there is no such money. If not, do nothing.'
      : p.number === undefined
        ? `Check the payments of order ${order} in 1C: together, without refunds, they are to be ` +
          `${money(p.amount, p.currency)}. Enter what is missing, cancel what is too much.`
        : `Check whether 1C has payment No. ${p.number} of ${money(p.amount, p.currency)} for order ` +
          `${order}. If not, enter it under that number${p.method ? ` and the method “${p.method}”` : ''}; ` +
          'if its amount is another one, correct it.',
  'find-missing': (order, p) =>
    p.was === undefined
      ? `Find the document of order ${order} in 1C: it confirmed the order and has no document. If it has ` +
        'another number or organization, give it its own again; if there is none, send the order again.'
      : `Document ${p.was} of order ${order} is not in 1C any more. If it was deleted by mistake, send the ` +
        'order again, and 1C will make it anew; if it is meant to be gone, mark the task as done.',
  'remove-double': (order, p) =>
    `1C has more than one document of order ${order}: ${p.documents}. Keep the one that was paid and ` +
    'shipped, mark the other for deletion.',
}

function atRate({ vat, sold }: Params): string {
  return vat === undefined ? '' : ` A refund takes the VAT of the sale of ${sold}: ${ratesInWords(vat)}.`
}

function ratesInWords(rates: string | number): string {
  const words = String(rates).split(', ')
  return words.map(rate => (rate === 'none' ? 'no VAT' : `${rate} %`)).join(', ')
}
