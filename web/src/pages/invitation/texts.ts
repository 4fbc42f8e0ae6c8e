import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Приглашение',
    invited: {
      accountant: (email: string, location: string) =>
        `Вас пригласили бухгалтером локации «${location}». Вход по адресу ${email}.`,
      'location-administrator': (email: string, location: string) =>
        `Вас пригласили администратором локации «${location}». Вход по адресу ${email}.`,
      'system-operator': (email: string, _location: string) =>
        `Вас пригласили системным оператором. Вход по адресу ${email}.`,
    },
    companies: (names: string) => `Компании: ${names}.`,
    name: 'Имя',
    nameHelp: 'Так вас увидят другие администраторы.',
    nameNeeded: 'Введите имя',
    password: 'Пароль',
    passwordHelp:
      'Не короче 8 символов. Лучше несколько слов, чем одно сложное. Если вы уже входили в Обмен по ' +
      'этому адресу — тот же пароль.',
    passwordNeeded: 'Введите пароль',
    signedIn: (email: string) => `Вы уже вошли как ${email}: пароль не нужен.`,
    showCharacters: 'Показать символы',
    accept: 'Принять приглашение',
    toSignIn: 'Перейти ко входу',
  },
  {
    title: 'Invitation',
    invited: {
      accountant: (email: string, location: string) =>
        `You are invited as an accountant of the location "${location}". Your sign-in is ${email}.`,
      'location-administrator': (email: string, location: string) =>
        `You are invited to administer the location "${location}". Your sign-in is ${email}.`,
      'system-operator': (email: string, _location: string) =>
        `You are invited as a system operator. Your sign-in is ${email}.`,
    },
    companies: (names: string) => `Companies: ${names}.`,
    name: 'Name',
    nameHelp: 'Other administrators see you by it.',
    nameNeeded: 'Enter your name',
    password: 'Password',
    passwordHelp:
      'At least 8 characters. Several words are better than a difficult one. If you have signed in ' +
      'by this address before, the same password.',
    passwordNeeded: 'Enter a password',
    signedIn: (email: string) => `You are signed in as ${email}: no password is needed.`,
    showCharacters: 'Show characters',
    accept: 'Accept the invitation',
    toSignIn: 'To the sign-in',
  },
)
