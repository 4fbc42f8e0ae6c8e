import type { Customer } from '@obmen/contract'

/** Warnings about an accepted order, for the platform's developer. */
export const WARNING_TEXTS = {
  itemIdReused: (line: number, id: string, before: string, now: string) =>
    `Строка ${line}: id «${id}» раньше приходил с названием «${before}», теперь — «${now}». ` +
    '1С:Бухгалтерия связывает id строки с номенклатурой навсегда и напечатает в счёте прежнюю. ' +
    'Если это другой товар или услуга, дайте строке другой id; ' +
    'если изменилось только название, переименуйте номенклатуру в 1С.',
  innOfWrongKind: (kind: Customer['kind']) =>
    kind === 'organization'
      ? 'У организации ИНН из 10 цифр, а здесь 12: такой ИНН у предпринимателя или физлица, ' +
        'и 1С:Бухгалтерия заведёт покупателя физлицом. Исправьте ИНН или kind.'
      : 'У предпринимателя и физлица ИНН из 12 цифр, а здесь 10: такой ИНН у организации. ' +
        '1С:Бухгалтерия по нему покупателя не найдёт и может завести ещё одного. Исправьте ИНН или kind.',
  statusMeansCanceled: (status: string) =>
    `Статус «${status}» похож на отмену, но отменой Обмен считает только canceled и cancelled: в 1С заказ ` +
    'пойдёт как действующий. Если он отменён, передайте "canceled": true.',
  goesNowhere: (nearest: string) =>
    'Заказ оплачен, но ни одно правило интеграций компании его не берёт: ни в одну 1С он не пойдёт. ' +
    `${nearest}Исправьте правило в настройках интеграции или заказ: регистр букв важен.`,
  nearestRule: (integration: string, misses: readonly string[]) =>
    `Ближе всего правило интеграции «${integration}»: ${misses.join('; ')}. `,
  otherStatus: (expected: string, is: string) => `в нём статус «${expected}», в заказе «${is}»`,
  otherGateway: (expected: string, has: readonly string[]) =>
    `в нём шлюз «${expected}», в заказе ` +
    (has.length === 0 ? 'никакого' : has.map(one => `«${one}»`).join(', ')),
  /** `change`: the order to be changed; `sent`: with both. */
  paymentOfTwoOrders: (p: { id: string; other: string; change: string; sent: boolean }) =>
    `Платёж «${p.id}» есть и в заказе ${p.other}: для 1С это две оплаты` +
    (p.sent
      ? `, и обе ей уже переданы. Если деньги пришли один раз, уберите его из заказа ${p.change}: что ` +
        'исправить в 1С, скажет задача. Если два, оставьте как есть.'
      : `. Если деньги пришли один раз, уберите его из заказа ${p.change}, пока оплата из него не передана ` +
        '1С; если два, дайте ему там другой id.'),
  damagedText:
    'В тексте есть знак «\ufffd»: он испорчен ещё до Обмена — прочитан в неверной кодировке ' +
    'или обрезан посередине эмодзи. В 1С он попадёт таким же. Исправьте текст на платформе.',
}
