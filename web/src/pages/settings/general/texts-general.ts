import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue(
  {
    location: {
      title: 'Локация',
      text: (name: string, timezone: string) => `${name}, часовой пояс ${timezone}`,
      change: 'Изменить',
    },
    look: {
      title: 'Язык и оформление',
      text: 'Действуют для вас: язык сохраняется в профиле, оформление — в этом браузере.',
      language: 'Язык',
      russian: 'Русский',
      english: 'English',
      theme: 'Оформление',
      themes: { light: 'Светлое', dark: 'Тёмное', auto: 'Как в системе' },
    },
    addresses: {
      title: 'Адреса',
      text:
        'По этим адресам Обмен видят 1С и программы платформы. Их задаёт переменная PUBLIC_URL в ' +
        'конфигурации сервера.',
      exchange: 'Адрес обмена для 1С',
      exchangeHelp: 'Один для всех интеграций: их различают имя пользователя и пароль.',
      api: 'REST API',
      apiHelp: 'Сюда платформа отправляет заказы. Понадобится токен с вкладки «Токены API».',
      openapi: 'Описание API (OpenAPI)',
      docs: 'Открыть документацию API',
    },
  },
  {
    location: {
      title: 'Location',
      text: (name: string, timezone: string) => `${name}, time zone ${timezone}`,
      change: 'Change',
    },
    look: {
      title: 'Language and appearance',
      text: 'These are yours alone: the language is kept in your profile, the appearance in this browser.',
      language: 'Language',
      russian: 'Русский',
      english: 'English',
      theme: 'Appearance',
      themes: { light: 'Light', dark: 'Dark', auto: 'As the system' },
    },
    addresses: {
      title: 'Addresses',
      text:
        'Where 1C and programs of the platform reach Obmen. They begin with PUBLIC_URL of the server’s ' +
        'configuration.',
      exchange: 'Exchange address for 1C',
      exchangeHelp: 'One for all integrations: login and password tell them apart.',
      api: 'REST API',
      apiHelp: 'The platform sends orders here. It needs a token of the tab "API tokens".',
      openapi: 'Description of the API (OpenAPI)',
      docs: 'Open the API documentation',
    },
  },
)
