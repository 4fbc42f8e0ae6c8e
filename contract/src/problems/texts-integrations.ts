/** Problems with an integration, a webhook, a linked item or a bulk action, by code. Russian. */
export const INTEGRATION_PROBLEMS = {
  'integration-invalid': 'Интеграцию нельзя сохранить: исправьте указанные поля.',
  'integration-name-empty': 'Укажите наименование интеграции.',
  'integration-name-too-long': ({ max, length }: { max: number; length: number }) =>
    `Наименование длиннее ${max} символов (сейчас ${length}): сократите его.`,
  'company-unknown': 'Такой компании в этой локации нет: выберите компанию из списка.',
  'company-archived': ({ name }: { name: string }) =>
    `Компания «${name}» в архиве: верните её из архива или выберите другую компанию.`,
  'too-many-integrations': ({ limit }: { limit: number }) =>
    `У компании уже ${limit} интеграций, больше нельзя (настройка INTEGRATIONS_PER_COMPANY). Удалите ненужные.`,
  'integration-company-fixed':
    'Компанию интеграции изменить нельзя: её заказы уже могли уйти в базу 1С этой компании. Создайте для другой компании новую интеграцию.',
  'numbers-given-already': ({ asked, next }: { asked: number; next: number }) =>
    `Следующий номер компании — ${next}, а не ${asked}: меньшие уже выданы или отведены другой интеграцией компании, выданные номера не повторяются.`,
  'numbers-jump': ({ from, highest, left }: { from: number; highest: number; left: number }) =>
    `Нумерация прыгнула бы ${highest === 0 ? 'с начала' : `с номера ${highest}`} сразу на ${from}: номера с ${highest + 1} по ${from - 1} пропали бы, а до предела в шесть цифр, которые хранят Бухгалтерия и УНФ, осталось бы ${left}.`,
  'webhook-invalid': 'Вебхук нельзя сохранить: исправьте указанные поля.',
  'url-shape':
    'Укажите адрес целиком, например https://platform.example.ru/hooks/obmen, не длиннее 2000 знаков.',
  'url-credentials': 'Уберите из адреса имя и пароль: отправителя проверяют по подписи.',
  'url-fragment': 'Уберите из адреса часть после «#»: на сервер она не передаётся.',
  'url-private':
    'Этот адрес — внутренний, на такие мы ничего не отправляем. Укажите адрес в интернете; если получатель стоит в вашей сети, администратор сервера может разрешить это настройкой WEBHOOK_ALLOW_PRIVATE=yes.',
  'company-not-here': 'В этой локации нет такой компании. Возьмите id из GET /api/v1/companies.',
  'too-many-webhooks': ({ limit }: { limit: number }) =>
    `В локации уже ${limit} вебхуков, больше нельзя (настройка WEBHOOKS_PER_LOCATION). Удалите ненужные.`,
  'replay-too-large': ({ limit }: { limit: number }) =>
    `За это время событий больше ${limit} (настройка WEBHOOK_REPLAY_LIMIT): ничего не отправлено. Выберите время короче или меньше типов.`,
  'catalogue-too-large': ({ limit }: { limit: number }) =>
    `В каталоге больше ${limit} позиций вместе с уже известными, он не принят. Ограничьте в 1С отбор выгружаемой номенклатуры или увеличьте настройку CATALOGUE_ITEMS_LIMIT сервера.`,
  'item-unknown': ({ itemId }: { itemId: string }) =>
    `Позиции «${itemId.slice(0, 80)}» в каталоге этой 1С нет. Выгрузите каталог из 1С или выберите позицию из списка.`,
  'item-gone':
    'Эта позиция пропала из каталога 1С или помечена на удаление, связать с ней нельзя. Выберите другую или выгрузите каталог из 1С заново.',
  'reason-needed': 'Напишите, почему заказы удержаны: это увидит каждый, кто откроет заказ.',
  'orders-needed': 'Выберите заказы: либо orderIds, либо filter.',
  'too-many-bulk-actions': ({ limit }: { limit: number }) =>
    `Уже выполняется ${limit} действий со многими заказами. Дождитесь, пока закончится хотя бы одно, или остановите ненужные.`,
  'cannot-undo': 'Отменить можно только законченное удержание, и только один раз.',
}
