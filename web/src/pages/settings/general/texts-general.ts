import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  location: {
    title: ['Локация', 'Location'],
    text: [
      (name: string, timezone: string) => `${name}, часовой пояс ${timezone}`,
      (name: string, timezone: string) => `${name}, time zone ${timezone}`,
    ],
    change: ['Изменить', 'Change'],
  },
  look: {
    title: ['Язык и оформление', 'Language and appearance'],
    text: [
      'Действуют для вас: язык сохраняется в профиле, оформление — в этом браузере.',
      'These are yours alone: the language is kept in your profile, the appearance in this browser.',
    ],
    language: ['Язык', 'Language'],
    russian: ['Русский', 'Русский'],
    english: ['English', 'English'],
    theme: ['Оформление', 'Appearance'],
    themes: {
      light: ['Светлое', 'Light'],
      dark: ['Тёмное', 'Dark'],
      auto: ['Как в системе', 'As the system'],
    },
  },
  addresses: {
    title: ['Адреса', 'Addresses'],
    text: [
      'По этим адресам Обмен видят 1С и программы платформы. Их задаёт переменная PUBLIC_URL в ' +
        'конфигурации сервера.',
      'Where 1C and programs of the platform reach Obmen. They begin with PUBLIC_URL of the server’s ' +
        'configuration.',
    ],
    exchange: ['Адрес обмена для 1С', 'Exchange address for 1C'],
    exchangeHelp: [
      'Один для всех интеграций: их различают имя пользователя и пароль.',
      'One for all integrations: login and password tell them apart.',
    ],
    api: ['REST API', 'REST API'],
    apiHelp: [
      'Сюда платформа отправляет заказы. Понадобится токен с вкладки «Токены API».',
      'The platform sends orders here. It needs a token of the tab "API tokens".',
    ],
    openapi: ['Описание API (OpenAPI)', 'Description of the API (OpenAPI)'],
    docs: ['Открыть документацию API', 'Open the API documentation'],
  },
})
