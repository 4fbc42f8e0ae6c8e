import { CUSTOMER, line, order } from '../support/order.js'
import {
  ALL_MADE,
  all,
  describeTraps,
  dropped,
  emptied,
  lost,
  made,
  missing,
  rolledBack,
  stopped,
  utAndRt,
} from '../support/traps.js'

describeTraps([
  [
    '6/7 another operation',
    order({ operation: 'Отпуск товара' }),
    { ...utAndRt(stopped('not-an-order')), unf: lost('not-an-order'), bp: made('extra-invoice') },
  ],
  ['7 the operation in capitals', order({ operation: 'ЗАКАЗ ТОВАРА' }), all(ALL_MADE)],
  ['7 the operation with a blank', order({ operation: 'Заказ товара ' }), { ut: stopped('not-an-order') }],
  ['8 no number', missing('Номер'), all(rolledBack('missing-element'))],
  ['8 an empty number', emptied('Номер'), { unf: dropped('number-empty') }],
  [
    '8 no date',
    missing('Дата'),
    {
      ...utAndRt(rolledBack('missing-element')),
      unf: lost('missing-element'),
      bp: rolledBack('missing-element'),
    },
  ],
  [
    '8 no Ид',
    order({ number: '15' }).replace(/<Ид>id-15<\/Ид>/, ''),
    { ...utAndRt(rolledBack('missing-element')), unf: ALL_MADE, bp: ALL_MADE },
  ],
  [
    '8 no operation',
    missing('ХозОперация'),
    {
      ...utAndRt(rolledBack('missing-element')),
      unf: lost('missing-element'),
      bp: stopped('missing-element'),
    },
  ],
  [
    '8 no currency',
    missing('Валюта'),
    {
      ...utAndRt(rolledBack('missing-element')),
      unf: lost('missing-element'),
      bp: stopped('missing-element'),
    },
  ],
  [
    '8 an empty currency',
    emptied('Валюта'),
    {
      ...utAndRt(stopped('currency-empty')),
      unf: lost('currency-empty'),
      bp: made('no-currency', 'warning'),
    },
  ],
  [
    '8 an unknown currency',
    order({ currency: 'руб.' }),
    { ut: made('unknown-currency'), bp: made('unknown-currency') },
  ],
  [
    '8 no counterparty',
    order({ customer: '<Контрагенты/>' }),
    {
      ...utAndRt(rolledBack('missing-element')),
      unf: made('customer-missing'),
      bp: stopped('missing-element'),
    },
  ],
  [
    '8 a date in the Russian form',
    order({ date: '01.03.2026' }),
    { ...utAndRt(made('bad-date')), unf: made('date-guessed'), bp: dropped('date-not-iso') },
  ],
  [
    '8 a one-digit hour',
    order({ time: '9:05:00' }),
    { ...utAndRt(made('bad-date')), unf: made('date-guessed'), bp: made('bad-time') },
  ],
  [
    '9 a requisite without Значение',
    order({
      requisites:
        '<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Сайт</Наименование></ЗначениеРеквизита></ЗначенияРеквизитов>',
    }),
    { ...utAndRt(rolledBack('missing-part')), unf: lost('missing-part'), bp: stopped('missing-part') },
  ],
  [
    '9 a contact without Тип',
    order({ customer: CUSTOMER.replace('<Тип>Почта</Тип>', '') }),
    { ...utAndRt(rolledBack('missing-part')), unf: lost('missing-part'), bp: stopped('missing-part') },
  ],
  [
    '9 a rate without Ставка',
    order({
      lines: line({
        more: '<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование></СтавкаНалога></СтавкиНалогов>',
        rate: '',
      }),
    }),
    { ...utAndRt(rolledBack('missing-part')), unf: lost('missing-part'), bp: stopped('missing-part') },
  ],
  [
    '9 an address without Представление',
    order({ customer: CUSTOMER.replace(/<Представление>[^<]*<\/Представление>/, '') }),
    { ut: ALL_MADE, unf: ALL_MADE, bp: stopped('missing-part') },
  ],
  [
    '10 an empty Склады',
    order({ more: '<Склады/>' }),
    { ut: rolledBack('warehouse-incomplete'), rt: ALL_MADE, unf: ALL_MADE, bp: ALL_MADE },
  ],
  [
    '10 a whole Склад',
    order({
      more: '<Склады><Склад><Ид>1</Ид><Наименование>С</Наименование><Адрес><АдресноеПоле><Тип>Город</Тип><Значение>П</Значение></АдресноеПоле></Адрес><Контакты><Контакт><Тип>Т</Тип><Значение>1</Значение></Контакт></Контакты></Склад></Склады>',
    }),
    { ut: ALL_MADE },
  ],
])
