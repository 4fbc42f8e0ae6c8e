import { catalogue } from '../texts/catalogue.js'

export const texts = catalogue(
  {
    product: 'Обмен',
    skip: 'Перейти к содержанию',
    menu: 'Меню',
    openMenu: 'Открыть меню',
    close: 'Закрыть',
    sections: 'Разделы',
    interfaceChoice: 'Интерфейс',
    interfaces: {
      ecosystem: 'Управление экосистемой',
      infrastructure: 'Управление инфраструктурой',
    },
    links: {
      help: 'Справка',
      overview: 'Обзор',
      orders: 'Заказы',
      exchanges: 'Обмены',
      tasks: 'Задачи',
      platform: 'Платформа',
      companies: 'Компании',
      location: 'Локация',
      structure: 'Структура объектов',
      settings: 'Настройки системы',
      system: 'Состояние системы',
    },
    locationChoice: 'Текущая локация',
    account: 'Профиль и пароль',
    bell: {
      name: 'Что требует внимания',
      quiet: 'Ничего не требует внимания',
      rings: (count: string) => `Требует внимания: ${count}`,
    },
    openTasks: (count: string) => `открытых: ${count}`,
    heldOrders: (count: string) => `не выгружается: ${count}`,
    find: 'Найти',
    keys: 'Горячие клавиши',
    otherLanguage: 'English',
    theme: 'Оформление',
    themes: { light: 'Светлое', dark: 'Тёмное', auto: 'Как в системе' },
    signOut: 'Выйти',
    shortcuts: { search: 'Поиск на странице', palette: 'Найти и открыть', escape: 'Закрыть окно' },
    offline: 'Нет связи с сервером. Показаны последние загруженные данные, сохранить изменения пока нельзя.',
    again: {
      title: 'Войдите ещё раз',
      text:
        'Сеанс закончился. Всё, что вы ввели, осталось на странице: войдите, и работа продолжится с ' +
        'того же места.',
      password: 'Пароль',
      leave: 'Сменить пользователя',
      submit: 'Продолжить',
    },
    showCharacters: 'Показать символы',
    refusal: {
      title: 'Нет доступа',
      needed: {
        'location-administrator': 'Раздел открыт для роли «Администратор локации»',
        accountant: 'Раздел открыт для роли «Бухгалтер»',
        'system-operator': 'Раздел открыт для роли «Системный оператор»',
      },
      text:
        'У вашей учётной записи этой роли нет. Если раздел нужен для работы, попросите администратора ' +
        'пригласить вас с этой ролью.',
    },
    notFound: {
      title: 'Страница не найдена',
      heading: 'Такой страницы нет',
      text: 'Возможно, адрес набран с ошибкой или то, что здесь было, удалено.',
    },
    toStart: 'На главную',
  },
  {
    product: 'Obmen',
    skip: 'Skip to content',
    menu: 'Menu',
    openMenu: 'Open the menu',
    close: 'Close',
    sections: 'Sections',
    interfaceChoice: 'Interface',
    interfaces: {
      ecosystem: 'Ecosystem',
      infrastructure: 'Infrastructure',
    },
    links: {
      help: 'Help',
      overview: 'Overview',
      orders: 'Orders',
      exchanges: 'Exchanges',
      tasks: 'Tasks',
      platform: 'Platform',
      companies: 'Companies',
      location: 'Location',
      structure: 'Places',
      settings: 'System settings',
      system: 'System state',
    },
    locationChoice: 'Current location',
    account: 'Profile and password',
    bell: {
      name: 'What needs attention',
      quiet: 'Nothing needs attention',
      rings: (count: string) => `Needs attention: ${count}`,
    },
    openTasks: (count: string) => `open: ${count}`,
    heldOrders: (count: string) => `held: ${count}`,
    find: 'Find',
    keys: 'Keyboard shortcuts',
    otherLanguage: 'Русский',
    theme: 'Appearance',
    themes: { light: 'Light', dark: 'Dark', auto: 'As the system' },
    signOut: 'Sign out',
    shortcuts: { search: 'Search this page', palette: 'Find and open', escape: 'Close a dialog' },
    offline: 'The server cannot be reached. You see what was loaded last; changes cannot be saved for now.',
    again: {
      title: 'Sign in again',
      text:
        'Your session has ended. Whatever you typed is still on the page: sign in and carry on where ' +
        'you were.',
      password: 'Password',
      leave: 'Another person',
      submit: 'Continue',
    },
    showCharacters: 'Show characters',
    refusal: {
      title: 'No access',
      needed: {
        'location-administrator': 'This section is for location administrators',
        accountant: 'This section is for accountants',
        'system-operator': 'This section is for system operators',
      },
      text:
        'Your account does not have this role. If you need the section, ask an administrator to invite ' +
        'you with it.',
    },
    notFound: {
      title: 'Page not found',
      heading: 'There is no such page',
      text: 'The address may be mistyped, or what was here has been removed.',
    },
    toStart: 'To the start page',
  },
)
