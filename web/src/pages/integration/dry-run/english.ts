/** The simulator's findings in English; braces mark a finding's values. */
export const ENGLISH: Readonly<Record<string, string>> = {
  'missing-element': '“{owner}” has no element “{name}”: in the code of 1C an exception.',
  'missing-part': 'One of “{owner}” has no element “{name}”: in the code of 1C an exception.',
  'payment-incomplete':
    'A payment in “{owner}” has no element “{name}”: Accounting crashes, the exchange stops.',
  'not-an-order':
    'The operation is “{operation}”; this 1C expects an order of goods and loads nothing after it.',
  'extra-invoice':
    'The operation is “{operation}”, but Accounting makes an invoice of any document: one too many.',
  'document-ignored': 'The Bitrix module does not load a document “{operation}” here.',
  'currency-empty': 'There is no currency: 1C stops loading.',
  'no-currency': 'There is no currency: Accounting notes it; without the element there is no invoice.',
  'unknown-currency':
    'The currency is looked for by name, and 1C has no “{name}”: the document will be in {base}. ' +
    'Name it as 1C does.',
  'number-empty': 'There is no number: UNF passes the order over in silence and confirms it.',
  'number-over-11':
    'The number “{number}” has more than 11 characters: 1C will not know the order again and makes a ' +
    'new one each time.',
  'number-letters': 'Of the number “{number}” only digits stay: in 1C it is “{made}”.',
  'number-cut':
    'The number “{number}” does not fit: in 1C it is “{made}”, and another order may get the same.',
  'number-without-digits':
    'The number “{number}” has no digits: in 1C it is “{made}”, as with all such orders.',
  'number-not-unique':
    'The number “{number}” is taken in 1C by a document of order “{other}”: it can’t be saved.',
  'invoice-of-another-order': 'Invoice “{number}” was made for order “{other}” and is now overwritten.',
  'date-not-iso':
    'The date “{date}” is no YYYY-MM-DD: for Accounting it is before the start of the exchange, the ' +
    'order is passed over in silence and confirmed.',
  'before-exchange-start':
    'The order is of {date}, before the start date of the exchange, {start}: passed over in silence ' +
    'and confirmed. By default it is the evening before connecting. Set an earlier date in 1C, or do not ' +
    'send ' +
    'such orders (ordersfrom).',
  'bad-time': 'The time “{time}” is no HH:MM:SS: the invoice has no date, is not posted and not found again.',
  'bad-date':
    'The date “{date}” or the time “{time}” can’t be read: the document has no date and is not posted.',
  'date-guessed': 'The date “{date}” and the time “{time}” are written oddly; UNF read them as {read}.',
  'date-moved':
    'Date or time of the order changed: Retail knows an order by its number together with them, and ' +
    'made a second one.',
  'requisite-leaked':
    'The requisite “{name}” is empty, so 1C took the value of the one before, “{value}”, maybe of ' +
    'another order.',
  'empty-requisite-ignored': 'The requisite “{name}” is empty: this 1C passes it over.',
  'canceled-unknown': 'The order is canceled and 1C has no invoice of it: Accounting does not load it.',
  'cancellation-not-kept':
    'This UT keeps no reasons of cancellation: the cancellation is not kept. Switch the reasons on in UT.',
  'order-moved-on':
    'In 1C the order is “{state}” already: changes from the site, payment and cancellation too, are ' +
    'not taken but confirmed. Enter them in 1C by hand.',
  'lines-not-updated':
    'UNF has documents on this order: only requisites and status change, the sum stays {kept} ' +
    'instead of {sent}. Change the lines in 1C by hand.',
  'sent-again-unchanged':
    'The order has not changed, and Accounting filled and posted invoice “{number}” anew.',
  'edits-overwritten': 'The accountant’s edits of invoice “{number}” ({edits}) are overwritten.',
  'warehouse-incomplete': 'The warehouses are incomplete: UT takes the whole exchange back.',
  'customer-missing': 'The order has no customer: UNF saved it without a buyer.',
  'customer-not-identified':
    'The customer has neither INN nor a work phone: Retail did not know them. Send one of them.',
  'customer-without-name':
    'The customer has no name: the order is saved without a buyer and will not be posted.',
  'customer-without-id': 'The customer has no id: for Accounting all such buyers become one.',
  'customer-id-long':
    'The id of the customer, {length} characters, does not fit into 40: Accounting will not know them again.',
  'customers-merged': 'The buyer “{name}” is taken for another, “{other}”.',
  'customers-alike':
    '1C took the buyer “{name}” for “{other}”, although the codes of the customers differ. If they ' +
    'are different people, send INN or different phones and emails.',
  'official-name-empty': 'An official name is there, though empty: UT takes the buyer for an organization.',
  'inn-empty': 'INN is empty: UT looks for a buyer with an empty INN and may take a stranger.',
  'order-not-posted': 'The order is saved but not posted: buyer, date or lines are missing.',
  'method-needed': '1C must have the payment method “{name}”. Add it there under exactly this name.',
  'method-name-long':
    'The payment method “{name}” has more than 50 characters: it does not fit into 1C’s table.',
  'method-by-id':
    'The payment method “{name}” is found not by name but by id “{id}”: Accounting crashes on it. ' +
    'Give the name exactly as in 1C.',
  'payment-not-created': 'No payment is made.',
  'payment-without-method-id': 'The order is paid, but there is no id of the method: UT makes no payment.',
  'payment-without-method': 'The payment has no method: Accounting crashes, the exchange stops.',
  'payment-of-unpaid':
    'The order is not marked as paid, but has facts of a payment: this 1C makes the payment.',
  'payment-date-with-time': 'The date of the payment, “{date}”, can’t be read.',
  'payment-number-long':
    'The number of the payment, “{number}”, has more than {limit} characters: 1C will make a new one ' +
    'in the next exchange.',
  'payment-guid':
    'The id of the payment, “{id}”, has 36 characters: UNF takes it for one of its own documents.',
  'empty-subordinate': 'There are empty subordinate documents: Accounting crashes, the exchange stops.',
  'paid-more-than-total':
    'Payments of the invoice come to {paid}, the invoice to {total}: Accounting knows a payment by ' +
    'method and number, any other is one more.',
  'payment-in-one-rate':
    'The payment of {amount} is not the whole invoice: Accounting books it as one row with the rate ' +
    'of the first line, {vat}. Check the VAT in the payment.',
  'document-locked':
    'The document of order {number} can’t be saved in 1C: it is locked or fails its checks. Look at ' +
    'the document in 1C.',
  'closed-period':
    'Document “{number}” of {date} is in a closed period (no changes before {closed}): it can’t be ' +
    'saved, the exchange stops and repeats. Open the period in 1C, or change no orders of closed ' +
    'months.',
  'customer-kept':
    'The buyer of the order changed, the invoice keeps “{kept}”: Accounting takes it in the first ' +
    'load only. Change it in the invoice by hand.',
  'currency-kept':
    'The invoice stays in {kept} although the order is in {said} now. Change the currency in the ' +
    'invoice by hand, or make a new order.',
  'comment-kept': 'The comment was removed, in the invoice it stays. Remove it in 1C by hand if it matters.',
  'delivery-comment-again': 'The comment on delivery is added to the earlier one again: “{comment}”.',
  'cancellation-kept':
    'Invoice “{number}” was canceled and stays so: Accounting does not understand that the order ' +
    'goes on. Set its status in 1C by hand.',
  'delivery-by-id':
    'The way of delivery is looked for by the code “{id}” alone, which 1C lacks: it will be pick-up.',
  'no-payments-here': 'Retail makes no payments.',
  'failure-confirmed':
    'The order did not load, but UNF looks at the last document alone and confirms all: the order is ' +
    'lost. Mend it and send it again.',
  'last-document-failed':
    'The last order did not load: UNF confirms nothing, and the same answer comes again. Mend this order.',
  'not-reached': '1C stopped earlier and did not come to this order. Mend the order that it stopped at.',
  'rolled-back': 'Taken back with the whole exchange because of another order. Mend that one.',
  'no-lines': 'The order has no line: the document is empty and will not be posted.',
  'line-dropped': 'The line “{name}” has no quantity (“{text}”): 1C drops it in silence.',
  'line-without-quantity': 'The line “{name}” has no quantity (“{text}”): the invoice will not be posted.',
  'quantity-rounded': 'The quantity {text} of “{name}” is rounded to {kept}: 1C holds three decimals.',
  'price-times-quantity':
    'Price times quantity of “{name}” is {product}, the sum is {sum}: so it will be printed.',
  'sum-too-large':
    'The sum {sum} does not fit into a number of 1C (15 digits with the kopecks): {kept} stays in ' +
    'the document.',
  'line-without-amount': 'The line “{name}” has no sum: 1C takes zero.',
  'total-differs': 'The document comes to {made} in 1C, the file says {said}: 1C adds up the lines.',
  'long-name': 'The name “{name}”, {length} characters, is cut at 100: 1C will not find it by name again.',
  'name-cut': 'The name “{name}” is cut at “#”.',
  'hash-in-name': 'The name “{name}” has a “#” and the id has none: UT takes the whole exchange back.',
  'item-without-name': 'A line has no name: the item can’t be saved, the whole exchange is taken back.',
  'item-unmatched': 'A line has no name: the item is neither found nor made.',
  'unposted-unmatched':
    'The invoice is not posted: item or buyer are not matched, in this order or an earlier one of ' +
    'this exchange. Match them in 1C, or allow to make new ones.',
  'unposted-incomplete': 'The invoice is not posted: a line has no quantity, or the sum is negative.',
  'vat-on-top': 'The document does not say that VAT is in the sums: 1C adds it on top.',
  'not-subject-to-vat': 'The document has no taxes: UNF takes the order for one without VAT.',
  'unknown-vat': 'This 1C does not know the rate “{text}” of “{name}”: it will be “{vat}”.',
  'no-vat-rate': 'The line “{name}” has no VAT rate: it will be “{vat}”.',
  'vat-leaked': 'The line “{name}” has no VAT rate: 1C takes that of the line before, {vat}.',
  'unit-leaked': 'The line “{name}” has no unit: 1C takes that of the line before, {unit}.',
  'ratio-leaked': 'The line “{name}” has no ratio: 1C takes that of the line before, {ratio}.',
  'discount-subtracted':
    'The discount {sum} of “{name}” is said not to be in the sum: 1C subtracts it again.',
  'address-with-question':
    'The address “{url}” has a “?”: 1C spoils it. Type the address without parameters.',
  'crlf-checkauth': 'The lines of the answer to checkauth end with CRLF: the cookie is spoiled.',
  'no-cookie': 'The answer to checkauth has no cookie.',
  'not-authorised': '1C did not sign in. Check login and password and whether the integration is enabled.',
  'catalog-checkauth-refused': 'The sign-in with type=catalog was refused, and 1C gave up the exchange.',
  'init-lines': 'The answer to init has {lines} lines, this 1C needs {expected}.',
  'init-failure-unseen': 'init was refused; this 1C does not notice and goes on.',
  bom: 'The answer to {mode} begins with a BOM, which 1C may not remove (setting encoding: utf-8).',
  'blank-before-xml': 'There is blank space before “<?xml”: 1C does not take such an answer.',
  'zip-answer': 'query was answered by an archive: 1C spoils it.',
  'query-failure': 'query was refused.',
  'query-unreadable': 'The answer to query does not begin with “<?xml”: 1C could not read it.',
  'status-not-200': 'The site answered with code {status}.',
  redirect: 'The site redirects (code {status}): 1C does not follow. Type the final address into 1C.',
  'charset-damaged': 'The answer to {mode} has bytes that are not in {encoding}: 1C will see “�” instead.',
  'charset-unnamed': 'The answer to {mode} names no charset: 1C reads it as UTF-8.',
  'no-answer': 'No answer to {mode}: {message}. Check address and port, and that the site runs.',
  'download-cut': 'The answer to {mode} broke off: {message}. 1C loaded nothing and will ask again.',
  'control-characters': 'The XML has control characters: 1C refuses the whole answer.',
  'control-removed':
    'The XML has control characters; UNF removes them, other 1C would refuse the whole answer.',
  'xml-broken':
    'The XML can’t be read (line {line}, column {column}: {message}): 1C refuses the whole answer.',
  namespace: 'The root has a namespace: 1C reads it by its schema and refuses what departs from it.',
  'namespace-dates':
    'The root has a namespace: Accounting can’t read dates, passes all orders over and confirms them.',
  container: 'The documents are in a container: this 1C does not see them and loses the orders.',
  'strange-root': 'The root of the answer is “{name}”: 1C finds no orders in it, yet confirms.',
  'empty-too-long':
    'There are no orders, yet the answer has {characters} characters: UNF takes it for spoiled.',
  'endless-query': 'Each query gets orders again: the Bitrix module would ask without end.',
  'success-refused': 'The confirmation was refused. The documents are in 1C, the same orders come again.',
  'success-refusal-unseen':
    'The confirmation was refused; this 1C does not notice. The same orders come again.',
}

/** The English sentence of a finding; undefined for a code that has none yet. */
export function englishFinding(
  code: string,
  params: Readonly<Record<string, string | number>>,
): string | undefined {
  return ENGLISH[code]?.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
