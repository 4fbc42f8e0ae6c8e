import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  list: ['Токены API', 'API tokens'],
  about: [
    'Токеном платформа и другие программы подписывают запросы к REST API. У каждой программы лучше ' +
      'завести свой: его можно отозвать, не трогая остальных.',
    'The platform and other programs sign their REST API requests with a token. Give each program ' +
      'its own: it can be revoked without touching the others.',
  ],
  create: ['Создать токен', 'Create a token'],
  columns: {
    name: ['Название', 'Name'],
    start: ['Начало', 'Begins with'],
    rights: ['Права', 'Rights'],
    created: ['Создан', 'Created'],
    used: ['Использован', 'Last used'],
    actions: ['Действия', 'Actions'],
  },
  makerRemoved: ['роль забрана', 'has lost the role'],
  neverUsed: ['ни разу', 'never'],
  allRights: ['все права', 'all rights'],
  emptyTitle: ['Токенов пока нет', 'No tokens yet'],
  empty: [
    'Создайте токен и передайте его разработчикам платформы: с ним она отправляет заказы.',
    "Create a token and pass it on to the platform's developers: the platform sends orders with it.",
  ],
  revoke: ['Отозвать доступ', 'Revoke'],
  revokeOf: [(name: string) => `Отозвать токен: ${name}`, (name: string) => `Revoke the token: ${name}`],
  question: {
    title: [(name: string) => `Отозвать токен «${name}»?`, (name: string) => `Revoke the token "${name}"?`],
    text: [
      (used: string) =>
        `Программа с этим токеном сразу потеряет доступ (последнее использование: ${used}). Вернуть ` +
        'отозванный токен нельзя, только создать новый.',
      (used: string) =>
        `The program with this token loses access at once (last used: ${used}). A revoked token ` +
        `can't be brought back, only replaced by a new one.`,
    ],
    action: ['Отозвать токен', 'Revoke the token'],
  },
  revoked: [(name: string) => `Токен «${name}» отозван`, (name: string) => `The token "${name}" is revoked`],
  form: {
    title: ['Новый токен', 'New token'],
    name: ['Название', 'Name'],
    namePlaceholder: ['Например, «Платформа, рабочий сервер»', 'Say, "Platform, production"'],
    nameNeeded: ['Введите название', 'Enter a name'],
    rights: ['Права', 'Rights'],
    rightsHelp: ['Дайте только то, что программе нужно.', 'Give only what the program needs.'],
    rightsNeeded: ['Выберите хотя бы одно право', 'Choose at least one right'],
    sandbox: ['Для песочницы', 'For the sandbox'],
    sandboxHelp: [
      'Может сам сыграть за 1С с интеграциями, которые созданы для проб.',
      'May play a 1C itself against integrations that were made for trying out.',
    ],
    create: ['Создать токен', 'Create the token'],
    made: [(name: string) => `Токен «${name}» создан`, (name: string) => `The token "${name}" is created`],
    once: [
      'Скопируйте его сейчас и сохраните там, где хранят пароли: больше мы его не покажем.',
      'Copy it now and keep it where passwords are kept: it will not be shown again.',
    ],
    token: ['Токен', 'Token'],
    done: ['Токен сохранён, закрыть', 'I have saved it, close'],
  },
  rights: {
    'orders:write': ['Отправлять и менять заказы', 'Send and change orders'],
    'orders:read': ['Читать заказы и их путь в 1С', 'Read orders and their way to 1C'],
    'companies:read': ['Читать компании и локацию', 'Read companies and the location'],
    'companies:write': ['Менять компании и локацию', 'Change companies and the location'],
    'integrations:read': ['Читать интеграции', 'Read integrations'],
    'integrations:write': ['Менять и удалять интеграции', 'Change and remove integrations'],
    'integrations:credentials': [
      'Создавать интеграции и пароли 1С',
      'Create integrations and passwords of 1C',
    ],
    'journal:read': ['Читать журнал обменов', 'Read the journal of exchanges'],
    'events:read': ['Читать ленту событий', 'Read the feed of events'],
    'webhooks:read': ['Читать вебхуки и их попытки', 'Read webhooks and their attempts'],
    'webhooks:write': ['Создавать и менять вебхуки', 'Create and change webhooks'],
  },
})
