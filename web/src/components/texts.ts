import { MOST_VIEWS } from '@obmen/contract'
import { catalogue } from '../texts/catalogue.js'

export const texts = catalogue({
  product: ['Обмен', 'Obmen'],
  inHelp: ['В справке', 'In the help'],
  close: ['Закрыть', 'Close'],
  otherLanguage: ['English', 'Русский'],
  order: [(number: string) => `Заказ ${number}`, (number: string) => `Order ${number}`],
  cancel: ['Отменить', 'Cancel'],
  takeBack: ['Вернуть', 'Take back'],
  soon: {
    resend: ['Выгрузим снова через 10 секунд', 'Sending again in 10 seconds'],
    release: ['Отпустим через 10 секунд', 'Releasing in 10 seconds'],
    settle: ['Закроем вопрос через 10 секунд', 'Closing the question in 10 seconds'],
  },
  notDone: {
    resend: ['Выгрузить снова', 'Send again'],
    release: ['Отпустить', 'Release'],
    settle: ['Закрыть вопрос', 'Close the question'],
  },
  copy: ['Скопировать', 'Copy'],
  copyNamed: [(what: string) => `Скопировать: ${what}`, (what: string) => `Copy: ${what}`],
  copied: ['Скопировано', 'Copied'],
  publicUrl: {
    unset: ['Этот адрес работает только на самом сервере', 'This address works on the server itself only'],
    unsetText: [
      'Обмен не знает, по какому адресу он виден снаружи: не задана переменная PUBLIC_URL. Прежде ' +
        'чем вводить адрес в 1С, попросите того, кто запускает сервер, указать её и запустить Обмен ' +
        'заново.',
      'Obmen does not know at which address it is seen from outside: the variable PUBLIC_URL is ' +
        'not set. Before you type the address into 1C, ask whoever runs the server to set it and ' +
        'start Obmen anew.',
    ],
    command: ['Команда', 'Command'],
  },
  days: {
    cut: [
      (day: string, most: string) =>
        `Столбец ${day} обрезан, чтобы были видны остальные: на самом деле ${most}.`,
      (day: string, most: string) => `The bar of ${day} is cut off, so that the others show: it is ${most}.`,
    ],
    asTable: ['Показать таблицей', 'Show as a table'],
    day: ['День', 'Day'],
    chart: [
      (facts: string) => `График по дням. Всего: ${facts}. Числа по дням — в таблице под графиком.`,
      (facts: string) => `Chart by day. In all: ${facts}. The table under it has the numbers of each day.`,
    ],
  },
  loading: ['Загрузка…', 'Loading…'],
  retry: ['Повторить', 'Try again'],
  failure: {
    title: ['Не удалось загрузить', 'Could not load'],
    notRenewed: [
      'Не удалось обновить: показано то, что было загружено раньше',
      'Could not be renewed: what is shown was loaded earlier',
    ],
    offline: [
      'Сервер не отвечает. Проверьте подключение к сети и повторите.',
      'The server does not answer. Check your network and try again.',
    ],
    timedOut: [
      'Сервер не успел ответить. Повторите через минуту: если это изменение, сначала проверьте, не ' +
        'сохранилось ли оно.',
      'The server did not answer in time. Try again in a minute: if this was a change, look first ' +
        'whether it was saved.',
    ],
    server: [
      'На сервере произошла ошибка. Если вы что-то сохраняли, сначала проверьте, не сохранилось ли ' +
        'оно; если нет, повторите. Не поможет — сообщите администратору.',
      'The server failed. If this was a change, look first whether it was saved; if not, try ' +
        'again. If that does not help, tell the administrator.',
    ],
    unknown: [
      'Произошла ошибка в приложении. Обновите страницу; если не поможет, сообщите администратору.',
      'The app failed. Reload the page, and if that does not help, tell the administrator.',
    ],
    requestId: [(id: string) => `Номер запроса: ${id}`, (id: string) => `Request number: ${id}`],
    wait: [
      (seconds: number) => `Попробуйте через ${seconds} с.`,
      (seconds: number) => `Try again in ${seconds} s.`,
    ],
  },
  leave: {
    title: ['Уйти без сохранения?', 'Leave without saving?'],
    text: [
      'Вы изменили данные на этой странице и не сохранили их.',
      'You changed something on this page and have not saved it.',
    ],
    once: [
      'То, что показано в окне, второй раз увидеть нельзя: сначала сохраните.',
      'What the window shows cannot be seen a second time: save it first.',
    ],
    leave: ['Уйти', 'Leave'],
    stay: ['Остаться', 'Stay'],
  },
  download: {
    button: ['Скачать', 'Download'],
    xlsx: ['Excel (XLSX)', 'Excel (XLSX)'],
    csv: ['CSV', 'CSV'],
    tooMany: [
      'Для одного файла выбрано слишком много строк. Выберите меньше или отберите нужные фильтром ' +
        'и скачайте весь список.',
      'Too many rows are chosen for one file. Choose fewer, or narrow the list down by its filter ' +
        'and download all of it.',
    ],
  },
  look: {
    button: ['Вид', 'View'],
    columns: ['Столбцы', 'Columns'],
    density: ['Строки', 'Rows'],
    densities: {
      comfortable: ['Свободно', 'Comfortable'],
      compact: ['Плотно', 'Compact'],
    },
  },
  atLeast: [(counted: string) => `${counted} или больше`, (counted: string) => `${counted} or more`],
  views: {
    label: ['Сохранённые отборы', 'Saved views'],
    overdue: ['Мои просроченные', 'My overdue'],
    save: ['Сохранить отбор', 'Save this view'],
    full: [`Отборов уже ${MOST_VIEWS}: уберите лишний`, `There are ${MOST_VIEWS} views: remove one first`],
    name: ['Название отбора', 'Name of the view'],
    submit: ['Сохранить', 'Save'],
    remove: [(name: string) => `Убрать отбор «${name}»`, (name: string) => `Remove the view “${name}”`],
  },
  sum: {
    over: ['больше ', 'more than '],
    text: [
      (counted: string, sums: string) => `Итого ${counted}${sums && `: ${sums}`}`,
      (counted: string, sums: string) => `In all ${counted}${sums && `: ${sums}`}`,
    ],
    tooMany: [
      (counted: string) => `Итого ${counted}. Сумму покажут список за период или фильтр, где их меньше.`,
      (counted: string) => `In all ${counted}. A period or a filter with fewer of them shows the sum.`,
    ],
  },
  table: {
    toFirst: ['В начало', 'To the beginning'],
    previous: ['Назад', 'Back'],
    next: ['Вперёд', 'Next'],
    pages: ['Страницы', 'Pages'],
  },
  integrationStates: {
    waiting: ['ждём первого обращения', 'waiting for the first call'],
    newPassword: ['ждём входа с новым паролем', 'waiting for the new password'],
    exchanging: ['обменивается', 'exchanging'],
    refused: ['не может войти', 'can’t sign in'],
    unconfirmed: ['не подтверждает', 'does not confirm'],
    loading: ['ждём подтверждения', 'yet to confirm'],
    silent: ['молчит', 'silent'],
    silentSince: [(time: string) => `молчит с ${time}`, (time: string) => `silent since ${time}`],
    paused: ['приостановлена', 'paused'],
    restored: ['восстановлена из копии', 'restored from a backup'],
    sandbox: ['песочница', 'sandbox'],
    since: [(time: string) => `С ${time}`, (time: string) => `Since ${time}`],
    whatToDo: ['Что сделать', 'What to do'],
    actions: {
      connect: ['Как подключить', 'How to connect'],
      'new-password': ['Перейти к паролю', 'Go to the password'],
      'open-exchange': ['Посмотреть обмены', 'See the exchanges'],
      resume: ['Перейти к интеграции', 'Go to the integration'],
    },
    recalculating: [
      (percent: number) => `пересчитывается: ${percent}\u00a0%`,
      (percent: number) => `recalculating: ${percent}%`,
    ],
  },
  sortBy: [(column: string) => `Сортировать: ${column}`, (column: string) => `Sort: ${column}`],
  date: {
    placeholder: ['дд.мм.гггг', 'dd/mm/yyyy'],
    noSuchDay: ['Такого дня нет', 'There is no such day'],
  },
  select: {
    variants: ['Варианты', 'Options'],
    nothing: ['Ничего не найдено', 'Nothing found'],
    searching: ['Ищем…', 'Searching…'],
    more: ['Показаны не все: уточните запрос', 'Not all are shown: type more'],
  },
  levels: {
    fatal: ['Не примет.', 'Will not take it.'],
    dropped: ['Потеря.', 'Loss.'],
    warning: ['Внимание.', 'Attention.'],
  },
  xml: {
    title: ['Текст XML', 'XML text'],
    download: ['Скачать', 'Download'],
    collapseAll: ['Свернуть всё', 'Collapse all'],
    expandAll: ['Развернуть всё', 'Expand all'],
    find: ['Найти', 'Find'],
    searchPanel: {
      Find: ['Найти', 'Find'],
      next: ['Дальше', 'Next'],
      previous: ['Назад', 'Previous'],
      all: ['Все', 'All'],
      'match case': ['с учётом регистра', 'match case'],
      regexp: ['выражение', 'regexp'],
      'by word': ['слово целиком', 'by word'],
      close: ['Закрыть поиск', 'Close the search'],
      'current match': ['найдено', 'found'],
      'on line': ['в строке', 'on line'],
    },
    wrap: ['Переносить строки', 'Wrap lines'],
  },
})
