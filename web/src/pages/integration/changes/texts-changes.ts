import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Изменения интеграции', 'Changes of the integration'],
  columns: {
    when: ['Когда', 'When'],
    who: ['Кто', 'Who'],
    what: ['Что изменилось', 'What changed'],
  },
  token: [(name: string) => `программа, токен «${name}»`, (name: string) => `a program, token “${name}”`],
  nobody: ['команда на сервере', 'a command on the server'],
  itself: ['система, по обменам с 1С', 'Obmen, by its exchanges with 1C'],
  recognized: ['Программа распознана', 'Program recognized'],
  created: ['Интеграция создана', 'Integration created'],
  password: [
    'Создан новый пароль, прежний перестал работать',
    'A new password was made, the old one stopped working',
  ],
  reading: ['Чтение из 1С', 'Reading from 1C'],
  readingFrom: [
    (url: string, login: string, minutes: number) => `${url}, пользователь ${login}, каждые ${minutes} мин`,
    (url: string, login: string, minutes: number) => `${url}, user ${login}, every ${minutes} min`,
  ],
  readingOff: ['выключено', 'off'],
  readingPassword: ['новый пароль', 'a new password'],
  paused: ['Приостановлена', 'Paused'],
  resumed: ['Возобновлена', 'Resumed'],
  name: ['Наименование', 'Name'],
  was: ['было:', 'was:'],
  became: ['стало:', 'became:'],
  yes: ['да', 'yes'],
  no: ['нет', 'no'],
  anyOrder: ['любой заказ', 'any order'],
  rulePart: [
    (name: string, value: string) => `${name} «${value}»`,
    (name: string, value: string) => `${name} “${value}”`,
  ],
  rule: {
    status: ['статус', 'status'],
    gateway: ['шлюз', 'gateway'],
    paymentmethodname: ['способ оплаты', 'payment method'],
  },
  none: ['Изменений не было', 'No changes'],
  noneText: [
    'Здесь видно, кто и когда менял интеграцию.',
    'Here you see who changed the integration and when.',
  ],
})
