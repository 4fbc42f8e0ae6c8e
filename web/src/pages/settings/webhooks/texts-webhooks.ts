import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  list: ['Вебхуки', 'Webhooks'],
  about: [
    'Вебхук — адрес платформы, на который Обмен сам сообщает о событиях: 1С подтвердила заказ, ' +
      'провела его, отгрузила. Каждое сообщение подписано.',
    'A webhook is an address of the platform that Obmen tells what happens: 1C confirmed an order, ' +
      'posted it, shipped it. Each message is signed.',
  ],
  create: ['Добавить вебхук', 'Add a webhook'],
  emptyTitle: ['Вебхуков пока нет', 'No webhooks yet'],
  empty: [
    'Добавьте адрес платформы, и ей не придётся спрашивать о каждом заказе: мы сообщим сами.',
    'Add an address of the platform, and it need not ask about each order: we tell it.',
  ],
  columns: {
    url: ['Адрес', 'Address'],
    types: ['События', 'Events'],
    state: ['Состояние', 'State'],
    pending: ['Ждут', 'Waiting'],
  },
  allTypes: ['все события', 'all events'],
  states: {
    active: ['активен', 'active'],
    paused: ['приостановлен', 'paused'],
    disabled: ['отключён', 'disabled'],
  },
  reasons: {
    failing: [
      (count: number) =>
        `Попыток подряд не удалось: ${count}. Пробуем раз в несколько минут; как только получится, ` +
        'отправим всё накопившееся.',
      (count: number) =>
        `Failed in a row: ${count}. It is tried every few minutes; once a message arrives, all that ` +
        'waits follows.',
    ],
    gone: [
      'Получатель ответил 410: «больше не присылать». Если это ошибка, включите вебхук снова.',
      'The receiver answered 410: send no more. If that was a mistake, enable the webhook again.',
    ],
    person: [
      'Отключён в этом окне или по REST. События не копятся, но их можно отправить повторно.',
      'Disabled here or over REST. Events are not kept for it, but can be replayed.',
    ],
  },
  oldSecret: ['Прежний секрет ещё действует до ', 'The old secret is valid until '],
  webhook: ['Вебхук', 'Webhook'],
  none: {
    title: ['Такого вебхука нет', 'There is no such webhook'],
    text: [
      'Возможно, его удалили, или в адресе опечатка.',
      'It may have been removed, or the address is mistyped.',
    ],
    toList: ['К вебхукам', 'To webhooks'],
  },
  more: ['Другие действия', 'More actions'],
  test: ['Проверить', 'Test'],
  tested: [
    'Проверочное событие отправлено, ответ появится в попытках',
    'A test event is on its way, its answer will be among the attempts',
  ],
  enable: ['Включить', 'Enable'],
  enabled: ['Вебхук включён', 'The webhook is enabled'],
  disable: ['Отключить', 'Disable'],
  disabled: ['Вебхук отключён', 'The webhook is disabled'],
  secret: ['Новый секрет', 'New secret'],
  secretQuestion: {
    title: ['Создать новый секрет?', 'Make a new secret?'],
    text: [
      'Введите его на платформе в течение суток: столько ещё действует прежний, потом она перестанет ' +
        'принимать сообщения.',
      'Give it to the platform within a day: the old one is valid that long, then the platform stops ' +
        'accepting messages.',
    ],
    action: ['Создать секрет', 'Make a secret'],
  },
  secretMade: ['Новый секрет создан', 'A new secret was made'],
  secretText: [
    'Скопируйте его сейчас: больше мы его не покажем. Прежний секрет действует ещё сутки, ' +
      'сообщения подписаны и им.',
    'Copy it now: it will not be shown again. The old secret is valid for another day, messages ' +
      'are signed with it, too.',
  ],
  remove: ['Удалить', 'Remove'],
  removed: ['Вебхук удалён', 'The webhook is removed'],
  removeQuestion: {
    title: [(url: string) => `Удалить вебхук ${url}?`, (url: string) => `Remove the webhook ${url}?`],
    text: [
      'Сообщать по этому адресу перестанем, попытки тоже удалятся. Чтобы остановить на время, ' +
        'отключите его.',
      'Nothing will be sent there any more, and its attempts go, too. To stop it for a while, ' +
        'disable it.',
    ],
    action: ['Удалить вебхук', 'Remove the webhook'],
  },
  replay: ['Отправить повторно за сутки', 'Replay the last day'],
  replayed: ['Отправляем события за сутки повторно', 'Sending the events of the last day again'],
  form: {
    title: ['Новый вебхук', 'New webhook'],
    url: ['Адрес', 'Address'],
    urlPlaceholder: ['https://platform.example.ru/hooks/obmen', 'https://platform.example.com/hooks/obmen'],
    urlNeeded: ['Введите адрес', 'Enter an address'],
    description: ['Для чего он', 'What it is for'],
    types: ['События', 'Events'],
    typesHelp: ['Ничего не отмечено — все события.', 'None chosen means all events.'],
    create: ['Добавить вебхук', 'Add the webhook'],
    made: ['Вебхук добавлен', 'The webhook is added'],
    once: [
      'Это секрет подписи. Скопируйте его сейчас и передайте разработчикам платформы: больше мы его ' +
        'не покажем.',
      'This is the signing secret. Copy it now and hand it to the developers of the platform: it ' +
        'will not be shown again.',
    ],
    secret: ['Секрет', 'Secret'],
    done: ['Секрет сохранён, закрыть', 'Secret saved, close'],
  },
  types: {
    'order.exported': ['1С подтвердила заказ', '1C confirmed an order'],
    'order.accounting.updated': [
      '1С изменила заказ: провела, оплатила, отгрузила',
      '1C changed an order: posted, paid, shipped',
    ],
    'reconciliation.changed': [
      'Сверка с 1С: документ пропал, задвоился, расходится — или снова в порядке',
      'Reconciliation: a document is missing, doubled, differs, or agrees again',
    ],
    'order.held': ['Заказ удержан', 'An order is held back'],
    'order.released': ['Заказ снова выгружается', 'An order is released'],
    'order.not-matching': ['Оплаченный заказ никуда не идёт', 'A paid order goes nowhere'],
    'order.finding': ['Заказ дойдёт до 1С не целиком', 'A 1C will not get all of an order'],
    'order.refused': ['Заказ платформы не принят', 'An order of the platform was refused'],
    'task.opened': ['Появилась задача бухгалтеру', 'A task for the accountant opened'],
    'task.settled': ['Задача сделана или снята', 'A task is done or gone'],
    'document.unknown': ['Из 1С пришёл неизвестный документ', 'An unknown document came from 1C'],
    'catalogue.updated': ['1С прислала номенклатуру', '1C sent its catalogue'],
    'integration.state.changed': ['Изменилось состояние интеграции', 'The state of an integration changed'],
    'alarm.opened': ['Обмену нужно внимание человека', 'Something is wrong'],
    'alarm.over': ['Внимание больше не нужно', 'It is not wrong any more'],
    test: ['Проверка', 'Test'],
  },
  attempt: {
    title: ['Попытки отправки', 'Attempts'],
    filter: ['Показать попытки', 'Show attempts'],
    filters: {
      all: ['Все', 'All'],
      pending: ['Ждут', 'Waiting'],
      delivered: ['Доставлены', 'Delivered'],
      failed: ['Не удались', 'Failed'],
    },
    none: ['Таких попыток нет.', 'There are no such attempts.'],
    columns: {
      event: ['Событие', 'Event'],
      time: ['Когда', 'When'],
      result: ['Результат', 'Result'],
      actions: ['Действия', 'Actions'],
    },
    states: {
      pending: ['ждёт', 'waiting'],
      delivered: ['доставлено', 'delivered'],
      failed: ['не удалась', 'failed'],
    },
    number: [(number: number) => `попытка ${number}`, (number: number) => `attempt ${number}`],
    order: [(id: string) => `заказ ${id}`, (id: string) => `order ${id}`],
    status: [(status: number) => `ответ ${status}`, (status: number) => `answer ${status}`],
    milliseconds: [(ms: number) => `${ms} мс`, (ms: number) => `${ms} ms`],
    show: ['Показать', 'Show'],
    showOf: [(id: number) => `Показать попытку ${id}`, (id: number) => `Show attempt ${id}`],
    retry: ['Повторить', 'Retry'],
    retried: ['Отправляем повторно', 'Sending again'],
    strip: [
      (count: number, failed: number) =>
        `${pluralRu(count, 'последняя', 'последние', 'последние')} ${count} ` +
        `${pluralRu(count, 'попытка', 'попытки', 'попыток')}, не удалось: ${failed}`,
      (count: number, failed: number) =>
        `the last ${count} ${pluralEn(count, 'attempt', 'attempts')}, ${failed} failed`,
    ],
    failingSince: [
      (time: string) => `не доходит с ${time}`,
      (time: string) => `nothing arrives since ${time}`,
    ],
    deliveredAt: [(time: string) => `дошло ${time}`, (time: string) => `arrived ${time}`],
    neverDelivered: ['ещё ничего не дошло', 'nothing has arrived yet'],
    pending: [(count: number) => `ждут ${count}`, (count: number) => `${count} waiting`],
    lastError: ['Последняя ошибка', 'Last error'],
    request: ['Запрос', 'Request'],
    answer: ['Ответ', 'Answer'],
    nothing: ['Ничего не было.', 'There was nothing.'],
  },
  failures: {
    'address-not-public': [
      'адрес внутренний, на такие не отправляем',
      'a private address, nothing is sent there',
    ],
    'host-not-allowed': [
      'администратор сервера не разрешил отправлять туда (WEBHOOK_HOSTS)',
      'the administrator of the server has not allowed it (WEBHOOK_HOSTS)',
    ],
    'name-not-found': ['имя сервера не найдено', 'the name of the server was not found'],
    'connection-failed': ['соединиться не удалось', 'could not connect'],
    certificate: ['сертификат не подходит', 'the certificate does not fit'],
    timeout: ['ответа не было слишком долго', 'no answer for too long'],
    'broken-answer': ['ответ оборвался', 'the answer broke off'],
    redirect: [
      'перенаправление, по ним не ходим: укажите конечный адрес',
      'a redirect, which is not followed: give the final address',
    ],
    status: ['получатель не принял', 'the receiver did not take it'],
    'event-forgotten': ['событие уже удалено по сроку', 'the event is gone, it was too old'],
  },
})
