import { CUSTOMER, order, requisites } from '../support/order.js'
import { ALL_MADE, customer, DROPPED, describeTraps, LOST, STOPPED, utAndRt } from '../support/traps.js'

describeTraps([
  [
    '17 a date before the start of exchange',
    order({ date: '1999-12-31' }),
    { bp: [DROPPED, true, 'before-exchange-start', 'silent'], ut: ALL_MADE },
  ],
  [
    '19 an empty requisite',
    order({ requisites: requisites({ 'Статус заказа': 'Принят', 'Комментарий доставки': '' }) }),
    {
      ...utAndRt(['created created created', true, 'requisite-leaked', 'silent']),
      unf: ['created created created', true, 'empty-requisite-ignored', 'warning'],
      bp: ['created created created', true, 'empty-requisite-ignored', 'warning'],
    },
  ],
  [
    '20 an empty ИНН',
    order({ customer: customer('<Ид>c-2</Ид><Наименование>Сидоров</Наименование><ИНН/>') }),
    {
      ut: ['created created created', true, 'inn-empty', 'silent'],
      bp: ALL_MADE,
    },
  ],
  [
    '20 an empty ОфициальноеНаименование',
    order({
      customer: customer('<Ид>c-2</Ид><Наименование>Сидоров</Наименование><ОфициальноеНаименование/>'),
    }),
    {
      ut: ['created created created', true, 'official-name-empty', 'silent'],
    },
  ],
  [
    '21 a counterparty without Ид',
    order({ customer: CUSTOMER.replace('<Ид>client-77</Ид>', '') }),
    { bp: ['created created created', true, 'customer-without-id', 'silent'], ut: ALL_MADE },
  ],
  [
    '21 a counterparty without a name',
    order({ customer: customer('<Ид>c-3</Ид>') }),
    {
      ut: ['created created created', true, 'customer-without-name', 'silent'],
      rt: ['created created created', true, 'customer-not-identified', 'silent'],
      unf: ['created created created', true, 'customer-without-name', 'silent'],
      bp: ALL_MADE,
    },
  ],
  [
    '21 an Ид of 41 characters',
    order({ customer: CUSTOMER.replace('client-77', 'x'.repeat(41)) }),
    { bp: ['created created created', true, 'customer-id-long', 'silent'] },
  ],
  [
    '23 a number over 11 characters',
    order({ number: '123456789012' }),
    {
      ...utAndRt(['created created created', true, 'number-over-11', 'silent']),
      unf: ['created created created', true, 'number-cut', 'silent'],
      bp: ['created created created', true, 'number-cut', 'silent'],
    },
  ],
  [
    '23 a number with letters',
    order({ number: 'OLV/17' }),
    {
      ut: ALL_MADE,
      unf: ['created created created', true, 'number-letters', 'warning'],
      bp: ['created created created', true, 'number-letters', 'warning'],
    },
  ],
  [
    '23 a number without digits',
    order({ number: 'AB' }),
    { bp: ['created created created', true, 'number-without-digits', 'silent'] },
  ],
  [
    '23 letters that hide the same digits',
    order({ number: 'A-14' }),
    {
      unf: [LOST, true, 'number-not-unique', 'silent'],
      bp: [STOPPED, false, 'number-not-unique', 'queue'],
      ut: ALL_MADE,
    },
  ],
])
