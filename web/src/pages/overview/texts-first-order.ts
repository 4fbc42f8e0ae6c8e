import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  text: [
    'Отправьте пробный заказ на 3 000,00 ₽ кнопкой или этим запросом: точно так же заказы будет ' +
      'присылать платформа. Заказ настоящий: подключённая 1С его загрузит, потом его можно удалить в ' +
      '1С.',
    'Send a test order of 3,000.00 ₽ by the button or by this call: just so will the platform send ' +
      'its orders. It is a real order: a connected 1C loads it, and it can be deleted there.',
  ],
  send: ['Отправить пробный заказ', 'Send a test order'],
  sent: ['Пробный заказ принят', 'The test order is accepted'],
  makeToken: ['Создать токен и подставить в запрос', 'Create a token and fill it in'],
  tokenMade: [
    'Токен создан: он виден только в этом запросе, сохраните его',
    'The token is created: it is shown in this call only, keep it',
  ],
  tokenText: [
    'Токен для платформы виден только в этом запросе: сохраните его, второй раз его не увидеть.',
    'The token for the platform is shown in this call only: save it, it cannot be seen a second time.',
  ],
  hideToken: ['Токен сохранён, скрыть', 'The token is saved, hide it'],
  tokenName: ['Первый заказ', 'First order'],
  tokenHere: ['ВАШ_ТОКЕН', 'YOUR_TOKEN'],
  call: ['Запрос с пробным заказом', 'Call with a test order'],
  buyer: ['ООО «Пробный покупатель»', 'Test buyer'],
  line: ['Пробная услуга', 'Test service'],
})
