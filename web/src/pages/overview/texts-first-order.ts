import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    text:
      'Отправьте пробный заказ на 3 000,00 ₽ кнопкой или этим запросом: точно так же заказы будет ' +
      'присылать платформа. Заказ настоящий: подключённая 1С его загрузит, потом его можно удалить в ' +
      '1С.',
    send: 'Отправить пробный заказ',
    sent: 'Пробный заказ принят',
    makeToken: 'Создать токен и подставить в запрос',
    tokenMade: 'Токен создан: он виден только в этом запросе, сохраните его',
    tokenText: 'Токен для платформы виден только в этом запросе: сохраните его, второй раз его не увидеть.',
    hideToken: 'Токен сохранён, скрыть',
    tokenName: 'Первый заказ',
    tokenHere: 'ВАШ_ТОКЕН',
    call: 'Запрос с пробным заказом',
    buyer: 'ООО «Пробный покупатель»',
    line: 'Пробная услуга',
  },
  {
    text:
      'Send a test order of 3,000.00 ₽ by the button or by this call: just so will the platform send ' +
      'its orders. It is a real order: a connected 1C loads it, and it can be deleted there.',
    send: 'Send a test order',
    sent: 'The test order is accepted',
    makeToken: 'Create a token and fill it in',
    tokenMade: 'The token is created: it is shown in this call only, keep it',
    tokenText:
      'The token for the platform is shown in this call only: save it, it cannot be seen a second time.',
    hideToken: 'The token is saved, hide it',
    tokenName: 'First order',
    tokenHere: 'YOUR_TOKEN',
    call: 'Call with a test order',
    buyer: 'Test buyer',
    line: 'Test service',
  },
)
