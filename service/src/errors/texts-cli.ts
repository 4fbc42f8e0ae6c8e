export const CLI_TEXTS = {
  usage: {
    'commander.missingMandatoryOptionValue': (name: string) => `Не указан обязательный параметр ${name}`,
    'commander.optionMissingArgument': (name: string) => `У параметра ${name} нет значения`,
    'commander.unknownOption': (name: string) => `Неизвестный параметр ${name}`,
    'commander.unknownCommand': (name: string) => `Неизвестная команда ${name}`,
    'commander.missingArgument': (name: string) => `Не указано: ${name}`,
    'commander.excessArguments': () => 'Лишние аргументы',
    'commander.invalidArgument': (name: string) => `Недопустимое значение ${name}`,
    'commander.help': () => 'Не указана команда',
  } as Readonly<Record<string, (name: string) => string>>,
  seeHelp: (usage: string, command: string) => `${usage}: посмотрите ${command} --help.`,
  wrongUsage: 'Команда вызвана неверно',
  noConnectionLeft: (detail: string) =>
    `База данных не даёт больше соединений (${detail}): они заняты, возможно, самим Обменом. Увеличьте ` +
    'max_connections или CONNECTION LIMIT роли и базы: сколько нужно, сказано в docs/operating.md.',
  databaseDown: (detail: string) =>
    `База данных не отвечает (${detail}): проверьте, что PostgreSQL запущен, и адрес в DATABASE_URL.`,
  databaseRefuses: (detail: string) =>
    `База данных не пускает (${detail}): проверьте имя, пароль и название базы в DATABASE_URL.`,
  noPassword:
    'Базе данных нужен пароль, а его нет: укажите его в DATABASE_URL ' +
    '(postgresql://имя:пароль@сервер/база), ' +
    'в PGPASSWORD или в ~/.pgpass.',
  noTls: 'База данных не принимает TLS: включите в PostgreSQL ssl или уберите sslmode (PGSSLMODE).',
  certificateRefused: (code: string) =>
    `Сертификату сервера базы данных нет доверия (${code}): если он самоподписанный или своего центра, ` +
    `добавьте ` +
    'в DATABASE_URL &sslmode=verify-full&sslrootcert=файл_сертификата; имя сервера должно быть в ' +
    'сертификате.',
  tooManyFiles:
    'Исчерпан предел открытых файлов: увеличьте его (ulimit -n, в службе LimitNOFILE=65536) и запустите ' +
    'снова.',
  diskFull: 'На диске кончилось место: освободите его и повторите.',
  unexpected: (detail: string) =>
    `Непредвиденная ошибка: ${detail}. Повторите с LOG_LEVEL=debug и сообщите разработчикам.`,
}
