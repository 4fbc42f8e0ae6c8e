/** Refusals and explanations about whole orders. */
export const TEXTS = {
  unknownCompany: (id: string) =>
    `Компании «${id}» в этой локации нет. Возьмите id из GET /api/v1/companies.`,
  archivedCompany: (name: string) =>
    `Компания «${name}» в архиве и новых заказов не принимает. Верните её из архива или укажите другую.`,
  companyFixed: (id: string) =>
    `Заказ «${id}» принадлежит другой компании, а компания заказа не меняется. Отмените его и создайте новый с другим id.`,
  placedAtFixed: (id: string) =>
    `Дату заказа «${id}» менять поздно: он уже выдавался 1С, и 1С находит его по дате. Отправьте прежнее значение placedAt.`,
  otherRevision: (id: string, wanted: number, present: number) =>
    `У заказа «${id}» сейчас ревизия ${present}, а запрос требует ревизию ${wanted}. Прочитайте заказ заново и повторите.`,
  noRevision: (id: string, wanted: number) =>
    `Заказа «${id}» ещё нет, а запрос требует ревизию ${wanted}. Повторите без If-Match.`,
  notThere: (id: string) => `Заказа «${id}» ещё нет, а запрос требует, чтобы он был. Повторите без If-Match.`,
  alreadyThere: (id: string, present: number) =>
    `Заказ «${id}» уже есть (ревизия ${present}), а запрос требует, чтобы его не было. Измените его без If-None-Match или отправьте новый под другим id.`,
  orderTooLarge: (bytes: number, limit: number) =>
    `Заказ занимает ${megabytes(bytes)} МБ, а заказу отведено не больше ${megabytes(limit)} МБ. Разделите его на несколько заказов или сократите названия строк.`,
  revisionNotFound: (id: string, revision: number) => `У заказа «${id}» нет ревизии ${revision}.`,
  orderNotFound: (id: string) => `Заказа «${id}» в этой локации нет. Проверьте id.`,
  integrationNotFound: 'Такой интеграции в этой локации нет. Проверьте integrationId.',
  badDate: 'Нужна дата вида 2026-11-17 или дата и время со смещением, например 2026-11-17T12:00:00+05:00.',
  resendRefused: (name: string, reason: string) =>
    `Заказ нельзя отправить в «${name}»: эта 1С его не подтверждала, и он не подходит под правила. ${reason}`,
}

/** Rounded up, so that what is over a limit never reads as the limit itself. */
function megabytes(bytes: number): string {
  return (Math.ceil((bytes * 10) / 2 ** 20) / 10).toLocaleString('ru')
}
