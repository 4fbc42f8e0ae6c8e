import { pluralEn, pluralRu } from '@obmen/contract'
import { clientNames } from '@obmen/contract/settings'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  label: ['Настройки (JSON)', 'Settings (JSON)'],
  views: {
    label: ['Вид настроек', 'View of the settings'],
    json: ['JSON', 'JSON'],
    form: ['Форма', 'Form'],
  },
  tidy: ['Отформатировать', 'Format'],
  /** The customer's own example: the initial settings of a new integration. */
  exampleMethod: ['Оплата картой внешняя', 'Оплата картой внешняя'],
  corrected: ['Исправлено при вставке', 'Corrected on pasting'],
  brokenForForm: [
    'Сейчас в JSON ошибка, поэтому форма только показывает последнее верное состояние. Исправьте ' +
      'JSON, и её снова можно будет заполнять.',
    'The JSON has an error just now, so the form only shows its last good state. Mend the JSON to ' +
      'use the form again.',
  ],
  unshown: [
    (keys: string) => `В JSON есть и то, чего нет в форме: ${keys}. Это останется как есть.`,
    (keys: string) => `The JSON has more than the form shows: ${keys}. It stays as it is.`,
  ],
  rules: {
    title: ['Какие заказы выгружать', 'Which orders go'],
    help: [
      'Заказ подходит, если выполнено хотя бы одно правило. Пустое поле значит «любой».',
      'An order goes if it meets one rule. An empty field means "any".',
    ],
    row: [(index: number) => `Правило ${index}`, (index: number) => `Rule ${index}`],
    status: ['Статус', 'Status'],
    statusOf: [(index: number) => `Статус, правило ${index}`, (index: number) => `Status, rule ${index}`],
    gateway: ['Платёжный шлюз', 'Payment gateway'],
    gatewayOf: [
      (index: number) => `Платёжный шлюз, правило ${index}`,
      (index: number) => `Payment gateway, rule ${index}`,
    ],
    method: ['Свой способ оплаты', 'Own payment method'],
    methodOf: [
      (index: number) => `Свой способ оплаты, правило ${index}`,
      (index: number) => `Own payment method, rule ${index}`,
    ],
    any: ['любой', 'any'],
    asCommon: ['как общий', 'the common one'],
    add: ['Добавить правило', 'Add a rule'],
    remove: [(index: number) => `Удалить правило ${index}`, (index: number) => `Remove rule ${index}`],
    ownMethods: ['Разные способы оплаты для правил', 'A payment method for each rule'],
    strange: [
      (json: string) => `Правило записано не так, как ждёт форма, правьте его в JSON: ${json}`,
      (json: string) => `This rule is not written as the form expects; edit it in the JSON: ${json}`,
    ],
  },
  method: ['Способ оплаты в 1С', 'Payment method in 1C'],
  methodTooLong: [
    (limit: number, now: number) =>
      `Не длиннее ${limit} знаков: столько хранит 1С. Сейчас ${now}, сократите.`,
    (limit: number, now: number) =>
      `At most ${limit} characters, as many as 1C keeps. Now ${now}: shorten it.`,
  ],
  methodHelp: [
    'Точно так же, как в 1С, до 50 символов.',
    'Exactly as it is named in 1C, up to 50 characters.',
  ],
  client: ['Программа 1С', '1C program'],
  clientHelp: [
    'Пока не узнана, заказы уходят в виде, который верно прочтёт любая.',
    'Until it is known, orders go in a form that every program reads.',
  ],
  clients: [
    { auto: 'Узнать по обменам', ...clientNames('ru') },
    { auto: 'Recognized by its exchanges', ...clientNames('en') },
  ],
  more: ['Дополнительно', 'More'],
  ordersfrom: ['Выгружать заказы, начиная с даты', 'Send orders placed from this date'],
  ordersfromHelp: [
    'Необязательно. Заказы, оформленные раньше, не выгружаются.',
    'Optional. Orders placed earlier do not go.',
  ],
  closedbefore: ['Период в 1С закрыт до даты', 'Accounts closed before'],
  closedbeforeHelp: [
    'Необязательно, для Бухгалтерии: «Даты запрета изменения». Заказ с более ранней датой она не ' +
      'запишет и остановится на нём.',
    'Optional, for 1C:Accounting: its closed period. It can’t write an order dated earlier, and ' +
      'stops there.',
  ],
  schemaversion: ['Версия CommerceML', 'CommerceML version'],
  encoding: ['Кодировка', 'Encoding'],
  payments: ['Оплаты для 1С', 'Payments for 1C'],
  paymentsHelp: [
    'Что уже передано 1С одним способом, так и передаётся дальше.',
    'Payments that were already sent stay as they were sent.',
  ],
  paymentForms: {
    auto: ['Как просит 1С', 'As 1C asks for them'],
    documents: ['Каждую отдельным документом', 'Each as a document of its own'],
    requisites: ['Одной оплатой на заказ', 'One payment an order'],
  },
  kept: {
    title: ['Уже переданные оплаты не изменятся', 'Payments that 1C knows will not change'],
    'payments-keep-method': [
      (count: number, text: string) =>
        `${text} ${pluralRu(count, 'оплату', 'оплаты', 'оплат')} 1С уже знает под прежним способом ` +
        `оплаты. Под другим названием она провела бы ${pluralRu(count, 'её', 'их', 'их')} второй ` +
        'раз, поэтому новое получат только те, о которых она ещё не знает.',
      (count: number, text: string) =>
        `1C already knows ${text} ${pluralEn(count, 'payment', 'payments')} by the former payment ` +
        `method. Under another name it would enter ${pluralEn(count, 'it', 'them')} a second time, ` +
        'so only payments that it does not know yet get the new one.',
    ],
    'payments-keep-form': [
      (count: number, text: string) =>
        `${text} ` +
        `${pluralRu(count, 'оплата уже передана', 'оплаты уже переданы', 'оплат уже переданы')} в 1С ` +
        'иначе. По этим заказам всё останется как было, новый способ начнётся с остальных.',
      (count: number, text: string) =>
        `1C was already given ${text} ${pluralEn(count, 'payment', 'payments')} the other way. These ` +
        'orders stay as they are, the new way begins with the others.',
    ],
  },
  jump: {
    title: ['Пропустить номера?', 'Skip numbers?'],
    action: ['Пропустить', 'Skip'],
  },
  ordernumber: ['Номер заказа в 1С', 'Order number in 1C'],
  orderNumbers: {
    sequence: ['По порядку внутри компании', 'Counted within the company'],
    platform: ['Номер платформы', "The platform's number"],
  },
  ordernumberfrom: ['Начать нумерацию с', 'Begin counting from'],
  batchlimit: ['Заказов за один обмен', 'Orders in one exchange'],
  commentprefix: [
    'Начинать комментарий с номера заказа и платежей',
    'Begin the comment with order number and payments',
  ],
  commentprefixHelp: [
    'Например: «Заказ OLV/17. Оплата pay-17, CKassa.»',
    'For example: «Заказ OLV/17. Оплата pay-17, CKassa.»',
  ],
  orderidrequisite: ['Передавать Бухгалтерии id заказа', 'Give Accounting the id of the order'],
  orderidrequisiteHelp: [
    'Реквизит «Идентификатор заказа на сайте»: по нему Обмен находит счёт при чтении из 1С.',
    'The requisite «Идентификатор заказа на сайте»: by it Obmen finds the invoice when it reads the 1C.',
  ],
  accept1c: ['Принимать из 1С заказы и каталог', 'Take orders and catalogue from 1C'],
  accept1cHelp: [
    'Что в 1С сделали с заказом, видно на его странице. Выключено — заказы из 1С отклоняются.',
    'What was done to an order in 1C is shown on its page. Off: orders from 1C are refused.',
  ],
  zip: ['Принимать файлы 1С в архиве', 'Take files of 1C as archives'],
  filelimit: ['Наибольший размер файла от 1С, байт', 'Largest file from 1C, bytes'],
  quarantineafter: [
    'Искать непринятый заказ после стольких отказов подряд (0 — не искать)',
    'Look for a refused order after so many failures in a row (0: never)',
  ],
  quarantinepause: ['Ждать подтверждения порции, секунд', 'Wait for the success of a package, seconds'],
  silentafter: ['Считать 1С замолчавшей через, минут', 'Count 1C as silent after, minutes'],
  silentafterHelp: [
    'Необязательно. Пусто: по тому, когда эта 1С обращалась неделю назад, но не раньше чем через час.',
    'Optional. Empty: by when this 1C called a week ago, and never before an hour has passed.',
  ],
  silentafterDefault: ['по привычному расписанию этой 1С', 'by the usual schedule of this 1C'],
  byDefault: [(value: string) => `По умолчанию: ${value}`, (value: string) => `By default: ${value}`],
  matching: [
    (count: number, countText: string, ofText: string) =>
      `По этим правилам сейчас ${pluralRu(count, 'подходит', 'подходят', 'подходят')} ${countText} ` +
      `${pluralRu(count, 'заказ', 'заказа', 'заказов')} из ${ofText}`,
    (count: number, countText: string, ofText: string) =>
      `By these rules ${countText} ${pluralEn(count, 'order', 'orders')} of ${ofText} ` +
      `${pluralEn(count, 'qualifies', 'qualify')} now`,
  ],
  matchingNeedsCompany: [
    'Здесь появится число подходящих заказов.',
    'The number of orders that qualify will be here.',
  ],
  matchingNeedsSettings: [
    'Здесь появится число подходящих заказов: сначала исправьте JSON.',
    'Mend the settings to see how many orders qualify.',
  ],
  matchingCounting: ['Считаем подходящие заказы…', 'Counting orders that qualify…'],
  matchingFailed: ['Не удалось посчитать подходящие заказы.', 'Could not count the orders that qualify.'],
  keys: {
    paymentrules: ['Какие заказы выгружать: список правил', 'Which orders go: a list of rules'],
    paymentmethodname: ['Способ оплаты, точно так же, как в 1С', 'Payment method, exactly as in 1C'],
    client: ['Программа 1С на другой стороне', '1C program on the other side'],
    schemaversion: ['Версия CommerceML', 'CommerceML version'],
    encoding: ['Кодировка XML', 'Encoding of the XML'],
    payments: ['Как передавать оплаты', 'How payments are sent'],
    ordernumber: ['Какой номер заказа получает 1С', 'Which order number 1C gets'],
    ordernumberfrom: ['С какого номера продолжить нумерацию', 'Where counting begins'],
    batchlimit: ['Заказов за один обмен', 'Orders in one exchange'],
    ordersfrom: ['Заказы раньше этой даты не выгружаются', 'Orders before this date do not go'],
    closedbefore: ['Период до этой даты в 1С закрыт', 'Documents before this date are closed in 1C'],
    commentprefix: [
      'Начинать ли комментарий номером заказа и платежами',
      'Whether the comment begins with order number and payments',
    ],
    orderidrequisite: [
      'Передавать ли Бухгалтерии id заказа отдельным реквизитом',
      'Whether Бухгалтерия gets the id of the order as a requisite',
    ],
    accept1c: ['Принимать ли из 1С заказы и каталог', 'Whether orders and catalogue are taken from 1C'],
    zip: ['Принимать файлы 1С в архиве', 'Take files of 1C as archives'],
    filelimit: ['Наибольший размер файла от 1С, байт', 'Largest file from 1C, bytes'],
    quarantineafter: [
      'Искать непринятый заказ после отказов подряд',
      'Look for a refused order after failures in a row',
    ],
    quarantinepause: ['Ждать подтверждения порции, секунд', 'Wait for the success of a package, seconds'],
    silentafter: ['Считать замолчавшей через столько минут', 'Minutes without a call until it is silent'],
    status: ['Статус заказа на платформе', "Order's status on the platform"],
    gateway: ['Платёжный шлюз одного из платежей', 'Payment gateway of one of its payments'],
    ruleMethod: ['Способ оплаты для этого правила', 'Payment method of this rule'],
  },
})
