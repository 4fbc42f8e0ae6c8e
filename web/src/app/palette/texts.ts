import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Найти и открыть', 'Find and open'],
  field: ['Что найти', 'What to find'],
  placeholder: [
    'Номер заказа или оплаты, покупатель, задача, компания, интеграция',
    'Number of an order or payment, customer, task, company, integration',
  ],
  results: ['Найденное', 'Found'],
  nothing: [
    'Ничего не найдено. Попробуйте номер заказа, ИНН или часть имени.',
    'Nothing found. Try the number of an order, an INN or a part of a name.',
  ],
  searching: ['Ищем…', 'Searching…'],
  failed: [
    (groups: string) => `Здесь поискать не удалось: ${groups}`,
    (groups: string) => `Could not search: ${groups}`,
  ],
  keys: ['↑ ↓ — выбрать, Enter — открыть, Esc — закрыть', '↑ ↓ to choose, Enter to open, Esc to close'],
  groups: {
    orders: ['Заказы', 'Orders'],
    tasks: ['Задачи', 'Tasks'],
    exchanges: ['Обмены', 'Exchanges'],
    integrations: ['Интеграции', 'Integrations'],
    companies: ['Компании', 'Companies'],
    actions: ['Действия', 'Actions'],
    pages: ['Разделы', 'Pages'],
  },
  order: [(number: string) => `Заказ ${number}`, (number: string) => `Order ${number}`],
  refused: [
    (id: string) => `Заказ «${id}» не принят от платформы: почему`,
    (id: string) => `Order “${id}” was refused: why`,
  ],
  platformNumber: [(number: string) => `№ платформы ${number}`, (number: string) => `Platform No. ${number}`],
  orderId: [(id: string) => `ID ${id}`, (id: string) => `ID ${id}`],
  exchange: [(number: string) => `Обмен ${number}`, (number: string) => `Exchange ${number}`],
  login: [(login: string) => `Логин: ${login}`, (login: string) => `Login: ${login}`],
  company: [
    (inn: string, kpp: string | null) => (kpp === null ? `ИНН ${inn}` : `ИНН ${inn}, КПП ${kpp}`),
    (inn: string, kpp: string | null) => (kpp === null ? `INN ${inn}` : `INN ${inn}, KPP ${kpp}`),
  ],
  archived: ['в архиве', 'archived'],
  dryRun: [(name: string) => `Проверить как 1С: ${name}`, (name: string) => `Try as 1C: ${name}`],
  owed: ['Показать заказы, которые ждут выгрузки', 'Show the orders that wait'],
  addIntegration: ['Добавить интеграцию', 'Add an integration'],
  newToken: ['Создать токен API', 'Create an API token'],
  invite: ['Пригласить пользователя', 'Invite a person'],
  integrations: ['Интеграции', 'Integrations'],
  users: ['Пользователи', 'People'],
  tokens: ['Токены API', 'API tokens'],
  webhooks: ['Вебхуки', 'Webhooks'],
  account: ['Профиль и пароль', 'Profile and password'],
})
