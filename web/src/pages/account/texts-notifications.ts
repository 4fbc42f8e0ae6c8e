import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  ofLocation: [(name: string) => `Уведомления: ${name}`, (name: string) => `Notifications: ${name}`],
  ofServer: ['Уведомления о сервере', 'Notifications about the server'],
  about: [
    'Обмен напишет сам, если что-то сломалось и не наладится без вас, и ещё раз, когда всё снова в порядке.',
    'Obmen writes by itself when something breaks that does not mend without you, and once more when all ' +
      'is well again.',
  ],
  how: ['Куда писать', 'Where to write'],
  channels: {
    mail: ['Электронная почта', 'Email'],
    telegram: ['Telegram', 'Telegram'],
    max: ['MAX', 'MAX'],
    webhook: ['Рабочий чат по вебхуку', 'A team chat by its webhook'],
  },
  lacks: {
    mail: [
      'Почта не настроена на сервере: попросите системного оператора задать SMTP_URL.',
      'Mail is not set up on the server: ask the system operator to set SMTP_URL.',
    ],
    telegram: [
      'Бот Telegram не настроен на сервере: попросите системного оператора задать TELEGRAM_BOT_TOKEN.',
      'There is no Telegram bot on the server: ask the system operator to set TELEGRAM_BOT_TOKEN.',
    ],
    max: [
      'Бот MAX не настроен на сервере: попросите системного оператора задать MAX_BOT_TOKEN.',
      'There is no MAX bot on the server: ask the system operator to set MAX_BOT_TOKEN.',
    ],
  },
  lacksOwn: {
    mail: [
      'Почта не настроена: задайте на сервере SMTP_URL и перезапустите Обмен.',
      'Mail is not set up: set SMTP_URL on the server and restart Obmen.',
    ],
    telegram: [
      'Бот Telegram не настроен: задайте на сервере TELEGRAM_BOT_TOKEN и перезапустите Обмен.',
      'There is no Telegram bot: set TELEGRAM_BOT_TOKEN on the server and restart Obmen.',
    ],
    max: [
      'Бот MAX не настроен: задайте на сервере MAX_BOT_TOKEN и перезапустите Обмен.',
      'There is no MAX bot: set MAX_BOT_TOKEN on the server and restart Obmen.',
    ],
  },
  mailTo: [(email: string) => `Письма приходят на ${email}.`, (email: string) => `Mail goes to ${email}.`],
  chat: ['Номер чата', 'Chat id'],
  chatNeeded: [
    'Введите номер чата: одни цифры, у группы с минусом впереди; у канала можно имя с @',
    'Enter the chat id: digits alone, with a minus in front for a group; or the name of a channel with @',
  ],
  telegramHelp: [
    'Напишите боту сервера /start или добавьте его в группу. Номер своего чата подскажет @userinfobot; ' +
      'номер ' +
      'группы начинается с минуса, его видит системный оператор в getUpdates бота.',
    'Write /start to the bot of the server, or add it to a group. @userinfobot tells the id of your own ' +
      'chat; ' +
      'that of a group begins with a minus, and the system operator sees it in getUpdates of the bot.',
  ],
  maxHelp: [
    'Напишите боту сервера или добавьте его в группу. Номер чата (chat_id) MAX сообщает только боту: его ' +
      'видит системный оператор в событиях /updates.',
    'Write to the bot of the server, or add it to a group. MAX tells the id of the chat (chat_id) to the ' +
      'bot ' +
      'alone: the system operator sees it in the events of /updates.',
  ],
  url: ['Адрес входящего вебхука', 'Address of the incoming webhook'],
  urlHelp: [
    'Создайте входящий вебхук в Mattermost, Slack или другом чате, который понимает их сообщения, и ' +
      'вставьте ' +
      'его адрес.',
    'Make an incoming webhook in Mattermost, Slack, or another chat that reads their messages, and paste ' +
      'its ' +
      'address.',
  ],
  urlNeeded: [
    'Вставьте адрес вебхука целиком, без пробелов и русских букв: https://…',
    'Paste the whole address of the webhook, in Latin letters without spaces: https://…',
  ],
  format: ['Чей это чат', 'Whose chat it is'],
  formats: {
    mattermost: ['Mattermost', 'Mattermost'],
    slack: ['Slack', 'Slack'],
  },
  test: ['Проверить', 'Test'],
  saveFirst: ['Сначала сохраните.', 'Save first.'],
  sent: {
    mail: ['Письмо отправлено: проверьте почту.', 'A mail is sent: look into your mailbox.'],
    telegram: ['Сообщение отправлено: посмотрите в Telegram.', 'A message is sent: look into Telegram.'],
    max: ['Сообщение отправлено: посмотрите в MAX.', 'A message is sent: look into MAX.'],
    webhook: ['Сообщение отправлено: посмотрите в чате.', 'A message is sent: look into the chat.'],
  },
  failed: [
    (time: string, why: string) => `Последнее сообщение не ушло, ${time}. ${why}`,
    (time: string, why: string) => `The last message did not go, ${time}. ${why}`,
  ],
  what: ['О чём писать', 'What to write about'],
  causes: {
    silent: ['1С замолчала', '1C has fallen silent'],
    refused: ['1С не может войти', '1C can’t sign in'],
    unconfirmed: ['1С не подтверждает заказы', '1C does not confirm orders'],
    late: ['1С больше часа не забирает заказы', '1C has not fetched orders for over an hour'],
    quarantined: ['1С не приняла заказ', '1C did not accept an order'],
    held: ['Заказ не выгружается: 1С его не примет', 'An order does not go: 1C would not accept it'],
    'failed-file': ['Файл из 1С не прочитан', 'A file of 1C was not read'],
    'reading-failed': ['1С не читается', '1C can’t be read'],
    'webhook-stopped': ['Вебхук остановился', 'A webhook has stopped'],
    'tasks-overdue': ['Задачи бухгалтеру просрочены', 'Tasks for the accountant are overdue'],
    'backup-old': ['Нет свежей резервной копии', 'There is no recent backup'],
    disk: ['Диск почти заполнен', 'The disk is almost full'],
    connections: ['Кончаются соединения с базой', 'Connections to the database run out'],
    clock: ['Часы сервера и базы расходятся', 'The clocks of server and database differ'],
    certificate: ['Сертификат сайта скоро кончится', 'The certificate of the site ends soon'],
  },
  when: ['Когда не писать', 'When not to write'],
  quiet: ['Тихие часы', 'Quiet hours'],
  quietHelp: [
    'По часам локации. Что случилось за это время и не прошло само, Обмен напишет, когда они кончатся.',
    'By the clock of the location. What happens meanwhile and does not pass by itself is told when they end.',
  ],
  quietHelpServer: [
    'По часам сервера. Что случилось за это время и не прошло само, Обмен напишет, когда они кончатся.',
    'By the clock of the server. What happens meanwhile and does not pass by itself is told when they end.',
  ],
  from: ['С', 'From'],
  to: ['До', 'To'],
  timeNeeded: ['Введите время', 'Enter a time'],
  save: ['Сохранить уведомления', 'Save notifications'],
  saved: ['Уведомления сохранены', 'Notifications saved'],
})
