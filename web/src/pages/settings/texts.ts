import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Настройки системы',
    tabs: {
      general: 'Общие',
      integrations: 'Интеграции',
      users: 'Пользователи',
      tokens: 'Токены API',
      webhooks: 'Вебхуки',
    },
    close: 'Закрыть',
    integrations: {
      list: 'Интеграции',
      about: 'Интеграция — это подключённая база 1С: ей выдаются заказы одной компании по своим правилам.',
      emptyTitle: 'Интеграций пока нет',
      empty:
        'Интеграция связывает компанию с её базой 1С: заказы платформы, подходящие под правила, сами ' +
        'попадают в 1С и становятся там счетами и оплатами. Добавьте интеграцию, и Обмен выдаст ' +
        'адрес, имя пользователя и пароль для 1С.',
      add: 'Добавить интеграцию',
      columns: {
        name: 'Наименование',
        company: 'Компания',
        state: 'Состояние',
        owed: 'Ждут выгрузки',
        confirmed: 'Подтверждено',
        lastSeen: 'Последнее обращение',
      },
      never: 'ещё не было',
    },
    create: {
      title: 'Новая интеграция',
      class: 'Класс интеграции',
      name: 'Наименование',
      namePlaceholder: 'Например, «Касса технопарка»',
      nameNeeded: 'Введите наименование',
      nameTooLong: (limit: number, now: number) => `Не больше ${limit} символов, сейчас ${now}`,
      company: 'Компания',
      companyPlaceholder: 'Найти по названию или ИНН',
      companyNeeded: 'Выберите компанию',
      companyDetail: (inn: string, kpp: string | null) =>
        kpp === null ? `ИНН ${inn}` : `ИНН ${inn}, КПП ${kpp}`,
      companiesFailed: 'Список компаний не загрузился',
      settingsNeeded: 'Исправьте настройки: место ошибки отмечено в тексте',
      save: 'Сохранить',
    },
  },
  {
    title: 'System settings',
    tabs: {
      general: 'General',
      integrations: 'Integrations',
      users: 'Users',
      tokens: 'API tokens',
      webhooks: 'Webhooks',
    },
    close: 'Close',
    integrations: {
      list: 'Integrations',
      about:
        'An integration is a connected 1C base: it is given the orders of one company by rules of its own.',
      emptyTitle: 'No integrations yet',
      empty:
        'An integration ties a company to its 1C base: orders of the platform that meet the rules ' +
        'reach 1C by themselves and become invoices and payments there. Add one, and Obmen gives you ' +
        'an address, a login and a password for 1C.',
      add: 'Add an integration',
      columns: {
        name: 'Name',
        company: 'Company',
        state: 'State',
        owed: 'Waiting',
        confirmed: 'Confirmed',
        lastSeen: 'Last call',
      },
      never: 'not yet',
    },
    create: {
      title: 'New integration',
      class: 'Integration class',
      name: 'Name',
      namePlaceholder: 'Say, "Technopark till"',
      nameNeeded: 'Enter a name',
      nameTooLong: (limit: number, now: number) => `At most ${limit} characters, now ${now}`,
      company: 'Company',
      companyPlaceholder: 'Search by name or INN',
      companyNeeded: 'Choose a company',
      companyDetail: (inn: string, kpp: string | null) =>
        kpp === null ? `INN ${inn}` : `INN ${inn}, KPP ${kpp}`,
      companiesFailed: 'The companies did not load',
      settingsNeeded: 'Mend the settings: the place is marked in the text',
      save: 'Save',
    },
  },
)
