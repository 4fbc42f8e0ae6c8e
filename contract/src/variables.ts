/** A variable's meaning, in one sentence each: docs/configuration.md, `obmen serve --help`, «Система». */
interface Meaning {
  ru: string
  en: string
}

/** Every environment variable of the server by groups, in the order in which they are shown. */
export const VARIABLE_GROUPS = [
  {
    title: { ru: 'Сервер', en: 'Server' },
    variables: {
      HOST: {
        ru: 'Адрес, на котором сервис принимает запросы; `0.0.0.0` — на всех',
        en: 'Address to listen on; `0.0.0.0` means all',
      },
      PORT: { ru: 'Порт; `0` — любой свободный', en: 'Port; `0` means any free one' },
      PUBLIC_URL: {
        ru: 'Адрес сервиса снаружи: из него складывается адрес обмена для 1С. Без него — `http://HOST:PORT`',
        en:
          'Address of the server from outside; the address for 1C is ' +
          'made of it. Without it `http://HOST:PORT`',
      },
      TRUST_PROXY: {
        ru:
          'Чьим `X-Forwarded-*` верить: `no` или адреса прокси через ' +
          'запятую, например `10.0.0.0/8,loopback`',
        en: 'Whose `X-Forwarded-*` to trust: `no`, or addresses of proxies such as `10.0.0.0/8,loopback`',
      },
      ALLOW_PRIVATE_ADDRESSES: {
        ru:
          'Можно ли обращаться к внутренним адресам (частные сети, сам сервер): вебхуки, почтовый сервер, ' +
          'чтение из 1С: `yes` или `no`',
        en:
          'Whether internal addresses (private networks, this machine) may be called by webhooks, for mail ' +
          'and to read a 1C: `yes` or `no`',
      },
      LOG_LEVEL: { ru: 'Подробность журнала на stderr', en: 'Detail of the log on stderr' },
      STOP_TIMEOUT_SECONDS: {
        ru: 'Сколько секунд после SIGTERM начатые ответы могут передаваться до конца',
        en: 'How many seconds after SIGTERM running answers may take to finish',
      },
      METRICS_TOKEN: {
        ru:
          'Токен, с которым Prometheus читает `/metrics` с других машин: 16 знаков или больше. Без него — ' +
          'только с этой',
        en:
          'Token with which Prometheus reads `/metrics` from other machines: 16 characters or more. ' +
          'Without it only from this one',
      },
    },
  },
  {
    title: { ru: 'База данных', en: 'Database' },
    variables: {
      DATABASE_URL: {
        ru: 'PostgreSQL 14 или новее. Без него сервис сам запускает PostgreSQL с данными в `DATA_DIR`',
        en: 'PostgreSQL 14 or newer. Without it the server runs its own PostgreSQL in `DATA_DIR`',
      },
      DATA_DIR: {
        ru: 'Папка данных встроенного PostgreSQL; создаётся сама',
        en: 'Folder of the embedded PostgreSQL; created if missing',
      },
      RUN_AS: {
        ru:
          'От имени какой учётной записи root запускает встроенный PostgreSQL. Без неё — `obmen`, ' +
          'потом `postgres`, потом `nobody`',
        en:
          'The account as which root runs the embedded PostgreSQL. Without it `obmen`, else `postgres`, ' +
          'else `nobody`',
      },
      SECRET_KEY: {
        ru:
          'Ключ, которым в базе зашифрованы секреты: 32 знака или больше. Без него — файл ' +
          '`secret.key` в `DATA_DIR`, создаётся сам. У серверов с одной базой он один',
        en:
          'Key that secrets in the database are encrypted with: 32 characters or more. Without it the ' +
          'file `secret.key` in `DATA_DIR`, made if missing. Servers of one database share it',
      },
      DATABASE_POOL_SIZE: {
        ru: 'Соединений одного сервера для запросов REST и 1С',
        en: 'Connections of one server for requests of REST and 1C',
      },
      DATABASE_BACKGROUND_POOL_SIZE: {
        ru: 'Соединений одного сервера для фоновой работы и `/readyz`',
        en: 'Connections of one server for background work and `/readyz`',
      },
      DATABASE_STATEMENT_TIMEOUT_SECONDS: {
        ru: 'Сколько секунд может выполняться один запрос к базе данных; 0 — любое время',
        en: 'How many seconds one statement may take; 0: any time',
      },
    },
  },
  {
    title: { ru: 'Пределы', en: 'Limits' },
    variables: {
      REQUEST_BODY_LIMIT: {
        ru: 'Размер одного заказа: тела `PUT /orders/{id}`, строки `orders:batch` и файла `orders import`',
        en: 'Size of one order: the body of `PUT /orders/{id}`, a line of `orders:batch` or `orders import`',
      },
      EXCHANGE_BODY_LIMIT: {
        ru: 'Размер того, что 1С присылает одним запросом (кроме файлов)',
        en: 'Size of what 1C sends in one request (files excepted)',
      },
      UPLOAD_SIZE_LIMIT: {
        ru: 'Размер файла из 1С целиком, со всеми его частями',
        en: 'Size of a whole file from 1C, all parts together',
      },
      CATALOGUE_ITEMS_LIMIT: {
        ru: 'Сколько позиций каталога 1С хранится у одной интеграции',
        en: "Items of 1C's catalogue kept for one integration",
      },
      EXPORT_ROW_LIMIT: {
        ru: 'Сколько строк бывает в одном файле CSV или XLSX; последняя строка скажет, если подошло больше',
        en: 'Rows of one CSV or XLSX file; its last row says if more matched',
      },
      API_RATE_LIMIT: {
        ru: 'Запросов REST в минуту от одного токена или адреса, больше — ответ 429; 0 — без ограничения',
        en: 'REST requests a minute of one token or address, more are answered 429; 0 means no limit',
      },
      SIGN_IN_ATTEMPTS: {
        ru: 'Сколько неудачных входов с одного адреса под одним именем терпеть за 10 минут',
        en: 'Failed sign-ins under one name from one address within 10 minutes',
      },
      PASSWORD_HASH_COST: {
        ru: 'Стоимость хеширования паролей людей (log2 N у scrypt); меньше 17 — только для испытаний',
        en: 'Cost of hashing passwords of people (log2 N of scrypt); below 17 only for trials',
      },
      REQUIRE_SECOND_FACTOR: {
        ru:
          'Кому вход обязательно подтверждать кодом: `no`, `operators` (системным операторам) или ' +
          '`administrators` (и администраторам локаций)',
        en:
          'Who has to confirm signing in with a code: `no`, `operators` (of the system) or ' +
          '`administrators` (of locations too)',
      },
      WEB_SESSION_DAYS: {
        ru: 'Через сколько дней без обращений человек должен войти заново',
        en: 'After how many days without a call a person must sign in again',
      },
    },
  },
  {
    title: { ru: 'Обмен с 1С', en: 'Exchange with 1C' },
    variables: {
      EXCHANGE_SESSION_HOURS: {
        ru: 'Через сколько часов без обращений сеанс 1С (cookie) забывается',
        en: 'After how many hours without a call a session of 1C (cookie) is forgotten',
      },
      SILENT_AFTER_HOURS: {
        ru:
          'Через сколько часов без обращений 1С считается замолчавшей, пока её привычка неизвестна: ' +
          'неделю назад она не обращалась',
        en:
          'After how many hours without a call a 1C counts as silent while its rhythm is not known: ' +
          'it did not call a week ago',
      },
      CONFIRM_WITHIN_MINUTES: {
        ru: 'За сколько минут 1С должна подтвердить полученные заказы',
        en: 'Minutes within which 1C should confirm the orders that it was given',
      },
      QUARANTINE_RETRY_SECONDS: {
        ru: 'Секунд до новой попытки заказа, который 1С не приняла; пауза удваивается, до 24-кратной',
        en: 'After how many seconds a quarantined order is tried again; the pause doubles, up to 24 times',
      },
    },
  },
  {
    title: { ru: 'Резервные копии', en: 'Backups' },
    variables: {
      BACKUP_DIR: {
        ru: 'Папка, в которую сервер раз в день сам записывает резервную копию. Без неё — не записывает',
        en: 'Folder into which the server writes a backup once a day. Without it none is taken',
      },
      BACKUP_AT: {
        ru: 'Во сколько, по часам сервера',
        en: 'At what time, by the clock of the server',
      },
      BACKUP_KEEP: {
        ru: 'Сколько последних копий остаётся в этой папке',
        en: 'How many of the latest stay in that folder',
      },
    },
  },
  {
    title: { ru: 'Сколько хранить', en: 'How long to keep' },
    variables: {
      JOURNAL_KEEP_DAYS: { ru: 'Дней хранится журнал обменов', en: 'Days of the journal of exchanges' },
      JOURNAL_BYTES: {
        ru: 'Сколько журнал обменов занимает на диске; сверх этого удаляются самые давние дни',
        en: 'Size of the journal of exchanges on disk; beyond it the earliest days go',
      },
      INTAKE_KEEP_DAYS: {
        ru: 'Дней хранится журнал запросов платформы (страница «Платформа», `GET /requests`)',
        en: "Days of the log of the platform's requests (`GET /requests`)",
      },
      EVENTS_KEEP_DAYS: {
        ru: 'Дней хранятся события для `GET /events` и вебхуков',
        en: 'Days of events for `GET /events` and webhooks',
      },
      UPLOADS_KEEP_DAYS: { ru: 'Дней хранятся файлы из 1С', en: 'Days of files from 1C' },
      ORDER_REVISIONS_KEEP: {
        ru: 'Дней хранятся все версии заказа; дольше — первая, последняя и те, что получала 1С',
        en: 'Days of all revisions of an order; later only the first, the last and those that 1C was given',
      },
    },
  },
  {
    title: { ru: 'Вебхуки', en: 'Webhooks' },
    variables: {
      WEBHOOK_HOSTS: {
        ru:
          'Куда только и можно отправлять вебхуки: `сервер` или `сервер:порт` через запятую; ' +
          'без неё — на любые серверы и порты',
        en:
          'The only receivers of webhooks: `host` or `host:port`, separated by commas; ' +
          'without it any host and port',
      },
      WEBHOOK_TIMEOUT_SECONDS: {
        ru: 'Сколько секунд ждать ответа получателя вебхука',
        en: 'How many seconds to wait for the receiver of a webhook',
      },
    },
  },
  {
    title: { ru: 'Оповещения', en: 'Alarms' },
    variables: {
      SMTP_URL: {
        ru:
          'Почтовый сервер, через который идут письма: `smtp://имя:пароль@сервер:587` или `smtps://…`. ' +
          'Без него писем нет',
        en:
          'The server that mail goes through: `smtp://user:password@host:587` or `smtps://…`. ' +
          'Without it there is no mail',
      },
      MAIL_FROM: {
        ru: 'От кого письма: `obmen@example.ru`. Без него — имя из `SMTP_URL`, если оно почтовый адрес',
        en: 'Sender of mail: `obmen@example.ru`. Without it the name in `SMTP_URL`, if that is an address',
      },
      HEARTBEAT_URL: {
        ru: 'Адрес, который каждый сервер вызывает (GET) раз в минуту, пока база данных отвечает',
        en: 'Address that each server calls (GET) every minute while the database answers',
      },
      TELEGRAM_BOT_TOKEN: {
        ru: 'Токен бота Telegram, который пишет об оповещениях. Без него в Telegram ничего не идёт',
        en: 'Token of the Telegram bot that tells of alarms. Without it nothing goes to Telegram',
      },
      TELEGRAM_API_URL: {
        ru: 'Адрес API Telegram; другой — если до него можно дойти только через свой прокси',
        en: 'Address of the API of Telegram; another one where only a proxy of your own can reach it',
      },
      MAX_BOT_TOKEN: {
        ru: 'Токен бота MAX, который пишет об оповещениях. Без него в MAX ничего не идёт',
        en: 'Token of the MAX bot that tells of alarms. Without it nothing goes to MAX',
      },
      MAX_API_URL: { ru: 'Адрес API MAX', en: 'Address of the API of MAX' },
    },
  },
] as const satisfies readonly { title: Meaning; variables: Readonly<Record<string, Meaning>> }[]

type Names<Group> = Group extends { variables: infer Variables } ? keyof Variables & string : never
export type VariableName = Names<(typeof VARIABLE_GROUPS)[number]>

/** What a variable means; undefined for a name that this version does not know. */
export function meaningOfVariable(name: string): Meaning | undefined {
  return VARIABLE_GROUPS.map(({ variables }) => (variables as Readonly<Record<string, Meaning>>)[name]).find(
    meaning => meaning !== undefined,
  )
}
