import { type Customer, explainMismatch, type Locale, type RuleMismatch } from '@obmen/contract'
import { englishFinding } from '@obmen/contract/findings-english'

/** The rule that an order misses by the least. */
export interface NearestRule {
  integration: string
  miss: RuleMismatch
}

const RU = {
  itemIdReused: ({ line, id, before, now }: { line: number; id: string; before: string; now: string }) =>
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
  goesNowhere: (nearest: NearestRule | undefined) =>
    'Заказ оплачен, но ни одно правило интеграций компании его не берёт: ни в одну 1С он не пойдёт. ' +
    (nearest ? `Ближе всего правило интеграции «${nearest.integration}». ${explain(nearest, 'ru')} ` : '') +
    'Исправьте правило в настройках интеграции или заказ: регистр букв важен.',
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

const EN: typeof RU = {
  itemIdReused: ({ line, id, before, now }) =>
    `Line ${line}: the id “${id}” came with the name “${before}” before, and with “${now}” now. Accounting ` +
    'binds the id of a line to an item for good, and prints the earlier one in the invoice. If these are ' +
    'different goods or services, give the line another id; if only the name changed, rename the item in 1C.',
  innOfWrongKind: kind =>
    kind === 'organization'
      ? 'The INN of an organization has 10 digits. This one has 12, as that of an entrepreneur or a ' +
        'private person, and Accounting will enter the buyer as a person. Mend the INN or kind.'
      : 'The INN of an entrepreneur or a private person has 12 digits. This one has 10, as that of an ' +
        'organization: Accounting will not find the buyer by it and may enter another. Mend the INN or kind.',
  statusMeansCanceled: status =>
    `The status “${status}” looks like a cancellation, but only canceled and cancelled mean one to Obmen: ` +
    'the order goes to 1C as a valid one. If it is canceled, send "canceled": true.',
  goesNowhere: nearest =>
    'The order is paid, but no rule of any integration of its company takes it: it goes to no 1C. ' +
    (nearest ? `The nearest rule is one of “${nearest.integration}”. ${explain(nearest, 'en')} ` : '') +
    'Mend the rule in the settings of the integration, or the order: the case of letters matters.',
  paymentOfTwoOrders: ({ sent, ...p }) =>
    englishFinding('payment-of-two-orders', { ...p, ...(sent && { sent: 'yes' }) }),
  damagedText:
    'The text has the character “\ufffd”: it was damaged before it came to Obmen, read in a wrong encoding ' +
    'or cut in the middle of an emoji. 1C will get it like this. Mend the text on the platform.',
}

/** Warnings about an accepted order, for the platform's developer. */
export const WARNING_TEXTS = { ru: RU, en: EN }

/** The same text in each language. */
export function inEachLanguage(word: (texts: typeof RU) => string): Record<Locale, string> {
  return { ru: word(RU), en: word(EN) }
}

function explain({ miss }: NearestRule, language: Locale): string {
  return explainMismatch({ code: 'rules', misses: [miss] }, language)
}
