import { CUSTOMER, order, requisites } from '../support/order.js'
import { ALL_MADE, customer, describeTraps, dropped, lost, made, stopped, utAndRt } from '../support/traps.js'

describeTraps([
  [
    '17 a date before the start of exchange',
    order({ date: '1999-12-31' }),
    { bp: dropped('before-exchange-start'), ut: ALL_MADE },
  ],
  [
    '19 an empty requisite',
    order({ requisites: requisites({ 'Статус заказа': 'Принят', 'Комментарий доставки': '' }) }),
    {
      ...utAndRt(made('requisite-leaked')),
      unf: made('empty-requisite-ignored', 'warning'),
      bp: made('empty-requisite-ignored', 'warning'),
    },
  ],
  [
    '20 an empty ИНН',
    order({ customer: customer('<Ид>c-2</Ид><Наименование>Сидоров</Наименование><ИНН/>') }),
    { ut: made('inn-empty'), bp: ALL_MADE },
  ],
  [
    '20 an empty ОфициальноеНаименование',
    order({
      customer: customer('<Ид>c-2</Ид><Наименование>Сидоров</Наименование><ОфициальноеНаименование/>'),
    }),
    { ut: made('official-name-empty') },
  ],
  [
    '21 a counterparty without Ид',
    order({ customer: CUSTOMER.replace('<Ид>client-77</Ид>', '') }),
    { bp: made('customer-without-id'), ut: ALL_MADE },
  ],
  [
    '21 a counterparty without a name',
    order({ customer: customer('<Ид>c-3</Ид>') }),
    {
      ut: made('customer-without-name'),
      rt: made('customer-not-identified'),
      unf: made('customer-without-name'),
      bp: ALL_MADE,
    },
  ],
  [
    '21 an Ид of 41 characters',
    order({ customer: CUSTOMER.replace('client-77', 'x'.repeat(41)) }),
    { bp: made('customer-id-long') },
  ],
  [
    '23 a number over 11 characters',
    order({ number: '123456789012' }),
    { ...utAndRt(made('number-over-11')), unf: made('number-cut'), bp: made('number-cut') },
  ],
  [
    '23 a number with letters',
    order({ number: 'OLV/17' }),
    { ut: ALL_MADE, unf: made('number-letters', 'warning'), bp: made('number-letters', 'warning') },
  ],
  ['23 a number without digits', order({ number: 'AB' }), { bp: made('number-without-digits') }],
  [
    '23 letters that hide the same digits',
    order({ number: 'A-14' }),
    { unf: lost('number-not-unique'), bp: stopped('number-not-unique'), ut: ALL_MADE },
  ],
])
