import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Профиль и пароль', 'Profile and password'],
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
    'Не короче 8 символов. Лучше несколько слов, чем одно сложное.',
    'At least 8 characters. Several words are better than a difficult one.',
  ],
  repeat: ['Новый пароль ещё раз', 'New password again'],
  showCharacters: ['Показать символы', 'Show characters'],
  change: ['Сменить пароль', 'Change the password'],
  changed: ['Пароль изменён', 'Password changed'],
  currentNeeded: ['Введите текущий пароль', 'Enter your current password'],
  nextNeeded: ['Введите новый пароль', 'Enter a new password'],
  differs: ['Пароли не совпадают', 'The passwords differ'],
})
