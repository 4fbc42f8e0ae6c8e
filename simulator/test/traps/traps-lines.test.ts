import { line, order, TAXES } from '../support/order.js'
import { ALL_MADE, describeTraps, ROLLED_BACK, utAndRt } from '../support/traps.js'

const withoutRate = TAXES.replace('<Ставка>20</Ставка>', '')

describeTraps([
  [
    '12 # in a name',
    order({ lines: line({ name: 'Кружка #2' }) }),
    {
      ut: [ROLLED_BACK, false, 'hash-in-name', 'batch'],
      rt: ['created created created', true, 'name-cut', 'warning'],
      unf: ['created created created', true, 'name-cut', 'warning'],
      bp: ['created created created', true, 'name-cut', 'warning'],
    },
  ],
  [
    '12 # in a name without characteristics',
    order({ lines: line({ name: 'Кружка #2' }) }),
    { ut: ['created created created', true, 'name-cut', 'warning'] },
    { settings: { characteristics: false } },
  ],
  [
    '8 a line without a name',
    order({ lines: line({ id: 'new', article: '', name: '' }) }),
    {
      ut: [ROLLED_BACK, false, 'item-without-name', 'batch'],
      unf: ['created created created', true, 'item-unmatched', 'silent'],
      bp: ['created created created', true, 'unposted-unmatched', 'silent'],
    },
  ],
  [
    '22 quantity 0',
    order({ lines: line() + line({ id: 'B', quantity: '0' }) }),
    {
      ...utAndRt(['created created created', true, 'line-dropped', 'silent']),
      unf: ['created created created', true, 'line-dropped', 'silent'],
      bp: ['created created created', true, 'line-without-quantity', 'silent'],
    },
  ],
  [
    '22 no line sum',
    order({ lines: line({ amount: '' }) }),
    {
      ut: ['created created created', true, 'line-without-amount', 'silent'],
      unf: ['created created created', true, 'line-without-amount', 'silent'],
      bp: ['created created created', true, 'line-without-amount', 'silent'],
    },
  ],
  [
    '22 a sum with a blank',
    order({ lines: line({ amount: '1 200.00' }) }),
    { ut: ['created created created', true, 'line-without-amount', 'silent'] },
  ],
  [
    '22 no lines',
    order({ lines: '' }),
    {
      ut: ['created created created', true, 'no-lines', 'silent'],
      unf: ['created created created', true, 'order-not-posted', 'silent'],
      bp: ['created created created', true, 'no-lines', 'silent'],
    },
  ],
  [
    '24 no taxes in the document',
    order({ taxes: '' }),
    {
      ...utAndRt(['created created created', true, 'vat-on-top', 'silent']),
      unf: ['created created created', true, 'not-subject-to-vat', 'silent'],
      bp: ['created created created', true, 'vat-on-top', 'silent'],
    },
  ],
  [
    '24 taxes without УчтеноВСумме',
    order({ taxes: TAXES.replace('<УчтеноВСумме>true</УчтеноВСумме>', '') }),
    {
      ut: ['created created created', true, 'vat-on-top', 'silent'],
      unf: ['created created created', true, 'vat-on-top', 'silent'],
      bp: ['created created created', true, 'vat-on-top', 'silent'],
    },
  ],
  [
    '24 the rate 20.00',
    order({ lines: line({ rate: '20.00' }) }),
    {
      ut: ALL_MADE,
      unf: ALL_MADE,
      bp: ['created created created', true, 'unknown-vat', 'silent'],
    },
  ],
  [
    '24 the rate 22',
    order({ lines: line({ rate: '22' }) }),
    {
      ...utAndRt(['created created created', true, 'unknown-vat', 'silent']),
      unf: ['created created created', true, 'unknown-vat', 'silent'],
      bp: ALL_MADE,
    },
  ],
  [
    '24 no VAT in an order whose rate is 20',
    order({ lines: line({ rate: 'Без НДС' }) }),
    {
      ut: ['created created created', true, 'unknown-vat', 'silent'],
      unf: ALL_MADE,
      bp: ALL_MADE,
    },
  ],
  [
    '25 a line that lacks the rate of the one before',
    order({ lines: line({ rate: '10' }) + line({ id: 'B', rate: '' }) }),
    {
      ...utAndRt(['created created created', true, 'vat-leaked', 'silent']),
      unf: ['created created created', true, 'no-vat-rate', 'warning'],
      bp: ['created created created', true, 'no-vat-rate', 'warning'],
    },
  ],
  [
    '25 a unit and a coefficient of the line before',
    order({
      lines: line({ more: '<Единица>796</Единица><Коэффициент>12</Коэффициент>' }) + line({ id: 'B' }),
    }),
    {
      ut: ['created created created', true, 'unit-leaked', 'silent'],
      rt: ['created created created', true, 'ratio-leaked', 'silent'],
    },
  ],
  [
    '26 a discount that is not in the sum',
    order({
      lines: line({
        more: '<Скидки><Скидка><Наименование>С</Наименование><Сумма>100.00</Сумма><УчтеноВСумме>false</УчтеноВСумме></Скидка></Скидки>',
      }),
    }),
    {
      ut: ['created created created', true, 'discount-subtracted', 'silent'],
      rt: ['created created created', true, 'discount-subtracted', 'silent'],
      unf: ['created created created', true, 'discount-subtracted', 'silent'],
      bp: ['created created created', true, 'discount-subtracted', 'silent'],
    },
  ],
  [
    '26 a discount that is in the sum',
    order({
      lines: line({
        more: '<Скидки><Скидка><Наименование>С</Наименование><Сумма>100.00</Сумма><УчтеноВСумме>true</УчтеноВСумме></Скидка></Скидки>',
      }),
    }),
    { ut: ALL_MADE, rt: ALL_MADE, unf: ALL_MADE, bp: ALL_MADE },
  ],
  [
    '26 a discount of the document',
    order({
      more: '<Скидки><Скидка><Наименование>С</Наименование><Сумма>100.00</Сумма><УчтеноВСумме>false</УчтеноВСумме></Скидка></Скидки>',
    }),
    {
      ut: ['created created created', true, 'total-differs', 'warning'],
      unf: ['created created created', true, 'discount-subtracted', 'silent'],
      bp: ALL_MADE,
    },
  ],
  [
    '26 a gross price beside a net sum',
    order({ total: '1100.00', lines: line({ amount: '1100.00' }) }),
    {
      ut: ['created created created', true, 'price-times-quantity', 'silent'],
      rt: ['created created created', true, 'price-times-quantity', 'silent'],
      unf: ['created created created', true, 'price-times-quantity', 'silent'],
      bp: ['created created created', true, 'price-times-quantity', 'silent'],
    },
  ],
  [
    '22 a quantity of four decimals',
    order({ total: '200.01', lines: line({ quantity: '0.3333', price: '600.00', amount: '200.01' }) }),
    {
      ut: ['created created created', true, 'quantity-rounded', 'silent'],
      rt: ['created created created', true, 'quantity-rounded', 'silent'],
      unf: ['created created created', true, 'quantity-rounded', 'silent'],
      bp: ['created created created', true, 'quantity-rounded', 'silent'],
    },
  ],
  [
    '26 a sum of fourteen digits before the kopecks',
    order({
      total: '20000000000000.00',
      lines: line({ quantity: '1', price: '20000000000000.00', amount: '20000000000000.00' }),
    }),
    {
      ut: ['created created created', true, 'sum-too-large', 'silent'],
      rt: ['created created created', true, 'sum-too-large', 'silent'],
      unf: ['created created created', true, 'sum-too-large', 'silent'],
      bp: ['created created created', true, 'sum-too-large', 'silent'],
    },
  ],
  [
    '24 0 % beside other rates',
    order({ taxes: withoutRate, lines: line({ rate: '0' }) }),
    {
      ...utAndRt(['created created created', true, 'unknown-vat', 'silent']),
      unf: ALL_MADE,
      bp: ALL_MADE,
    },
  ],
  [
    '24 0 % that the document names too',
    order({
      taxes: withoutRate.replace('</Налог>', '<Ставка>0</Ставка></Налог>'),
      lines: line({ rate: '0' }),
    }),
    { ut: ALL_MADE, rt: ALL_MADE, unf: ALL_MADE, bp: ALL_MADE },
  ],
  [
    '30 a name of 101 characters',
    order({ lines: line({ id: 'B', name: 'я'.repeat(101) }) }),
    {
      ut: ['created created created', true, 'long-name', 'silent'],
      unf: ['created created created', true, 'long-name', 'silent'],
      bp: ['created created created', true, 'long-name', 'silent'],
    },
  ],
])
