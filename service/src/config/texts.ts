/** Meaning of every environment variable and what is said of a wrong one; docs/configuration.md is made of this. */
export const configTexts = {
  refusal: (problems: readonly string[]) =>
    `Неверны переменные окружения: ${problems.join('; ')}. Исправьте их и запустите снова.`,
  problem: (name: string, value: string, wanted: string) => `${name}=«${value}» (${wanted})`,
  secretProblem: (name: string, wanted: string) => `${name} (${wanted})`,

  wantedDatabaseUrl: 'нужен адрес вида postgresql://имя:пароль@сервер:5432/база',
  wantedHost: 'нужен IP-адрес или имя этого компьютера, например 127.0.0.1 или 0.0.0.0',
  wantedWhole: (min: number, max: number) => `нужно целое число от ${min} до ${max}`,
  wantedPublicUrl: 'нужен адрес, под которым сервис видят снаружи, например https://obmen.example.ru',
  wantedOneOf: (values: readonly string[]) => `нужно одно из: ${values.join(', ')}`,
  wantedSize: (min: string, max: string) =>
    `нужен размер от ${min} до ${max}: число байтов или число с k, m, g, например 32m`,
  wantedProxies: 'нужно no или адреса прокси-серверов через запятую, например 10.0.0.0/8,loopback',

  tableHead: '| Переменная | По умолчанию | Что значит |\n|---|---|---|',
  pageTitle: '# Настройки',
  pageIntro:
    'Все настройки сервиса — переменные окружения. Сервис проверяет их при запуске и называет сразу все неверные. ' +
    'Пустая переменная — то же, что её отсутствие. Размеры пишутся в байтах или с k, m, g (1k = 1024).',
  noDefault: '—',

  databaseUrl:
    'Адрес PostgreSQL (14 или новее). Без него сервис сам запускает PostgreSQL, данные которого лежат в `DATA_DIR`',
  dataDir: 'Папка данных встроенного PostgreSQL; создаётся сама',
  host: 'Адрес, на котором сервис принимает запросы; `0.0.0.0` — на всех',
  port: 'Порт; `0` — любой свободный',
  publicUrl: 'Адрес сервиса снаружи: из него складывается адрес обмена для 1С. Без него — `http://HOST:PORT`',
  logLevel: 'Насколько подробен журнал работы на stderr',
  trustProxy:
    'Чьим заголовкам `X-Forwarded-*` верить: `no` — ничьим, иначе адреса прокси-серверов через запятую, например `10.0.0.0/8,loopback`',
  databasePoolSize: 'Соединений с базой данных для REST и веб-приложения у одного сервера',
  databaseExchangePoolSize:
    'Соединений с базой данных для обмена с 1С у одного сервера: их не занимает никто другой',
  databaseHealthPoolSize:
    'Соединений с базой данных для `/readyz`, пересчёта интеграций и уборки у одного сервера',
  databaseStatementTimeoutSeconds:
    'Сколько секунд может выполняться один запрос к базе данных; 0 — сколько угодно',
  databaseLockTimeoutSeconds:
    'Сколько секунд запрос к базе данных ждёт, пока другой отпустит те же данные; дольше — ответ 503',
  databaseIdleTransactionSeconds:
    'Через сколько секунд база данных прерывает транзакцию, в которой сервис ничего не делает',
  databaseSilenceSeconds:
    'Через сколько секунд без ответа базы данных проверять, жива ли она; не ответит ещё столько же — ответ 503. Столько же ждать соединения с ней',
  headerLimit: 'Размер заголовков запроса',
  requestBodyLimit: 'Размер тела запроса REST, кроме `orders:batch`',
  batchLineLimit: 'Размер одной строки (одного заказа) в `orders:batch` и в `orders import`',
  exchangeBodyLimit: 'Размер того, что 1С присылает одним запросом',
  apiRateLimit: 'Запросов REST в минуту от одного токена или адреса, больше — ответ 429; 0 — без ограничения',
  exchangeSessionHours: 'Через сколько часов без обращений сеанс 1С (cookie) забывается',
  webSessionDays: 'Через сколько дней без обращений человек должен войти заново',
  invitationDays: 'Сколько дней действует приглашение',
  signInAttempts:
    'Сколько неудачных входов с одного адреса под одним именем терпеть за `SIGN_IN_LOCK_MINUTES`',
  signInLockMinutes: 'На сколько минут после этого вход закрывается',
  journalBodyLimit: 'Сколько байтов одного ответа или запроса хранит журнал обменов',
  silentAfterHours: 'Через сколько часов без обращений интеграция считается замолчавшей',
  journalKeepDays: 'Сколько дней хранится журнал обменов',
  itemNamesKeepDays:
    'Сколько дней после последнего заказа с id строки помнить, под каким названием он пришёл впервые (предупреждение `item-id-reused`)',
  connectionIdleSeconds: 'Через сколько секунд без движения в обе стороны соединение обрывается',
  requestTimeoutSeconds: 'За сколько секунд запрос должен прийти целиком',
  keepAliveSeconds: 'Сколько секунд соединение остаётся открытым между запросами',
  stopTimeoutSeconds: 'Сколько секунд после SIGTERM начатые ответы могут передаваться до конца',
}
