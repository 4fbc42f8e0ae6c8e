import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Приглашение', 'Invitation'],
  invited: {
    accountant: [
      (email: string, location: string) =>
        `Вас пригласили бухгалтером локации «${location}». Вход по адресу ${email}.`,
      (email: string, location: string) =>
        `You are invited as an accountant of the location "${location}". Your sign-in is ${email}.`,
    ],
    'location-administrator': [
      (email: string, location: string) =>
        `Вас пригласили администратором локации «${location}». Вход по адресу ${email}.`,
      (email: string, location: string) =>
        `You are invited to administer the location "${location}". Your sign-in is ${email}.`,
    ],
    'system-operator': [
      (email: string, _location: string) => `Вас пригласили системным оператором. Вход по адресу ${email}.`,
      (email: string, _location: string) => `You are invited as a system operator. Your sign-in is ${email}.`,
    ],
  },
  companies: [(names: string) => `Компании: ${names}.`, (names: string) => `Companies: ${names}.`],
  name: ['Имя', 'Name'],
  nameHelp: ['Так вас увидят другие администраторы.', 'Other administrators see you by it.'],
  nameNeeded: ['Введите имя', 'Enter your name'],
  password: ['Пароль', 'Password'],
  passwordHelp: [
    'Лучше несколько слов, от 12 символов. Короче, от 8, — только не из самых распространённых. С ' +
      'паролем, с ' +
      'которым вы уже входите по этому адресу, роль добавится к вашей учётной записи; с другим получится ' +
      'отдельная.',
    'Best are several words, 12 characters or more. Shorter ones, from 8, only if they are not common. The ' +
      'password that you sign in with by this address already adds the role to your account; another ' +
      'makes a new one.',
  ],
  passwordNeeded: ['Введите пароль', 'Enter a password'],
  codeNeeded: ['Введите код', 'Enter the code'],
  signedIn: [
    (email: string) => `Вы уже вошли как ${email}: пароль не нужен.`,
    (email: string) => `You are signed in as ${email}: no password is needed.`,
  ],
  showCharacters: ['Показать символы', 'Show characters'],
  accept: ['Принять приглашение', 'Accept the invitation'],
  toSignIn: ['Перейти ко входу', 'To the sign-in'],
})
