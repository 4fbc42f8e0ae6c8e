import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Вход', 'Sign in'],
  text: [
    'Связь платформы с 1С: заказы, счета и оплаты.',
    'Your platform and 1C: orders, invoices and payments.',
  ],
  email: ['Электронная почта', 'Email'],
  password: ['Пароль', 'Password'],
  submit: ['Войти', 'Sign in'],
  showCharacters: ['Показать символы', 'Show characters'],
  emailNeeded: ['Введите адрес электронной почты', 'Enter your email address'],
  passwordNeeded: ['Введите пароль', 'Enter your password'],
  codeText: [
    'Пароль верный. Осталось подтвердить, что это вы.',
    'The password is right. Now confirm that it is you.',
  ],
  codeNeeded: ['Введите код', 'Enter the code'],
  back: ['Назад', 'Back'],
  forgotten: [
    'Забыли пароль? Попросите того, кто управляет сервером, назначить новый (команда obmen password).',
    'Forgot the password? Ask whoever runs the server for a new one (the command obmen password).',
  ],
})
