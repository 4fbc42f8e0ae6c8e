import { catalogue } from '../texts/catalogue.js'

export const texts = catalogue(
  {
    product: 'Обмен',
    inHelp: 'В справке',
    close: 'Закрыть',
    otherLanguage: 'English',
    cancel: 'Отменить',
    copy: 'Скопировать',
    copyNamed: (what: string) => `Скопировать: ${what}`,
    copied: 'Скопировано',
    publicUrl: {
      unset: 'Этот адрес работает только на самом сервере',
      unsetText:
        'Обмен не знает, по какому адресу он виден снаружи: не задана переменная PUBLIC_URL. Прежде ' +
        'чем вводить адрес в 1С, попросите того, кто запускает сервер, указать её и запустить Обмен ' +
        'заново.',
      command: 'Команда',
    },
    loading: 'Загрузка…',
    retry: 'Повторить',
    failure: {
      title: 'Не удалось загрузить',
      notRenewed: 'Не удалось обновить: показано то, что было загружено раньше',
      offline: 'Сервер не отвечает. Проверьте подключение к сети и повторите.',
      timedOut:
        'Сервер не успел ответить. Повторите через минуту: если это изменение, сначала проверьте, не ' +
        'сохранилось ли оно.',
      server:
        'На сервере произошла ошибка. Если вы что-то сохраняли, сначала проверьте, не сохранилось ли ' +
        'оно; если нет, повторите. Не поможет — сообщите администратору.',
      unknown: 'Произошла ошибка в приложении. Обновите страницу; если не поможет, сообщите администратору.',
      requestId: (id: string) => `Номер запроса: ${id}`,
      wait: (seconds: number) => `Попробуйте через ${seconds} с.`,
    },
    leave: {
      title: 'Уйти без сохранения?',
      text: 'Вы изменили данные на этой странице и не сохранили их.',
      once: 'То, что показано в окне, второй раз увидеть нельзя: сначала сохраните.',
      leave: 'Уйти',
      stay: 'Остаться',
    },
    download: {
      button: 'Скачать',
      xlsx: 'Excel (XLSX)',
      csv: 'CSV',
      tooMany:
        'Для одного файла выбрано слишком много строк. Выберите меньше или отберите нужные фильтром ' +
        'и скачайте весь список.',
    },
    look: {
      button: 'Вид',
      columns: 'Столбцы',
      density: 'Строки',
      densities: { comfortable: 'Свободно', compact: 'Плотно' },
    },
    atLeast: (counted: string) => `${counted} или больше`,
    table: { toFirst: 'В начало', previous: 'Назад', next: 'Вперёд', pages: 'Страницы' },
    integrationStates: {
      waiting: 'ждём первого обращения',
      newPassword: 'ждём входа с новым паролем',
      exchanging: 'обменивается',
      refused: 'не может войти',
      unconfirmed: 'не подтверждает',
      loading: 'ждём подтверждения',
      silent: 'молчит',
      silentSince: (time: string) => `молчит с ${time}`,
      paused: 'приостановлена',
      since: (time: string) => `С ${time}`,
      actions: {
        connect: 'Как подключить',
        'new-password': 'Новый пароль',
        'open-exchange': 'Посмотреть обмены',
        resume: 'Возобновить',
      },
      recalculating: (percent: number) => `пересчитывается: ${percent}\u00a0%`,
    },
    sortBy: (column: string) => `Сортировать: ${column}`,
    date: { placeholder: 'дд.мм.гггг', noSuchDay: 'Такого дня нет' },
    select: {
      variants: 'Варианты',
      nothing: 'Ничего не найдено',
      searching: 'Ищем…',
      more: 'Показаны не все: уточните запрос',
    },
    levels: { fatal: 'Не примет.', dropped: 'Потеря.', warning: 'Внимание.' },
    xml: {
      title: 'Текст XML',
      download: 'Скачать',
      collapseAll: 'Свернуть всё',
      expandAll: 'Развернуть всё',
      find: 'Найти',
      searchPanel: {
        Find: 'Найти',
        next: 'Дальше',
        previous: 'Назад',
        all: 'Все',
        'match case': 'с учётом регистра',
        regexp: 'выражение',
        'by word': 'слово целиком',
        close: 'Закрыть поиск',
        'current match': 'найдено',
        'on line': 'в строке',
      },
      wrap: 'Переносить строки',
    },
  },
  {
    product: 'Obmen',
    inHelp: 'In the help',
    close: 'Close',
    otherLanguage: 'Русский',
    cancel: 'Cancel',
    copy: 'Copy',
    copyNamed: (what: string) => `Copy: ${what}`,
    copied: 'Copied',
    publicUrl: {
      unset: 'This address works on the server itself only',
      unsetText:
        'Obmen does not know at which address it is seen from outside: the variable PUBLIC_URL is ' +
        'not set. Before you type the address into 1C, ask whoever runs the server to set it and ' +
        'start Obmen anew.',
      command: 'Command',
    },
    loading: 'Loading…',
    retry: 'Try again',
    failure: {
      title: 'Could not load',
      notRenewed: 'Could not be renewed: what is shown was loaded earlier',
      offline: 'The server does not answer. Check your network and try again.',
      timedOut:
        'The server did not answer in time. Try again in a minute: if this was a change, look first ' +
        'whether it was saved.',
      server:
        'The server failed. If this was a change, look first whether it was saved; if not, try ' +
        'again. If that does not help, tell the administrator.',
      unknown: 'The app failed. Reload the page, and if that does not help, tell the administrator.',
      requestId: (id: string) => `Request number: ${id}`,
      wait: (seconds: number) => `Try again in ${seconds} s.`,
    },
    leave: {
      title: 'Leave without saving?',
      text: 'You changed something on this page and have not saved it.',
      once: 'What the window shows cannot be seen a second time: save it first.',
      leave: 'Leave',
      stay: 'Stay',
    },
    download: {
      button: 'Download',
      xlsx: 'Excel (XLSX)',
      csv: 'CSV',
      tooMany:
        'Too many rows are chosen for one file. Choose fewer, or narrow the list down by its filter ' +
        'and download all of it.',
    },
    look: {
      button: 'View',
      columns: 'Columns',
      density: 'Rows',
      densities: { comfortable: 'Comfortable', compact: 'Compact' },
    },
    atLeast: (counted: string) => `${counted} or more`,
    table: { toFirst: 'To the beginning', previous: 'Back', next: 'Next', pages: 'Pages' },
    integrationStates: {
      waiting: 'waiting for the first call',
      newPassword: 'waiting for the new password',
      exchanging: 'exchanging',
      refused: 'can’t sign in',
      unconfirmed: 'does not confirm',
      loading: 'yet to confirm',
      silent: 'silent',
      silentSince: (time: string) => `silent since ${time}`,
      paused: 'paused',
      since: (time: string) => `Since ${time}`,
      actions: {
        connect: 'How to connect',
        'new-password': 'New password',
        'open-exchange': 'See the exchanges',
        resume: 'Resume',
      },
      recalculating: (percent: number) => `recalculating: ${percent}%`,
    },
    sortBy: (column: string) => `Sort: ${column}`,
    date: { placeholder: 'dd/mm/yyyy', noSuchDay: 'There is no such day' },
    select: {
      variants: 'Options',
      nothing: 'Nothing found',
      searching: 'Searching…',
      more: 'Not all are shown: type more',
    },
    levels: { fatal: 'Will not take it.', dropped: 'Loss.', warning: 'Attention.' },
    xml: {
      title: 'XML text',
      download: 'Download',
      collapseAll: 'Collapse all',
      expandAll: 'Expand all',
      find: 'Find',
      searchPanel: {
        Find: 'Find',
        next: 'Next',
        previous: 'Previous',
        all: 'All',
        'match case': 'match case',
        regexp: 'regexp',
        'by word': 'by word',
        close: 'Close the search',
        'current match': 'found',
        'on line': 'on line',
      },
      wrap: 'Wrap lines',
    },
  },
)
