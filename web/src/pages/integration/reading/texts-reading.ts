import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Чтение из 1С', 'Reading from 1C'],
  about: [
    'Обмен сам смотрит в 1С, что стало с каждым заказом: есть ли документ, проведён ли, оплачен ли и чем отгружен. ' +
      'Он только читает, в 1С ничего не меняется.',
    'Obmen looks into 1C by itself for what became of each order: whether its document is there, posted, paid, and ' +
      'by what it is shipped. It reads only and changes nothing in 1C.',
  ],
  off: [
    'Выключено. Бухгалтерия сама о судьбе заказов не рассказывает, поэтому без чтения Обмен знает только, что она ' +
      'их загрузила. Нужна публикация базы по OData: её включает администратор 1С.',
    'Off. Accounting tells nothing of its orders by itself, so without reading Obmen only knows that it loaded them. ' +
      'It takes a base published over OData, which the administrator of 1C switches on.',
  ],
  notRead: [
    (program: string) =>
      `Программу «${program}» Обмен не читает, только Бухгалтерию: эта сама присылает, что в ней есть.`,
    (program: string) => `Obmen reads Accounting alone: “${program}” itself sends what it has.`,
  ],
  failed: ['Не загрузилось, как идёт чтение из 1С', 'How reading 1C goes did not load'],
  setUp: ['Настроить чтение', 'Set up reading'],
  change: ['Изменить подключение', 'Change the connection'],
  run: ['Прочитать сейчас', 'Read now'],
  begun: ['Чтение начато', 'The reading has begun'],
  remove: ['Отключить чтение', 'Stop reading'],
  removed: ['Чтение отключено', 'Reading is stopped'],
  removing: {
    title: ['Отключить чтение из 1С?', 'Stop reading 1C?'],
    text: [
      'Адрес, пользователь и пароль будут удалены, новых чтений не будет. Что уже прочитано, останется в заказах и ' +
        'в сверке.',
      'Address, user and password are deleted, and there are no more readings. What was read stays with the orders ' +
        'and in the reconciliation.',
    ],
    action: ['Отключить', 'Stop'],
  },
  form: {
    url: ['Адрес базы', 'Address of the base'],
    urlHelp: [
      'Как в браузере: https://1c.example.ru/buh. Остальное Обмен добавит сам.',
      'As in a browser: https://1c.example.ru/buh. Obmen adds the rest.',
    ],
    urlNeeded: [
      'Впишите адрес, по которому опубликована база.',
      'Enter the address where the base is published.',
    ],
    login: ['Пользователь 1С', 'User of 1C'],
    loginHelp: [
      'Отдельный, только с правами на чтение. Тот, которого предлагает сама 1С, может и удалять документы.',
      'One of its own that may only read. The one that 1C itself proposes may delete documents, too.',
    ],
    loginNeeded: ['Впишите пользователя 1С.', 'Enter the user of 1C.'],
    password: ['Пароль', 'Password'],
    passwordSet: [
      'Сохранён. Оставьте пустым, если он не изменился.',
      'Stored. Leave it empty unless it has changed.',
    ],
    everyMinutes: ['Читать каждые, минут', 'Read every, minutes'],
    organization: ['Организация', 'Organization'],
    byInn: ['По ИНН компании, или единственная', 'By the ИНН of the company, or the only one'],
    stored: [(name: string) => `Как выбрано: ${name}`, (name: string) => `As chosen: ${name}`],
    inn: [
      (name: string, inn: string) => `${name}, ИНН ${inn}`,
      (name: string, inn: string) => `${name}, ИНН ${inn}`,
    ],
    enabled: ['Читать по расписанию', 'Read by the clock'],
    check: ['Проверить', 'Check'],
    save: ['Сохранить', 'Save'],
    cancel: ['Отменить', 'Cancel'],
    saved: ['Подключение сохранено', 'The connection is saved'],
  },
  checking: [
    'Проверяем: база просыпается до полминуты…',
    'Checking: a base takes up to half a minute to wake…',
  ],
  steps: ['Что нашла проверка', 'What the check found'],
  works: ['Всё сошлось, можно сохранять.', 'All is well, it can be saved.'],
  step: {
    address: ['Адрес', 'Address'],
    reached: ['Связь', 'Connection'],
    'signed-in': ['Вход', 'Sign-in'],
    published: ['Публикация', 'Publication'],
    rights: ['Права', 'Rights'],
    organization: ['Организация', 'Organization'],
    clock: ['Часы', 'Clock'],
  },
  ok: ['получилось', 'works'],
  notOk: ['не получилось', 'does not work'],
})
