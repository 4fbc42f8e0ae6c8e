import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Настройки системы', 'System settings'],
  tabs: {
    general: ['Общие', 'General'],
    integrations: ['Интеграции', 'Integrations'],
    users: ['Пользователи', 'Users'],
    tokens: ['Токены API', 'API tokens'],
    webhooks: ['Вебхуки', 'Webhooks'],
  },
  integrations: {
    list: ['Интеграции', 'Integrations'],
    about: [
      'Интеграция — это подключённая база 1С: ей выдаются заказы одной компании по своим правилам.',
      'An integration is a connected 1C base: it is given the orders of one company by rules of its own.',
    ],
    emptyTitle: ['Интеграций пока нет', 'No integrations yet'],
    empty: [
      'Интеграция связывает компанию с её базой 1С: заказы платформы, подходящие под правила, сами ' +
        'попадают в 1С и становятся там счетами и оплатами. Добавьте интеграцию, и Обмен выдаст ' +
        'адрес, имя пользователя и пароль для 1С.',
      'An integration ties a company to its 1C base: orders of the platform that meet the rules ' +
        'reach 1C by themselves and become invoices and payments there. Add one, and Obmen gives you ' +
        'an address, a login and a password for 1C.',
    ],
    add: ['Добавить интеграцию', 'Add an integration'],
    columns: {
      name: ['Наименование', 'Name'],
      company: ['Компания', 'Company'],
      state: ['Состояние', 'State'],
      owed: ['Ждут выгрузки', 'Waiting'],
      confirmed: ['Подтверждено', 'Confirmed'],
      lastSeen: ['Последнее обращение', 'Last call'],
    },
    never: ['ещё не было', 'not yet'],
  },
  create: {
    title: ['Новая интеграция', 'New integration'],
    class: ['Класс интеграции', 'Integration class'],
    name: ['Наименование', 'Name'],
    namePlaceholder: ['Например, «Касса технопарка»', 'Say, "Technopark till"'],
    nameNeeded: ['Введите наименование', 'Enter a name'],
    nameTooLong: [
      (limit: number, now: number) => `Не больше ${limit} символов, сейчас ${now}`,
      (limit: number, now: number) => `At most ${limit} characters, now ${now}`,
    ],
    company: ['Компания', 'Company'],
    companyPlaceholder: ['Найти по названию или ИНН', 'Search by name or INN'],
    companyNeeded: ['Выберите компанию', 'Choose a company'],
    companyDetail: [
      (inn: string, kpp: string | null) => (kpp === null ? `ИНН ${inn}` : `ИНН ${inn}, КПП ${kpp}`),
      (inn: string, kpp: string | null) => (kpp === null ? `INN ${inn}` : `INN ${inn}, KPP ${kpp}`),
    ],
    addCompany: ['Добавить компанию…', 'Add a company…'],
    companiesFailed: ['Список компаний не загрузился', 'The companies did not load'],
    settingsNeeded: [
      'Исправьте настройки: место ошибки отмечено в тексте',
      'Mend the settings: the place is marked in the text',
    ],
    save: ['Сохранить', 'Save'],
  },
})
