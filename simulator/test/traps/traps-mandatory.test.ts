import { CUSTOMER, line, order } from '../support/order.js'
import {
  ALL_MADE,
  DROPPED,
  describeTraps,
  emptied,
  LOST,
  missing,
  ROLLED_BACK,
  STOPPED,
  utAndRt,
} from '../support/traps.js'

describeTraps([
  [
    '6/7 another operation',
    order({ operation: 'Отпуск товара' }),
    {
      ...utAndRt([STOPPED, false, 'not-an-order', 'queue']),
      unf: [LOST, true, 'not-an-order', 'silent'],
      bp: ['created created created', true, 'extra-invoice', 'silent'],
    },
  ],
  [
    '7 the operation in capitals',
    order({ operation: 'ЗАКАЗ ТОВАРА' }),
    { ut: ALL_MADE, rt: ALL_MADE, unf: ALL_MADE, bp: ALL_MADE },
  ],
  [
    '7 the operation with a blank',
    order({ operation: 'Заказ товара ' }),
    { ut: [STOPPED, false, 'not-an-order'] },
  ],
  [
    '8 no number',
    missing('Номер'),
    {
      ...utAndRt(['rolled-back refused not-reached', false, 'missing-element', 'batch']),
      unf: ['rolled-back refused not-reached', false, 'missing-element', 'batch'],
      bp: ['rolled-back refused not-reached', false, 'missing-element', 'batch'],
    },
  ],
  ['8 an empty number', emptied('Номер'), { unf: [DROPPED, true, 'number-empty', 'silent'] }],
  [
    '8 no date',
    missing('Дата'),
    {
      ...utAndRt([ROLLED_BACK, false, 'missing-element', 'batch']),
      unf: [LOST, true, 'missing-element', 'silent'],
      bp: [ROLLED_BACK, false, 'missing-element', 'batch'],
    },
  ],
  [
    '8 no Ид',
    order({ number: '15' }).replace(/<Ид>id-15<\/Ид>/, ''),
    {
      ...utAndRt([ROLLED_BACK, false, 'missing-element', 'batch']),
      unf: ALL_MADE,
      bp: ALL_MADE,
    },
  ],
  [
    '8 no operation',
    missing('ХозОперация'),
    {
      ...utAndRt([ROLLED_BACK, false, 'missing-element', 'batch']),
      unf: [LOST, true, 'missing-element', 'silent'],
      bp: [STOPPED, false, 'missing-element', 'queue'],
    },
  ],
  [
    '8 no currency',
    missing('Валюта'),
    {
      ...utAndRt([ROLLED_BACK, false, 'missing-element', 'batch']),
      unf: [LOST, true, 'missing-element', 'silent'],
      bp: [STOPPED, false, 'missing-element', 'queue'],
    },
  ],
  [
    '8 an empty currency',
    emptied('Валюта'),
    {
      ...utAndRt([STOPPED, false, 'currency-empty', 'queue']),
      unf: [LOST, true, 'currency-empty', 'silent'],
      bp: ['created created created', true, 'no-currency', 'warning'],
    },
  ],
  [
    '8 an unknown currency',
    order({ currency: 'руб.' }),
    {
      ut: ['created created created', true, 'unknown-currency', 'silent'],
      bp: ['created created created', true, 'unknown-currency', 'silent'],
    },
  ],
  [
    '8 no counterparty',
    order({ customer: '<Контрагенты/>' }),
    {
      ...utAndRt([ROLLED_BACK, false, 'missing-element', 'batch']),
      unf: ['created created created', true, 'customer-missing', 'silent'],
      bp: [STOPPED, false, 'missing-element', 'queue'],
    },
  ],
  [
    '8 a date in the Russian form',
    order({ date: '01.03.2026' }),
    {
      ...utAndRt(['created created created', true, 'bad-date', 'silent']),
      unf: ['created created created', true, 'date-guessed', 'silent'],
      bp: [DROPPED, true, 'date-not-iso', 'silent'],
    },
  ],
  [
    '8 a one-digit hour',
    order({ time: '9:05:00' }),
    {
      ...utAndRt(['created created created', true, 'bad-date', 'silent']),
      unf: ['created created created', true, 'date-guessed', 'silent'],
      bp: ['created created created', true, 'bad-time', 'silent'],
    },
  ],
  [
    '9 a requisite without Значение',
    order({
      requisites:
        '<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Сайт</Наименование></ЗначениеРеквизита></ЗначенияРеквизитов>',
    }),
    {
      ...utAndRt([ROLLED_BACK, false, 'missing-part', 'batch']),
      unf: [LOST, true, 'missing-part', 'silent'],
      bp: [STOPPED, false, 'missing-part', 'queue'],
    },
  ],
  [
    '9 a contact without Тип',
    order({ customer: CUSTOMER.replace('<Тип>Почта</Тип>', '') }),
    {
      ...utAndRt([ROLLED_BACK, false, 'missing-part', 'batch']),
      unf: [LOST, true, 'missing-part', 'silent'],
      bp: [STOPPED, false, 'missing-part', 'queue'],
    },
  ],
  [
    '9 a rate without Ставка',
    order({
      lines: line({
        more: '<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование></СтавкаНалога></СтавкиНалогов>',
        rate: '',
      }),
    }),
    {
      ...utAndRt([ROLLED_BACK, false, 'missing-part', 'batch']),
      unf: [LOST, true, 'missing-part', 'silent'],
      bp: [STOPPED, false, 'missing-part', 'queue'],
    },
  ],
  [
    '9 an address without Представление',
    order({ customer: CUSTOMER.replace(/<Представление>[^<]*<\/Представление>/, '') }),
    {
      ut: ALL_MADE,
      unf: ALL_MADE,
      bp: [STOPPED, false, 'missing-part', 'queue'],
    },
  ],
  [
    '10 an empty Склады',
    order({ more: '<Склады/>' }),
    {
      ut: [ROLLED_BACK, false, 'warehouse-incomplete', 'batch'],
      rt: ALL_MADE,
      unf: ALL_MADE,
      bp: ALL_MADE,
    },
  ],
  [
    '10 a whole Склад',
    order({
      more: '<Склады><Склад><Ид>1</Ид><Наименование>С</Наименование><Адрес><АдресноеПоле><Тип>Город</Тип><Значение>П</Значение></АдресноеПоле></Адрес><Контакты><Контакт><Тип>Т</Тип><Значение>1</Значение></Контакт></Контакты></Склад></Склады>',
    }),
    { ut: ALL_MADE },
  ],
])
