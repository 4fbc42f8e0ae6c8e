export const HTTP_TEXTS = {
  notFound: 'По этому адресу ничего нет. Проверьте адрес.',
  headersTooLarge: (limit: number) =>
    `Заголовки запроса больше ${limit} байт. Сократите их (например, лишние Cookie).`,
  requestTimeout: 'Запрос не пришёл целиком за отведённое время. Повторите его.',
  badRequest: 'Это не запрос HTTP/1.1: сервер не смог его разобрать. Проверьте адрес и настройки прокси.',
  webNotBuilt:
    '<!doctype html><html lang="ru"><meta charset="utf-8"><title>Обмен</title><p>Сервер работает, но ' +
    'веб-приложение не собрано. Выполните «npm run build» и обновите страницу.',
}
