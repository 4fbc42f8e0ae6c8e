import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Состояние системы', 'System state'],
  about: [
    (version: string, commit: string) => `Обмен ${version}${commit && `, сборка ${commit}`}`,
    (version: string, commit: string) => `Obmen ${version}${commit && `, built from ${commit}`}`,
  ],
  tabs: {
    state: ['Состояние', 'State'],
    past: ['Прошедшие', 'Past'],
    limits: ['Настройки сервера', 'Settings of the server'],
  },
  alarms: ['Требует внимания на сервере', 'Needs attention on the server'],
  health: {
    good: ['хорошо', 'good'],
    check: ['проверьте', 'look at it'],
    migrations: [
      (names: string) => `База данных отстала от программы (${names}): выполните «obmen migrate».`,
      (names: string) => `The database is behind the program (${names}): run “obmen migrate”.`,
    ],
    disk: [
      (path: string) =>
        `На диске с папкой ${path} осталось меньше гигабайта: освободите место, иначе заказы ` +
        'перестанут приниматься.',
      (path: string) =>
        `Less than a gigabyte is left on the disk of ${path}: free some, or orders will not be ` +
        'accepted any more.',
    ],
    publicUrl: [
      'PUBLIC_URL не задан: в адресе для 1С стоит адрес этого компьютера. Задайте адрес, по ' +
        'которому сервер виден 1С.',
      'PUBLIC_URL is not set: the address for 1C is that of this computer. Set the one under which ' +
        '1C sees the server.',
    ],
  },
  program: {
    title: ['Программа', 'Program'],
    node: ['Node.js', 'Node.js'],
    started: ['Запущена', 'Started'],
    memory: ['Память процесса', 'Memory of the process'],
    publicUrl: ['Внешний адрес', 'Public address'],
  },
  database: {
    title: ['База данных', 'Database'],
    kind: ['PostgreSQL', 'PostgreSQL'],
    embedded: [(version: string) => `${version}, встроенный`, (version: string) => `${version}, embedded`],
    foreign: [
      (version: string) => `${version}, отдельный сервер`,
      (version: string) => `${version}, a server of its own`,
    ],
    size: ['Размер', 'Size'],
    connections: ['Соединения', 'Connections'],
    migrations: ['Миграции', 'Migrations'],
    upToDate: ['все выполнены', 'all done'],
    pending: [
      (count: number) => `не ${pluralRu(count, 'выполнена', 'выполнены', 'выполнены')}: ${count}`,
      (count: number) => `${count} not done`,
    ],
  },
  disk: {
    title: ['Диск', 'Disk'],
    free: [
      (free: string, total: string) => `Свободно ${free} из ${total}`,
      (free: string, total: string) => `${free} of ${total} free`,
    ],
    used: [(percent: number) => `Занято ${percent} %`, (percent: number) => `${percent}% used`],
    path: ['Папка данных', 'Data folder'],
    foreign: [
      'База на отдельном сервере: за его диском следите там.',
      'The database is on a server of its own: look after its disk there.',
    ],
  },
  backup: {
    title: ['Резервные копии', 'Backups'],
    last: ['Последняя', 'The last'],
    none: ['ещё не было', 'none yet'],
    folder: ['Папка', 'Folder'],
    noFolder: ['не задана', 'not set'],
    unset: [
      'Сами копии не делаются: задайте BACKUP_DIR, папку на другом диске, и перезапустите Обмен. Сделать ' +
        'сейчас: «obmen backup ФАЙЛ».',
      'No backups are made by themselves: set BACKUP_DIR, a folder on another disk, and restart Obmen. To ' +
        'make one now: “obmen backup FILE”.',
    ],
    failed: [
      (why: string) => `Последняя попытка не удалась: ${why}`,
      (why: string) => `The last try failed: ${why}`,
    ],
    old: [
      'Копии больше суток: посмотрите в журнале сервера, почему новой нет.',
      'The backup is over a day old: look in the server log why there is no newer one.',
    ],
  },
  queue: {
    owed: ['Ждут выгрузки', 'Waiting'],
    oldest: ['Самый давний, с', 'The oldest, since'],
    none: ['нет', 'none'],
    open: ['Выдаются сейчас', 'Being given now'],
  },
  exchanges: {
    title: ['Обмены с 1С', 'Exchanges with 1C'],
    trouble: [
      (count: number) =>
        `${count} 1С не ${pluralRu(count, 'забирает', 'забирают', 'забирают')} заказы. Чьи они, видно в ` +
        'таблице локаций: сообщите администратору, на его «Обзоре» сказано, что сделать.',
      (count: number) =>
        `${count} 1C ${pluralEn(count, 'base does', 'bases do')} not fetch orders. The table of locations ` +
        'says whose: tell the administrator, whose overview says what to do.',
    ],
    integrations: ['Интеграции', 'Integrations'],
    lastCall: ['Последнее обращение', 'The last call'],
    noCall: ['ещё не было', 'none yet'],
  },
  jobs: {
    title: ['Фоновая работа', 'Background work'],
    waiting: ['Ждут очереди', 'Waiting'],
    failed: ['Не удались, повторяются', 'Failed, tried again'],
    failure: [
      (count: number) => `Не удались и повторяются: ${count}. Причина — в журнале сервера.`,
      (count: number) =>
        `${count} ${pluralEn(count, 'job', 'jobs')} failed and will be tried again. The server log says why.`,
    ],
    late: [
      'Сервер не успевает: добавьте процессоров или второй сервер.',
      'The server does not keep up: add processors or a second server.',
    ],
  },
  log: {
    loud: [
      'Подробный журнал быстро растёт: разобравшись, верните info.',
      'A detailed log grows fast: set it back to info once you are done.',
    ],
    mute: ['О сбоях журнал не скажет: верните info.', 'The log won’t tell of failures: set it back to info.'],
    title: ['Журнал сервера', 'Server log'],
    text: [
      'Меняется сразу и действует до перезапуска; постоянный уровень задаёт LOG_LEVEL.',
      'Changes at once and lasts until a restart; LOG_LEVEL sets it for good.',
    ],
    label: ['Уровень журнала', 'Log level'],
    levels: {
      trace: ['trace — всё, до последней мелочи', 'trace: everything, down to the smallest'],
      debug: ['debug — подробно, для разбора неполадок', 'debug: in detail, to look into troubles'],
      info: ['info — обычный', 'info: the usual'],
      warn: ['warn — только предупреждения и ошибки', 'warn: warnings and errors only'],
      error: ['error — только ошибки', 'error: errors only'],
      fatal: ['fatal — только то, от чего служба падает', 'fatal: only what stops the service'],
      silent: ['silent — ничего', 'silent: nothing'],
    },
    changed: [(level: string) => `Уровень журнала: ${level}`, (level: string) => `Log level: ${level}`],
  },
  locations: {
    title: ['Локации', 'Locations'],
    text: [
      'Площадки, у каждой свои компании, заказы и администраторы. Сначала те, где 1С не забирает заказы.',
      'Sites, each with companies, orders and administrators of its own. Those whose 1C is in trouble first.',
    ],
    add: ['Добавить локацию', 'Add a location'],
    columns: {
      name: ['Название', 'Name'],
      troubled: ['Состояние', 'State'],
      timezone: ['Часовой пояс', 'Time zone'],
      companies: ['Компании', 'Companies'],
      integrations: ['Интеграции', 'Integrations'],
      orders: ['Заказы', 'Orders'],
      owed: ['Ждут 1С', 'Waiting for 1C'],
      created: ['Заведена', 'Made'],
    },
    fine: ['хорошо', 'good'],
    troubled: [(count: number) => `1С с неполадками: ${count}`, (count: number) => `1C in trouble: ${count}`],
    emptyTitle: ['Локаций пока нет', 'No locations yet'],
    empty: [
      'Добавьте локацию и передайте её администратору ссылку-приглашение: дальше он всё настроит сам.',
      'Add a location and pass the invitation link on to its administrator, who sets up the rest.',
    ],
    form: {
      title: ['Новая локация', 'New location'],
      name: ['Название', 'Name'],
      namePlaceholder: ['Например, «Технопарк „Заречный“»', 'Say, "Zarechny technopark"'],
      nameNeeded: ['Введите название', 'Enter a name'],
      timezone: ['Часовой пояс', 'Time zone'],
      timezonePlaceholder: [
        'Город, имя или смещение, например +05:00',
        'A city, a name or an offset, say +05:00',
      ],
      timezoneHelp: [
        'По нему 1С видит дату и время заказов. После первой выгрузки его не изменить.',
        '1C sees dates and times of orders in it. It cannot change after the first order went out.',
      ],
      timezoneNeeded: ['Выберите часовой пояс', 'Choose a time zone'],
      email: ['Электронная почта администратора', 'The administrator’s email'],
      emailHelp: [
        'Вы получите ссылку, чтобы передать её самим; если на сервере настроена почта, она придёт и письмом.',
        'You get a link to pass on yourself; if the server has mail set up, it goes by mail, too.',
      ],
      emailNeeded: ['Введите адрес электронной почты', 'Enter an email address'],
      create: ['Создать локацию', 'Make the location'],
      made: [
        (name: string) => `Локация «${name}» создана`,
        (name: string) => `The location "${name}" is made`,
      ],
      once: [
        (email: string) =>
          `Скопируйте ссылку и передайте её будущему администратору (${email}): больше мы её не ` +
          'покажем, и сработает она один раз.',
        (email: string) =>
          `Copy the link and pass it on to the future administrator (${email}): it will not be shown ` +
          'again and works once.',
      ],
      mailed: [
        (email: string) => `Письмо со ссылкой уходит на ${email}.`,
        (email: string) => `The link goes by mail to ${email}.`,
      ],
      link: ['Ссылка-приглашение', 'Invitation link'],
      done: ['Готово', 'Done'],
    },
  },
  limits: {
    title: ['Настройки сервера', 'Settings of the server'],
    text: [
      'Задаются переменными окружения на сервере и действуют после перезапуска; изменённые — первыми.',
      'Set by environment variables on the server; changes take effect after a restart. Changed ones ' +
        'come first.',
    ],
    name: ['Настройка', 'Setting'],
    value: ['Значение', 'Value'],
    meaning: ['Что значит', 'Meaning'],
    unset: ['—', '—'],
    search: ['Имя или смысл настройки', 'Name or meaning of a setting'],
    nothing: ['Таких настроек нет', 'No such settings'],
    nothingText: ['Измените слова в поиске.', 'Change the words of the search.'],
    all: ['Показать все', 'Show all'],
    units: {
      seconds: [(count: number) => `${count} с`, (count: number) => `${count} s`],
      minutes: [(count: number) => `${count} мин`, (count: number) => `${count} min`],
      hours: [(count: number) => `${count} ч`, (count: number) => `${count} h`],
      days: [(count: number) => `${count} дн.`, (count: number) => `${count} d`],
    },
  },
})
