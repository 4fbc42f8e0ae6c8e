import { catalogue } from '../texts/catalogue.js'

export const texts = catalogue(
  {
    close: 'Закрыть',
    otherLanguage: 'English',
    cancel: 'Отменить',
    copy: 'Скопировать',
    copyNamed: (what: string) => `Скопировать: ${what}`,
    copied: 'Скопировано',
    loading: 'Загрузка…',
    retry: 'Повторить',
    failure: {
      title: 'Не удалось загрузить',
      offline: 'Сервер не отвечает. Проверьте подключение к сети и повторите.',
      timedOut:
        'Сервер не успел ответить. Повторите через минуту: если это изменение, сначала проверьте, не сохранилось ли оно.',
      server:
        'На сервере произошла ошибка, данные не изменились. Повторите позже; если не поможет, сообщите администратору номер запроса.',
      unknown: 'Произошла ошибка в приложении. Обновите страницу; если не поможет, сообщите администратору.',
      requestId: (id: string) => `Номер запроса: ${id}`,
      wait: (seconds: number) => `Попробуйте через ${seconds} с.`,
    },
    leave: {
      title: 'Уйти без сохранения?',
      text: 'Вы изменили данные на этой странице и не сохранили их.',
      leave: 'Уйти',
      stay: 'Остаться',
    },
    table: { toFirst: 'В начало', previous: 'Назад', next: 'Вперёд', pages: 'Страницы' },
    integrationStates: {
      waiting: 'ждём первого обращения',
      exchanging: 'обменивается',
      silent: 'молчит',
      silentSince: (time: string) => `молчит с ${time}`,
      paused: 'приостановлена',
    },
    sortBy: (column: string) => `Сортировать: ${column}`,
    select: {
      variants: 'Варианты',
      nothing: 'Ничего не найдено',
      searching: 'Ищем…',
      more: 'Показаны не все: уточните запрос',
    },
    xml: {
      title: 'Текст XML',
      download: 'Скачать',
      collapseAll: 'Свернуть всё',
      expandAll: 'Развернуть всё',
      wrap: 'Переносить строки',
    },
  },
  {
    close: 'Close',
    otherLanguage: 'Русский',
    cancel: 'Cancel',
    copy: 'Copy',
    copyNamed: (what: string) => `Copy: ${what}`,
    copied: 'Copied',
    loading: 'Loading…',
    retry: 'Try again',
    failure: {
      title: 'Could not load',
      offline: 'The server does not answer. Check your network and try again.',
      timedOut:
        'The server did not answer in time. Try again in a minute: if this was a change, look first whether it was saved.',
      server:
        'The server failed; nothing was changed. Try again later, and if that does not help, tell the administrator the request number.',
      unknown: 'The app failed. Reload the page, and if that does not help, tell the administrator.',
      requestId: (id: string) => `Request number: ${id}`,
      wait: (seconds: number) => `Try again in ${seconds} s.`,
    },
    leave: {
      title: 'Leave without saving?',
      text: 'You changed something on this page and have not saved it.',
      leave: 'Leave',
      stay: 'Stay',
    },
    table: { toFirst: 'To the beginning', previous: 'Back', next: 'Next', pages: 'Pages' },
    integrationStates: {
      waiting: 'waiting for the first call',
      exchanging: 'exchanging',
      silent: 'silent',
      silentSince: (time: string) => `silent since ${time}`,
      paused: 'paused',
    },
    sortBy: (column: string) => `Sort: ${column}`,
    select: {
      variants: 'Options',
      nothing: 'Nothing found',
      searching: 'Searching…',
      more: 'Not all are shown: type more',
    },
    xml: {
      title: 'XML text',
      download: 'Download',
      collapseAll: 'Collapse all',
      expandAll: 'Expand all',
      wrap: 'Wrap lines',
    },
  },
)
