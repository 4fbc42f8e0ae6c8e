import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Профиль и пароль', 'Profile and password'],
  tabs: { profile: ['Профиль', 'Profile'], notifications: ['Уведомления', 'Notifications'] },
  profile: ['Профиль', 'Profile'],
  email: ['Электронная почта', 'Email'],
  name: ['Имя', 'Name'],
  nameHelp: [
    'Необязательно. Так вас увидят другие администраторы.',
    'Optional. Other administrators see you by it.',
  ],
  roles: ['Роли', 'Roles'],
  roleIn: {
    'location-administrator': ['Администратор локации', 'Location administrator'],
    accountant: ['Бухгалтер', 'Accountant'],
    'system-operator': ['Системный оператор', 'System operator'],
  },
  saveProfile: ['Сохранить имя', 'Save the name'],
  saved: ['Имя сохранено', 'Name saved'],
  password: ['Смена пароля', 'Change of password'],
  passwordText: [
    'После смены пароля вы останетесь здесь, а на других устройствах придётся войти заново.',
    'You stay signed in here; other devices have to sign in again.',
  ],
  current: ['Текущий пароль', 'Current password'],
  next: ['Новый пароль', 'New password'],
  nextHelp: [
    'Лучше несколько слов, от 12 символов. Короче, от 8, — только не из самых распространённых.',
    'Best are several words, 12 characters or more. Shorter ones, from 8, only if they are not common.',
  ],
  repeat: ['Новый пароль ещё раз', 'New password again'],
  showCharacters: ['Показать символы', 'Show characters'],
  change: ['Сменить пароль', 'Change the password'],
  changed: ['Пароль изменён', 'Password changed'],
  currentNeeded: ['Введите текущий пароль', 'Enter your current password'],
  nextNeeded: ['Введите новый пароль', 'Enter a new password'],
  sessions: {
    title: ['Мои сеансы', 'My sessions'],
    text: [
      'Где вы вошли в Обмен. Незнакомый сеанс завершите и смените пароль.',
      'Where you are signed in. End a session you don’t know, and change the password.',
    ],
    columns: {
      browser: ['Браузер', 'Browser'],
      address: ['Адрес', 'Address'],
      created: ['Вход', 'Signed in'],
      lastSeen: ['Активность', 'Last seen'],
      end: ['Завершение', 'Ending'],
    },
    current: ['этот сеанс', 'this session'],
    unknown: ['Неизвестный браузер', 'Unknown browser'],
    end: ['Завершить', 'End'],
    endOf: [
      (browser: string) => `Завершить сеанс: ${browser}`,
      (browser: string) => `End the session: ${browser}`,
    ],
    ended: ['Сеанс завершён', 'Session ended'],
    endOthers: ['Завершить все, кроме этого', 'End all but this one'],
    othersEnded: ['Остальные сеансы завершены', 'The other sessions have ended'],
    question: {
      title: ['Завершить сеанс?', 'End the session?'],
      text: ['В том браузере придётся войти заново.', 'That browser has to sign in again.'],
      action: ['Завершить', 'End'],
    },
    othersQuestion: {
      title: ['Завершить все сеансы, кроме этого?', 'End all sessions but this one?'],
      text: ['В остальных браузерах придётся войти заново.', 'The other browsers have to sign in again.'],
      action: ['Завершить', 'End'],
    },
  },
  differs: ['Пароли не совпадают', 'The passwords differ'],
})
