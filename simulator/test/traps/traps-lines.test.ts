import { line, order, TAXES } from '../support/order.js'
import { ALL_MADE, all, describeTraps, made, rolledBack, utAndRt } from '../support/traps.js'

const discount = (included: boolean) =>
  '<Скидки><Скидка><Наименование>С</Наименование><Сумма>100.00</Сумма>' +
  `<УчтеноВСумме>${included}</УчтеноВСумме></Скидка></Скидки>`
const withoutRate = TAXES.replace('<Ставка>20</Ставка>', '')

describeTraps([
  [
    '12 # in a name',
    order({ lines: line({ name: 'Кружка #2' }) }),
    {
      ut: rolledBack('hash-in-name'),
      rt: made('name-cut', 'warning'),
      unf: made('name-cut', 'warning'),
      bp: made('name-cut', 'warning'),
    },
  ],
  [
    '12 # in a name without characteristics',
    order({ lines: line({ name: 'Кружка #2' }) }),
    { ut: made('name-cut', 'warning') },
    { settings: { characteristics: false } },
  ],
  [
    '8 a line without a name',
    order({ lines: line({ id: 'new', article: '', name: '' }) }),
    { ut: rolledBack('item-without-name'), unf: made('item-unmatched'), bp: made('unposted-unmatched') },
  ],
  [
    '22 quantity 0',
    order({ lines: line() + line({ id: 'B', quantity: '0' }) }),
    { ...utAndRt(made('line-dropped')), unf: made('line-dropped'), bp: made('line-without-quantity') },
  ],
  [
    '22 no line sum',
    order({ lines: line({ amount: '' }) }),
    { ut: made('line-without-amount'), unf: made('line-without-amount'), bp: made('line-without-amount') },
  ],
  [
    '22 a sum with a blank',
    order({ lines: line({ amount: '1 200.00' }) }),
    { ut: made('line-without-amount') },
  ],
  [
    '22 no lines',
    order({ lines: '' }),
    { ut: made('no-lines'), unf: made('order-not-posted'), bp: made('no-lines') },
  ],
  [
    '24 no taxes in the document',
    order({ taxes: '' }),
    { ...utAndRt(made('vat-on-top')), unf: made('not-subject-to-vat'), bp: made('vat-on-top') },
  ],
  [
    '24 taxes without УчтеноВСумме',
    order({ taxes: TAXES.replace('<УчтеноВСумме>true</УчтеноВСумме>', '') }),
    { ut: made('vat-on-top'), unf: made('vat-on-top'), bp: made('vat-on-top') },
  ],
  [
    '24 the rate 20.00',
    order({ lines: line({ rate: '20.00' }) }),
    { ut: ALL_MADE, unf: ALL_MADE, bp: made('unknown-vat') },
  ],
  [
    '24 the rate 22',
    order({ lines: line({ rate: '22' }) }),
    { ...utAndRt(made('unknown-vat')), unf: made('unknown-vat'), bp: ALL_MADE },
  ],
  [
    '24 no VAT in an order whose rate is 20',
    order({ lines: line({ rate: 'Без НДС' }) }),
    { ut: made('unknown-vat'), unf: ALL_MADE, bp: ALL_MADE },
  ],
  [
    '25 a line that lacks the rate of the one before',
    order({ lines: line({ rate: '10' }) + line({ id: 'B', rate: '' }) }),
    {
      ...utAndRt(made('vat-leaked')),
      unf: made('no-vat-rate', 'warning'),
      bp: made('no-vat-rate', 'warning'),
    },
  ],
  [
    '25 a unit and a coefficient of the line before',
    order({
      lines: line({ more: '<Единица>796</Единица><Коэффициент>12</Коэффициент>' }) + line({ id: 'B' }),
    }),
    { ut: made('unit-leaked'), rt: made('ratio-leaked') },
  ],
  [
    '26 a discount that is not in the sum',
    order({ lines: line({ more: discount(false) }) }),
    all(made('discount-subtracted')),
  ],
  ['26 a discount that is in the sum', order({ lines: line({ more: discount(true) }) }), all(ALL_MADE)],
  [
    '26 a discount of the document',
    order({ more: discount(false) }),
    { ut: made('total-differs', 'warning'), unf: made('discount-subtracted'), bp: ALL_MADE },
  ],
  [
    '26 a gross price beside a net sum',
    order({ total: '1100.00', lines: line({ amount: '1100.00' }) }),
    all(made('price-times-quantity')),
  ],
  [
    '22 a quantity of four decimals',
    order({ total: '200.01', lines: line({ quantity: '0.3333', price: '600.00', amount: '200.01' }) }),
    all(made('quantity-rounded')),
  ],
  [
    '26 a sum of fourteen digits before the kopecks',
    order({
      total: '20000000000000.00',
      lines: line({ quantity: '1', price: '20000000000000.00', amount: '20000000000000.00' }),
    }),
    all(made('sum-too-large')),
  ],
  [
    '24 0 % beside other rates',
    order({ taxes: withoutRate, lines: line({ rate: '0' }) }),
    { ...utAndRt(made('unknown-vat')), unf: ALL_MADE, bp: ALL_MADE },
  ],
  [
    '24 0 % that the document names too',
    order({
      taxes: withoutRate.replace('</Налог>', '<Ставка>0</Ставка></Налог>'),
      lines: line({ rate: '0' }),
    }),
    all(ALL_MADE),
  ],
  [
    '30 a name of 101 characters',
    order({ lines: line({ id: 'B', name: 'я'.repeat(101) }) }),
    { ut: made('long-name'), unf: made('long-name'), bp: made('long-name') },
  ],
])
