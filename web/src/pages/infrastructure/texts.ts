import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Состояние системы',
    about: (version: string) => `Обмен ${version}`,
    health: {
      good: 'Система работает исправно',
      bad: (count: number) =>
        `${count} ${pluralRu(count, 'замечание требует', 'замечания требуют', 'замечаний требуют')} внимания`,
      checked: 'База данных, диск и настройки проверяются каждые 15 секунд.',
      migrations: (names: string) =>
        `База данных отстала от программы (${names}): выполните «obmen migrate».`,
      disk: (path: string) =>
        `На диске с папкой ${path} осталось меньше гигабайта: освободите место, иначе заказы ` +
        'перестанут приниматься.',
      publicUrl:
        'PUBLIC_URL не задан: в адресе для 1С стоит адрес этого компьютера. Задайте адрес, по ' +
        'которому сервер виден 1С.',
    },
    program: {
      title: 'Программа',
      version: 'Версия',
      node: 'Node.js',
      started: 'Запущена',
      memory: 'Память процесса',
      publicUrl: 'Внешний адрес',
    },
    database: {
      title: 'База данных',
      kind: 'PostgreSQL',
      embedded: (version: string) => `${version}, встроенный`,
      foreign: (version: string) => `${version}, отдельный сервер`,
      size: 'Размер',
      connections: 'Соединения',
      migrations: 'Миграции',
      upToDate: 'все выполнены',
      pending: (count: number) => `не ${pluralRu(count, 'выполнена', 'выполнены', 'выполнены')}: ${count}`,
    },
    disk: {
      title: 'Диск',
      free: (free: string, total: string) => `Свободно ${free} из ${total}`,
      used: (percent: number) => `Занято ${percent} %`,
      path: 'Папка данных',
      foreign: 'База на отдельном сервере: за его диском следите там.',
    },
    queue: {
      title: 'Очередь в 1С',
      owed: 'Ждут выгрузки',
      oldest: 'Самый давний ждёт с',
      none: 'никто не ждёт',
      open: 'Выдаются сейчас',
    },
    log: {
      title: 'Журнал сервера',
      text: 'Меняется сразу и действует до перезапуска; постоянный уровень задаёт LOG_LEVEL.',
      label: 'Уровень журнала',
      levels: {
        trace: 'trace — всё, до последней мелочи',
        debug: 'debug — подробно, для разбора неполадок',
        info: 'info — обычный',
        warn: 'warn — только предупреждения и ошибки',
        error: 'error — только ошибки',
        fatal: 'fatal — только то, от чего служба падает',
        silent: 'silent — ничего',
      },
      changed: (level: string) => `Уровень журнала: ${level}`,
    },
    locations: {
      title: 'Локации',
      text: 'Площадки, у каждой свои компании, заказы и администраторы.',
      add: 'Добавить локацию',
      columns: {
        name: 'Название',
        timezone: 'Часовой пояс',
        companies: 'Компании',
        integrations: 'Интеграции',
        orders: 'Заказы',
        owed: 'Ждут 1С',
        created: 'Заведена',
      },
      emptyTitle: 'Локаций пока нет',
      empty: 'Добавьте локацию и передайте её администратору ссылку-приглашение: дальше он всё настроит сам.',
      form: {
        title: 'Новая локация',
        name: 'Название',
        namePlaceholder: 'Например, «Технопарк „Заречный“»',
        nameNeeded: 'Введите название',
        timezone: 'Часовой пояс',
        timezonePlaceholder: 'Город, имя или смещение, например +05:00',
        timezoneHelp: 'По нему 1С видит дату и время заказов. После первой выгрузки его не изменить.',
        timezoneNeeded: 'Выберите часовой пояс',
        email: 'Электронная почта администратора',
        emailHelp: 'Писем Обмен не отправляет: вы получите ссылку и передадите её сами.',
        emailNeeded: 'Введите адрес электронной почты',
        create: 'Создать локацию',
        made: (name: string) => `Локация «${name}» создана`,
        once: (email: string) =>
          `Скопируйте ссылку и передайте её будущему администратору (${email}): больше мы её не ` +
          'покажем, и сработает она один раз.',
        link: 'Ссылка-приглашение',
        done: 'Готово',
      },
    },
    limits: {
      title: 'Настройки сервера',
      text: 'Задаются переменными окружения на сервере и действуют после перезапуска; изменённые — первыми.',
      name: 'Настройка',
      value: 'Значение',
      meaning: 'Что значит',
      unset: '—',
      units: {
        seconds: (count: number) => `${count} с`,
        minutes: (count: number) => `${count} мин`,
        hours: (count: number) => `${count} ч`,
        days: (count: number) => `${count} дн.`,
      },
    },
  },
  {
    title: 'System state',
    about: (version: string) => `Obmen ${version}`,
    health: {
      good: 'The system is in good order',
      bad: (count: number) => `${count} ${pluralEn(count, 'remark needs', 'remarks need')} a look`,
      checked: 'Database, disk and settings are checked every 15 seconds.',
      migrations: (names: string) => `The database is behind the program (${names}): run “obmen migrate”.`,
      disk: (path: string) =>
        `Less than a gigabyte is left on the disk of ${path}: free some, or orders will not be ` +
        'accepted any more.',
      publicUrl:
        'PUBLIC_URL is not set: the address for 1C is that of this computer. Set the one under which ' +
        '1C sees the server.',
    },
    program: {
      title: 'Program',
      version: 'Version',
      node: 'Node.js',
      started: 'Started',
      memory: 'Memory of the process',
      publicUrl: 'Public address',
    },
    database: {
      title: 'Database',
      kind: 'PostgreSQL',
      embedded: (version: string) => `${version}, embedded`,
      foreign: (version: string) => `${version}, a server of its own`,
      size: 'Size',
      connections: 'Connections',
      migrations: 'Migrations',
      upToDate: 'all done',
      pending: (count: number) => `${count} not done`,
    },
    disk: {
      title: 'Disk',
      free: (free: string, total: string) => `${free} of ${total} free`,
      used: (percent: number) => `${percent}% used`,
      path: 'Data folder',
      foreign: 'The database is on a server of its own: look after its disk there.',
    },
    queue: {
      title: 'Queue to 1C',
      owed: 'Waiting',
      oldest: 'The oldest waits since',
      none: 'none waits',
      open: 'Being given now',
    },
    log: {
      title: 'Server log',
      text: 'Changes at once and lasts until a restart; LOG_LEVEL sets it for good.',
      label: 'Log level',
      levels: {
        trace: 'trace: everything, down to the smallest',
        debug: 'debug: in detail, to look into troubles',
        info: 'info: the usual',
        warn: 'warn: warnings and errors only',
        error: 'error: errors only',
        fatal: 'fatal: only what stops the service',
        silent: 'silent: nothing',
      },
      changed: (level: string) => `Log level: ${level}`,
    },
    locations: {
      title: 'Locations',
      text: 'Sites, each with companies, orders and administrators of its own.',
      add: 'Add a location',
      columns: {
        name: 'Name',
        timezone: 'Time zone',
        companies: 'Companies',
        integrations: 'Integrations',
        orders: 'Orders',
        owed: 'Waiting for 1C',
        created: 'Made',
      },
      emptyTitle: 'No locations yet',
      empty: 'Add a location and pass the invitation link on to its administrator, who sets up the rest.',
      form: {
        title: 'New location',
        name: 'Name',
        namePlaceholder: 'Say, "Zarechny technopark"',
        nameNeeded: 'Enter a name',
        timezone: 'Time zone',
        timezonePlaceholder: 'A city, a name or an offset, say +05:00',
        timezoneHelp:
          '1C sees dates and times of orders in it. It cannot change after the first order went out.',
        timezoneNeeded: 'Choose a time zone',
        email: 'The administrator’s email',
        emailHelp: 'Obmen sends no mail: you get a link and pass it on yourself.',
        emailNeeded: 'Enter an email address',
        create: 'Make the location',
        made: (name: string) => `The location "${name}" is made`,
        once: (email: string) =>
          `Copy the link and pass it on to the future administrator (${email}): it will not be shown ` +
          'again and works once.',
        link: 'Invitation link',
        done: 'Done',
      },
    },
    limits: {
      title: 'Settings of the server',
      text:
        'Set by environment variables on the server; changes take effect after a restart. Changed ones ' +
        'come first.',
      name: 'Setting',
      value: 'Value',
      meaning: 'Meaning',
      unset: '—',
      units: {
        seconds: (count: number) => `${count} s`,
        minutes: (count: number) => `${count} min`,
        hours: (count: number) => `${count} h`,
        days: (count: number) => `${count} d`,
      },
    },
  },
)
