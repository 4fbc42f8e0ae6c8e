import { catalogue } from '../texts/catalogue.js'

export const texts = catalogue({
  product: ['Обмен', 'Obmen'],
  skip: ['Перейти к содержанию', 'Skip to content'],
  menu: ['Меню', 'Menu'],
  openMenu: ['Открыть меню', 'Open the menu'],
  close: ['Закрыть', 'Close'],
  sections: ['Разделы', 'Sections'],
  interfaceChoice: ['Интерфейс', 'Interface'],
  interfaces: {
    ecosystem: ['Управление экосистемой', 'Ecosystem'],
    infrastructure: ['Управление инфраструктурой', 'Infrastructure'],
  },
  links: {
    help: ['Справка', 'Help'],
    overview: ['Обзор', 'Overview'],
    orders: ['Заказы', 'Orders'],
    exchanges: ['Обмены', 'Exchanges'],
    desk: ['Рабочий стол', 'Desk'],
    tasks: ['Задачи', 'Tasks'],
    reconciliation: ['Сверка с 1С', 'Reconciliation'],
    platform: ['Платформа', 'Platform'],
    companies: ['Компании', 'Companies'],
    location: ['Локация', 'Location'],
    structure: ['Структура объектов', 'Places'],
    settings: ['Настройки системы', 'System settings'],
    system: ['Состояние системы', 'System state'],
  },
  locationChoice: ['Текущая локация', 'Current location'],
  account: ['Профиль и пароль', 'Profile and password'],
  bell: {
    name: ['Что требует внимания', 'What needs attention'],
    quiet: ['Ничего не требует внимания', 'Nothing needs attention'],
    rings: [(count: string) => `Требует внимания: ${count}`, (count: string) => `Needs attention: ${count}`],
  },
  openTasks: [(count: string) => `открытых: ${count}`, (count: string) => `open: ${count}`],
  heldOrders: [(count: string) => `не выгружается: ${count}`, (count: string) => `held: ${count}`],
  find: ['Найти', 'Find'],
  keys: ['Горячие клавиши', 'Keyboard shortcuts'],
  otherLanguage: ['English', 'Русский'],
  theme: ['Оформление', 'Appearance'],
  themes: {
    light: ['Светлое', 'Light'],
    dark: ['Тёмное', 'Dark'],
    auto: ['Как в системе', 'As the system'],
  },
  signOut: ['Выйти', 'Sign out'],
  shortcuts: {
    search: ['Поиск на странице', 'Search this page'],
    palette: ['Найти и открыть', 'Find and open'],
    nextOrder: ['Следующий заказ списка', 'Next order of the list'],
    previousOrder: ['Предыдущий заказ списка', 'Previous order of the list'],
    escape: ['Закрыть окно', 'Close a dialog'],
  },
  offline: [
    'Нет связи с сервером. Показаны последние загруженные данные, сохранить изменения пока нельзя.',
    'The server cannot be reached. You see what was loaded last; changes cannot be saved for now.',
  ],
  again: {
    title: ['Войдите ещё раз', 'Sign in again'],
    text: [
      'Сеанс закончился. Всё, что вы ввели, осталось на странице: войдите, и работа продолжится с ' +
        'того же места.',
      'Your session has ended. Whatever you typed is still on the page: sign in and carry on where ' +
        'you were.',
    ],
    password: ['Пароль', 'Password'],
    leave: ['Сменить пользователя', 'Another person'],
    submit: ['Продолжить', 'Continue'],
  },
  showCharacters: ['Показать символы', 'Show characters'],
  refusal: {
    title: ['Нет доступа', 'No access'],
    needed: {
      'location-administrator': [
        'Раздел открыт для роли «Администратор локации»',
        'This section is for location administrators',
      ],
      accountant: ['Раздел открыт для роли «Бухгалтер»', 'This section is for accountants'],
      'system-operator': [
        'Раздел открыт для роли «Системный оператор»',
        'This section is for system operators',
      ],
    },
    text: [
      'У вашей учётной записи этой роли нет. Если раздел нужен для работы, попросите администратора ' +
        'пригласить вас с этой ролью.',
      'Your account does not have this role. If you need the section, ask an administrator to invite ' +
        'you with it.',
    ],
  },
  notFound: {
    title: ['Страница не найдена', 'Page not found'],
    heading: ['Такой страницы нет', 'There is no such page'],
    text: [
      'Возможно, адрес набран с ошибкой или то, что здесь было, удалено.',
      'The address may be mistyped, or what was here has been removed.',
    ],
  },
  toStart: ['На главную', 'To the start page'],
})
