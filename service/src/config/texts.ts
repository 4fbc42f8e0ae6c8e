export const configTexts = {
  refusal: (problems: readonly string[]) =>
    `Неверны переменные окружения: ${problems.join('; ')}. Исправьте их и запустите снова.`,
  problem: (name: string, value: string, expected: string) => `${name}=«${value}» (${expected})`,
  renamed: (old: string, name: string) => `${old} больше нет, вместо неё задайте ${name}`,
  secretProblem: (name: string, expected: string) => `${name} (${expected})`,

  expectedAccount: 'нужно имя учётной записи этой системы, кроме root, например obmen',
  expectedBotToken: 'нужен токен, который выдал мессенджер, без пробелов и кавычек',
  expectedDatabaseUrl: 'нужен адрес вида postgresql://имя:пароль@сервер:5432/база',
  expectedHost: 'нужен IP-адрес или имя этого компьютера, например 127.0.0.1 или 0.0.0.0',
  expectedInteger: (min: number, max: number) => `нужно целое число от ${min} до ${max}`,
  expectedPublicUrl: 'нужен адрес, под которым сервис видят снаружи, например https://obmen.example.ru',
  expectedOneOf: (values: readonly string[]) => `нужно одно из: ${values.join(', ')}`,
  expectedMailServer:
    'нужен адрес вида smtp://имя:пароль@сервер:587 или smtps://…; особые знаки имени и пароля — через %',
  expectedTime: 'нужно время вида 02:00',
  expectedReceivers:
    'нужны серверы через запятую, с портом или без него: hooks.example.ru,crm.example.ru:8443',
  expectedSender: 'нужен почтовый адрес: obmen@example.ru или Обмен <obmen@example.ru>',
  expectedSize: (min: string, max: string) =>
    `нужен размер от ${min} до ${max}: число байтов или число с k, m, g, например 32m`,
  expectedWebAddress: 'нужен адрес вида https://example.ru/…',
  expectedText: (shortest: number) =>
    `нужно не меньше ${shortest} знаков, например из openssl rand -base64 32`,
  expectedProxies: 'нужно no или адреса прокси-серверов через запятую, например 10.0.0.0/8,loopback',

  fileProblem: (name: string, path: string) => `${name}=«${path}» (файл не читается)`,
  page: (secrets: string) => `# Configuration · Настройки

All of it is environment variables, checked at the start; every wrong one is named at once. An empty variable counts as absent. Sizes are
bytes, or a number with k, m, g (1k = 1024). A secret may stand in a file that a variable with \`_FILE\` at its end
names, \`DATABASE_URL_FILE\` for example: that goes for ${secrets}.

Все настройки — переменные окружения; они проверяются при запуске, и все неверные называются сразу. Пустая переменная — то же, что её
отсутствие. Размеры — в байтах или с k, m, g (1k = 1024). Секрет может лежать в файле, который назван в переменной с
\`_FILE\` на конце, например \`DATABASE_URL_FILE\`; это относится к ${secrets}.

| Variable | Default | Meaning | Значение |
|---|---|---|---|`,
}
