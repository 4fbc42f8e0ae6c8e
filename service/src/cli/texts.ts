import type { BackupHeader } from '../backup/backup-file.js'

export const cliTexts = {
  program: 'Obmen передаёт заказы платформы в 1С по протоколу «Обмен с сайтом».',
  version: 'показать версию',
  help: 'показать справку',
  helpCommand: 'показать справку о команде',
  helpAfter: '\nУ каждой команды есть своя справка: obmen <команда> --help',
  headings: {
    'Usage:': 'Вызов:',
    'Arguments:': 'Аргументы:',
    'Options:': 'Параметры:',
    'Commands:': 'Команды:',
    'Global Options:': 'Общие параметры:',
  } as Readonly<Record<string, string>>,
  usageOptions: '[параметры]',
  usageCommand: '[команда]',
  environment: 'Переменные окружения:',
  defaultValue: (value: string) => ` (по умолчанию ${value})`,

  databaseStarting: 'база данных ещё не отвечает, ждём',
  databaseInUse:
    'обновление базы данных ждёт: её таблицы заняты (резервное копирование, другой сервер ' +
    'обновляет); повторим через 5 секунд',
  noDatabase: (folder: string) =>
    `В ${folder} нет базы Obmen: укажите в DATA_DIR её папку или в DATABASE_URL её адрес.`,
  databaseMoved: (folder: string, { to, at }: { to: string; at: string }, file: string) =>
    `Базу из ${folder} перенесли ${at} в ${to}: укажите её новый адрес в DATABASE_URL. Чтобы ` +
    `вернуться к прежней базе, удалите файл ${file}.`,
  portTaken: (host: string, port: number) =>
    `Порт ${port} на ${host} уже занят: остановите того, кто его занял, или укажите другой PORT.`,
  hostUnknown: (host: string) => `На этом компьютере нет адреса ${host}: исправьте HOST.`,
  portForbidden: (port: number) => `Порт ${port} можно открыть только с правами root: укажите PORT от 1024.`,

  secretOption: {
    onCommandLine: (meaning: string) => `${meaning} (виден в списке процессов; без него спросим)`,
    file: 'взять его из первой строки файла',
    stdin: 'взять его из стандартного ввода',
    question: 'Пароль: ',
    severalWays: (name: string) =>
      `Пароль указан несколько раз: оставьте одно из ${name}, ${name}-file, ${name}-stdin.`,
    missing: (name: string) =>
      `Не указан пароль: запустите в терминале (спросим) или укажите ${name}-file либо ${name}-stdin.`,
    unreadable: (file: string, detail: string) => `Файл с паролем ${file} не читается (${detail}).`,
  },

  setup: {
    description: 'создать локацию, её первую компанию, администратора и токен API',
    location: 'название локации',
    timezone: 'часовой пояс локации, например Asia/Yekaterinburg',
    company: 'название компании',
    inn: 'ИНН компании',
    kpp: 'КПП компании (у юридического лица)',
    adminEmail: 'электронная почта администратора локации',
    adminPassword: 'его пароль',
    operator: 'дать ему и роль «Системный оператор»: локации, состояние, журнал работы всей системы',
    json: 'напечатать один объект JSON: locationId, companyId, apiToken',
    options: {
      '/locationName': '--location',
      '/timezone': '--timezone',
      '/companyName': '--company',
      '/inn': '--inn',
      '/kpp': '--kpp',
      '/adminEmail': '--admin-email',
      '/adminPassword': '--admin-password',
    } as Readonly<Record<string, string>>,
    invalid: (problems: readonly string[]) => `Настроить нельзя: ${problems.join(' ')}`,
    done: (made: { locationId: string; companyId: string; apiToken: string }) =>
      `Локация создана: ${made.locationId}
Компания: ${made.companyId}
Токен API (больше не покажем): ${made.apiToken}
Дальше: obmen serve`,
  },

  serve: {
    description: 'обновить базу данных и запустить сервис',
    ready: (address: string, pid: number) => `Obmen работает: ${address} (процесс ${pid})`,
    stopping:
      'останавливаемся: новых запросов не берём, начатые ответы доводим до конца; второй сигнал оборвёт их',
    forced: 'остановлены вторым сигналом, начатые ответы оборваны',
    migrated: 'база данных обновлена',
  },

  migrate: {
    description: 'обновить базу данных до этой версии программы',
    dryRun: 'только перечислить недостающие миграции',
    nothing: 'База данных уже обновлена.',
    pending: (names: readonly string[]) => `Не выполнены миграции:\n${names.join('\n')}`,
    done: (names: readonly string[]) => `Выполнены миграции:\n${names.join('\n')}`,
  },

  copy: {
    description: 'перенести всё из нынешней базы данных в другой, пустой PostgreSQL',
    to: 'адрес пустой базы: postgresql://имя:пароль@сервер:5432/база',
    badUrl: (url: string) => `--to не похоже на адрес PostgreSQL: ${url}.`,
    sourceInUse: (count: number) =>
      `С исходной базой работают другие процессы Obmen (соединений: ${count}): остановите obmen ` +
      'serve на всех серверах, дождитесь конца других команд и повторите.',
    targetTrouble: (text: string) => `База назначения не подошла. ${text}`,
    progress: (table: string, done: number, total: number) => `${table}: строк ${done} из ${total}`,
    copied: (table: string, rows: number) => `${table}: строк ${rows}`,
    left: (table: string) => `${table}: таблица не из Obmen, остаётся на месте`,
    done: (rows: number) =>
      `Перенесено строк: ${rows}; их число в каждой таблице сверено. Прежняя база осталась как была.
Дальше: укажите новый адрес в DATABASE_URL и запустите obmen serve.`,
    closed: (file: string) =>
      `Без DATABASE_URL прежнюю базу теперь никто не откроет: об этом файл ${file}, удалите его, ` +
      'если вернётесь к ней.',
    notMarked: (text: string) =>
      `Всё перенесено, но пометить прежнюю базу не удалось, и без DATABASE_URL откроется она. ${text}`,
  },

  backup: {
    description: 'сохранить всю базу данных в файл, пока сервис работает',
    file: 'новый файл',
    keyFile: 'зашифровать ключом из этого файла (32 знака или больше: openssl rand -base64 32)',
    force: 'заменить файл с таким именем',
    progress: (table: string, rows: number) => `${table}: строк ${rows}`,
    verifying: 'перечитываем записанное',
    done: (file: string, { rows, orders, bytes }: { rows: number; orders: number; bytes: number }) =>
      `Копия записана и перечитана: ${file}, заказов ${orders}, строк ${rows}, ` +
      `${(bytes / 1024 ** 2).toFixed(1).replace('.', ',')} МБ.`,
    keepKey: (place: string) =>
      `Ключа, которым зашифрованы секреты вебхуков и входа по коду, пароли для чтения из 1С (${place}), ` +
      `в ней нет: храните его отдельно.`,

    restoreDescription: 'восстановить копию в пустую базу данных; интеграции и отправка встанут на паузу',
    restoreFile: 'файл, который сделала команда obmen backup',
    itsKeyFile: 'файл с ключом, которым копию зашифровали',
    yes: 'не спрашивать',
    holds: ({ takenAt, version, orders, locations }: BackupHeader) =>
      `Копия цела: сделана ${takenAt} Обменом ${version}, заказов ${orders}, локаций ${locations}.`,
    question: 'Восстановить её в базу данных этого сервера? (да/нет) ',
    left: 'Ничего не изменилось.',
    inUse: (count: number) =>
      `С базой данных работают другие процессы Обмена (соединений: ${count}): остановите их и повторите.`,
    restoreDone: (rows: number) =>
      `Восстановлено строк: ${rows}. Все интеграции остановлены: для каждой укажите в веб-приложении, с ` +
      `какого номера продолжать. Наружу ничего не уходит, пока вы не выполните obmen resume.\n` +
      'Дальше: obmen serve; что проверить, сказано в docs/operating/backup.md.',
    otherKey: (place: string) =>
      `Секреты в этой базе зашифрованы другим ключом, не тем, что в ${place}: верните прежний, иначе ` +
      `сервис ` +
      'не запустится. Если он потерян: obmen secrets reset.',
  },

  check: {
    description: 'проверить настройки, базу данных, диск и часы',
    failed: (count: number) => `Найдено неисправностей: ${count}. Что делать, сказано в строках с «!».`,
    good: (text: string) => `+ ${text}`,
    bad: (text: string) => `! ${text}`,
    json: 'напечатать один массив JSON: code, ok, text',
    variables: (meant: readonly (readonly [given: string, meant: string])[]) =>
      meant.length === 0
        ? 'Переменные окружения верны.'
        : `Таких переменных нет, они ни на что не влияют: ${meant
            .map(([given, name]) => `${given} (может быть, ${name})`)
            .join(', ')}. Исправьте их имена или уберите их.`,
    plain: (host: string) =>
      `Соединение с базой данных на ${host} не зашифровано: добавьте в DATABASE_URL ?sslmode=verify-full ` +
      '(если сертификат не от известного центра – и &sslrootcert=файл).',
    plainInPrivate: (host: string) =>
      `Соединение с базой данных на ${host} не зашифровано: это годится, только если вся частная сеть ваша.`,
    pooled:
      'Между Obmen и PostgreSQL стоит PgBouncer (или подобный) в режиме transaction: живые события и ' +
      'задания ' +
      'через него не приходят, блокировки не держатся. Укажите в DATABASE_URL сам PostgreSQL или пул в ' +
      'режиме session.',
    clusterAbsent: (folder: string) =>
      `База в ${folder} ещё не создана: её создаст obmen setup или obmen serve.`,
    databaseGood: (version: string, place: string) =>
      `База данных отвечает: PostgreSQL ${version}, ${place}.`,
    placeEmbedded: (folder: string) => `встроенный, в ${folder}`,
    placeForeign: (host: string) => `на ${host}`,
    migrationsGood: 'Таблицы соответствуют этой версии программы.',
    connectionsGood: (needed: number, allowed: number) =>
      `Соединений с базой данных серверу нужно до ${needed}, база разрешает ${allowed} на всех.`,
    tooFewConnections: (needed: number, allowed: number, limit: string) =>
      `Серверу нужно до ${needed} соединений с базой данных, а база разрешает ${allowed} на всех. ` +
      `Уменьшите DATABASE_…_POOL_SIZE или увеличьте предел (${limit}).`,
    limitedBy: {
      server: 'max_connections в PostgreSQL',
      role: 'alter role … connection limit …',
      database: 'alter database … connection limit …',
    },
    migrationsPending: (names: readonly string[]) =>
      `База данных не обновлена (${names.join(', ')}): выполните obmen migrate или запустите obmen serve.`,
    diskGood: (folder: string, free: string) => `На диске с ${folder} свободно ${free}.`,
    diskLow: (folder: string, free: string, expected: string) =>
      `На диске с ${folder} свободно только ${free}: освободите место, чтобы было хотя бы ${expected}.`,
    journalGood: (taken: string, allowed: string, since: string) =>
      `Журнал обменов с ${since} занимает ${taken} из ${allowed} (JOURNAL_BYTES).`,
    journalFull: (taken: string, allowed: string, since: string) =>
      `Журнал обменов с ${since} занимает ${taken}, больше, чем отведено (JOURNAL_BYTES=${allowed}): ` +
      `последние ` +
      'дни не удаляются. Увеличьте JOURNAL_BYTES или узнайте на странице «Обмены», чья 1С обращается так ' +
      'часто.',
    clockGood: 'Часы верны.',
    clockPast: (now: string) =>
      `Часы компьютера показывают ${now}: установите верное время и включите его синхронизацию.`,
    clockSkew: (seconds: number) =>
      `Часы этого компьютера и сервера базы данных расходятся на ${seconds} с: включите ` +
      'синхронизацию времени на обоих.',
    clockBehind: (last: string, now: string) =>
      `Последнее обращение 1С записано ${last}, а часы показывают ${now}: верните часы вперёд, иначе ` +
      'порядок событий нарушится.',
    backupGood: (hours: number) => `Последняя резервная копия сделана ${hours} ч назад.`,
    backupMissing: 'Резервных копий ещё нет: первую сделает obmen serve (BACKUP_DIR).',
    backupOld: (hours: number) =>
      `Последняя резервная копия сделана ${hours} ч назад: посмотрите в журнале сервиса, что ей мешает.`,
    backupFailed: (failure: string) => `Резервная копия не сделана. ${failure}`,
    sendingPaused: (since: string) =>
      `С ${since} Обмен ничего не отправляет (вебхуки, оповещения, письма) и не читает 1С: база восстановлена из ` +
      'копии. Если этот сервер рабочий, а не пробный, выполните obmen resume.',
    zonesMissing: 'Node.js собран без часовых поясов: установите обычную сборку Node.js (full-icu).',
    gigabytes: (bytes: number) => `${(bytes / 1024 ** 3).toFixed(1).replace('.', ',')} ГБ`,
  },

  pause: {
    description: 'приостановить интеграции и отправку, прежде чем запускать сервис на восстановленной базе',
    all: 'все интеграции всех локаций; действия со многими заказами отменяются',
    done: (integrations: number, actions: number) =>
      `Приостановлено интеграций: ${integrations}. Отменено действий со многими заказами: ${actions}.
Возобновляются интеграции в веб-приложении, каждая отдельно. Отправку возобновит obmen resume.`,
    resumeDescription: 'возобновить вебхуки, оповещения и чтение 1С: восстановленная база – рабочая',
    resumed: 'Отправка возобновлена: за несколько секунд уйдёт всё, что ждало.',
    notPaused: 'Отправка и не была приостановлена.',
  },

  operator: {
    description: 'завести системного оператора',
    addDescription:
      'дать роль «Системный оператор»: тому, чьи почта и пароль указаны, а если такого нет — новому человеку',
    email: 'электронная почта оператора',
    password: 'его пароль',
    invalid: (problems: readonly string[]) => `Оператора завести нельзя: ${problems.join(' ')}`,
    done: (email: string, isNew: boolean) =>
      `Системный оператор: ${email}${isNew ? ' (новая учётная запись)' : ''}. ` +
      'В веб-приложении ему открыто «Управление инфраструктурой».',
    already: (email: string) => `${email} уже системный оператор, ничего не изменилось.`,
  },

  password: {
    description: 'назначить новый пароль человеку, который забыл свой',
    email: 'его электронная почта',
    password: 'новый пароль',
    account: 'какая из учётных записей, если по этому адресу их несколько',
    invalid: (problems: readonly string[]) => `Пароль назначить нельзя: ${problems.join(' ')}`,
    removeSecondFactor: 'выключить и подтверждение входа кодом: телефон и коды восстановления потеряны',
    done: (email: string, removed: boolean) =>
      `Пароль ${email} изменён, все прежние входы закрыты.` +
      (removed ? ' Подтверждение входа кодом выключено.' : ''),
  },

  resetSecrets: {
    group: 'секреты, которые зашифрованы в базе данных',
    description: 'заменить зашифрованные секреты, когда ключ потерян; серверы должны быть остановлены',
    done: (webhooks: number, people: number, readings: number) =>
      `Прежний ключ забыт; вебхуков: ${webhooks}, подписей их секретами больше не будет. Подтверждение входа
кодом выключено, людей: ${people}. Паролей для чтения из 1С забыто: ${readings}.
Дальше: запустите obmen serve, в каждом вебхуке создайте новый секрет и передайте его платформе; люди
включают подтверждение снова; пароли для чтения из 1С введите на страницах интеграций.`,
  },

  orders: {
    description: 'загрузить заказы',
    importDescription: 'записать заказы из файла NDJSON, по заказу в строке («-» — со стандартного ввода)',
    file: 'файл NDJSON',
    unreadable: (file: string, detail: string) =>
      `Файл ${file} не читается (${detail}): проверьте путь и права.`,
    noLocations: 'Локаций ещё нет: сначала выполните obmen setup.',
    badLine: (line: number, detail: string) => `строка ${line}: ${detail}`,
    warnedLine: (line: number, detail: string) => `предупреждение, строка ${line}: ${detail}`,
    progress: (lines: number) => `строк: ${lines}`,
    done: (sum: {
      lines: number
      created: number
      changed: number
      same: number
      refused: number
      warned: number
    }) =>
      `Строк: ${sum.lines}; новых заказов: ${sum.created}, изменённых: ${sum.changed}, без ` +
      `изменений: ${sum.same}, отвергнутых строк: ${sum.refused}, с предупреждениями: ${sum.warned}.`,
    someRefused: (refused: number) =>
      `Отвергнуто строк: ${refused}; остальные записаны. Исправьте названные строки и повторите: ` +
      'записанное не удвоится.',
  },

  pull: {
    group: 'проверить обмен так, как его ведёт 1С',
    badUrl: (url: string) =>
      `--url «${url}» не похож на адрес: укажите адрес обмена, например http://127.0.0.1:8080/1c.`,
    description: 'сыграть за 1С один обмен и рассказать, что она создала, пропустила или отвергла',
    url: 'адрес обмена',
    login: 'имя пользователя интеграции',
    password: 'её пароль',
    client: 'конфигурация: bp, unf, ut, rt или bitrix',
    closedBefore: 'БП: дата запрета изменений, например 2026-10-01; документы до неё записать нельзя',
    badDay: (day: string) => `--closed-before «${day}»: укажите дату, например 2026-10-01.`,
    json: 'напечатать отчёт одним объектом JSON',
    cookieOnly: 'войти один раз и дальше показывать только cookie, как делают программы, которые не 1С',
    base: 'файл, в котором база 1С хранится между вызовами; если его нет, он создаётся',
    notABase: (file: string) =>
      `${file}: это не база, сохранённая с --base. Удалите файл или укажите другой.`,
    otherClient: (file: string, client: string) =>
      `${file}: там база другой конфигурации (--client ${client}).`,
    explainSite:
      'советовать и автору сайта, что исправить в его ответах (без этого – только тому, кто работает с 1С)',
    noSuccess: 'не подтверждать полученное (1С упала после загрузки)',
    noInvoices: (file: string) =>
      `${file}: такой базы нет, или в ней ни одного счёта. Сначала заберите заказы: ` +
      `obmen 1c pull --client bp --base ${file}.`,
  },
  publish: {
    description: 'опубликовать базу Бухгалтерии, созданную 1c pull, по OData, чтобы Обмен её читал',
    base: 'файл базы; перечитывается, когда изменится',
    port: 'порт на 127.0.0.1',
    login: 'имя пользователя 1С; без него впускают под любым именем',
    password: 'его пароль',
    badPort: (port: string) => `--port «${port}»: укажите число от 1 до 65535.`,
    portTaken: (port: number) => `Порт ${port} уже занят: укажите другой --port.`,
    portForbidden: (port: number) =>
      `Порт ${port} можно открыть только с правами root: укажите --port от 1024.`,
    ready: (url: string, invoices: number, login: string | undefined) =>
      `База 1С опубликована, счетов в ней: ${invoices}.\nНа странице интеграции, в блоке «Чтение из 1С», укажите:\n` +
      `  адрес         ${url}\n  пользователь  ${login ?? 'любой'}\n  пароль        ${login ? 'тот, что вы задали' : 'любой'}\n` +
      'Сервер Обмена должен быть запущен с ALLOW_PRIVATE_ADDRESSES=yes.\n' +
      'Что делают в 1С люди, повторяет obmen 1c act. Закончить: Ctrl-C.',
  },
  act: {
    description: 'сделать в базе Бухгалтерии то, что делают в ней люди: провести счёт, оплатить, удалить',
    base: 'файл базы, созданный 1c pull',
    document: 'номер счёта в 1С или номер заказа',
    actions: (actions: readonly string[]) => `что сделать, через запятую: ${actions.join(', ')}`,
    unknownAction: (action: string, actions: readonly string[]) =>
      `--do «${action}»: такого действия нет. Есть: ${actions.join(', ')}.`,
    noSuchDocument: (number: string) => `--document «${number}»: в базе нет такого счёта.`,
    done: (number: string, actions: readonly string[]) => `Счёт ${number}: ${actions.join(', ')}.`,
  },
  push: {
    description:
      'сыграть за 1С выгрузку: забрать заказы, провести, оплатить, отгрузить их и выгрузить на сайт',
    client: 'конфигурация: ut, unf или rt (Бухгалтерия ничего не выгружает)',
    actions: (actions: readonly string[]) =>
      `что менеджер делает с каждым заказом, через запятую: ${actions.join(', ')}`,
    unknownAction: (action: string, actions: readonly string[]) =>
      `--do «${action}»: такого действия нет. Есть: ${actions.join(', ')}.`,
    numbers: 'только с заказами под этими номерами (номер, который получила 1С), через запятую',
    noSuchOrder: (number: string) => `--numbers: в базе 1С нет заказа ${number}.`,
    noOrders:
      'В базе 1С нет ни одного заказа: выгружать нечего. Дождитесь заказов к выгрузке или укажите --base.',
    catalogue: 'выгрузить каталог из стольких товаров вместо заказов (вместе с --do: и заказы тоже)',
    changesOnly: 'каталог: только изменения, остальное остаётся как было',
    badCount: (name: string, value: string) => `${name} «${value}»: укажите целое число от 1.`,
    portion: 'не больше стольких документов в файле',
    noPull: 'не забирать заказы перед выгрузкой (только с --base)',
    noWait: 'не спрашивать, загружен ли файл (УТ без ожидания)',
    interrupt: 'оборвать связь на середине файла, затем выгрузить снова',
    again: 'выгрузить то же снова, под другим именем, как после потерянного ответа',
    pullFailed: 'Заказы не загрузились, выгрузки не было.',
    json: 'напечатать отчёт одним объектом JSON',
  },
}
