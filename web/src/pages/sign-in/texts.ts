import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Вход',
    text: 'Связь платформы с 1С: заказы, счета и оплаты.',
    email: 'Электронная почта',
    password: 'Пароль',
    submit: 'Войти',
    showCharacters: 'Показать символы',
    emailNeeded: 'Введите адрес электронной почты',
    passwordNeeded: 'Введите пароль',
    forgotten:
      'Забыли пароль? Попросите того, кто управляет сервером, назначить новый (команда obmen password).',
  },
  {
    title: 'Sign in',
    text: 'Your platform and 1C: orders, invoices and payments.',
    email: 'Email',
    password: 'Password',
    submit: 'Sign in',
    showCharacters: 'Show characters',
    emailNeeded: 'Enter your email address',
    passwordNeeded: 'Enter your password',
    forgotten: 'Forgot the password? Ask whoever runs the server for a new one (the command obmen password).',
  },
)
