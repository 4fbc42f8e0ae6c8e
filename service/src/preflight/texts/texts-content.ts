import type { FindingCode } from '@obmen/contract'
import { type FindingText, sum } from './finding-text.js'

const EFFECTS: Readonly<Record<string, string>> = {
  field: '1С запишет его в поле документа с таким названием',
  'delivery-id':
    'Бухгалтерия ищет способ доставки только по этому коду; не найдёт его в своей таблице — запишет «Самовывоз»',
  comment: '1С допишет его в комментарий документа',
  'shipping-date': '1С возьмёт его как дату отгрузки',
}

/** Sentences about texts, the document as a whole, and its effects. */
export const CONTENT_TEXTS = {
  'comment-cut': (p, { done }) =>
    `Комментарий (${p.length} зн.) не помещается в 3000 знаков вместе с номером заказа и платежами: конец ${done ? 'отрезан' : 'будет отрезан'}. Сократите его.`,
  'text-cut': (p, { done }) =>
    `Текст «${p.text}» (${p.length} зн.) длиннее ${p.limit} знаков: остальное в 1С ${done ? 'не попало' : 'не попадёт'}. Сократите его.`,
  'attribute-cut': (p, { done }) =>
    `Значение «${p.name}» (${p.length} зн.) длиннее ${p.limit} знаков: остальное в 1С ${done ? 'не попало' : 'не попадёт'}. Сократите его или разделите на несколько полей.`,
  'attribute-dropped': (p, { done }) =>
    `Поле «${p.name}» в 1С ${done ? 'не попало' : 'не попадёт'}: его название 1С не отличит от другого реквизита или в нём нет печатных знаков. Назовите его иначе.`,
  'attribute-renamed': p =>
    `Название поля «${p.name}» управляет загрузкой в 1С, поэтому оно передаётся как «${p.renamed}»: 1С сохранит значение и ничего не изменит. Если это не то, что нужно, назовите поле иначе.`,
  'attribute-steers-1c': p =>
    `Поле «${p.name}» 1С не только сохраняет: ${EFFECTS[String(p.effect)] ?? EFFECTS.field}. Если этого не нужно, назовите поле иначе.`,
  'delivery-address-unread': (p, { profile, done }) =>
    `Адрес доставки «${p.address}» ${profile.title} сохраняет только как дополнительный реквизит: в поле адреса он ${done ? 'не попал' : 'не попадёт'}. При отгрузке возьмите его из реквизита или с платформы.`,
  'delivery-by-name': p =>
    `Бухгалтерия ищет способ доставки «${p.name}» по названию; если в настройках обмена его нет, в счёте будет «Самовывоз».`,
  'document-malformed': p =>
    `Документ для 1С составлен с ошибкой (${p.problem}): она прервала бы загрузку или потеряла часть заказа. Это ошибка Обмена: сообщите о ней тому, кто его обслуживает.`,
  'foreign-currency': (p, { done }) =>
    `Валюту «${p.currency}» 1С ищет по названию в своём справочнике; не ${done ? 'нашла — взяла' : 'найдёт — возьмёт'} рубли, и заказ ${done ? 'записан' : 'будет'} на ${sum(p.total, 'RUB')}. Проверьте название валюты в 1С.`,
  'makes-document': (p, { profile: { title, makes }, done }) => {
    const verb = done
      ? 'получила этот заказ: документ'
      : p.known === 'yes'
        ? 'обновит документ'
        : 'создаст документ'
    return `${title} ${verb} «${makes}» по номеру ${p.number} на сумму ${sum(p.total, p.currency)}.`
  },
  'cancels-document': (p, { profile: { sentences, title }, done }) => {
    if (p.known === 'no') return 'Заказ отменён раньше, чем попал в эту 1С: в ней ничего не появится.'
    return (
      sentences?.canceled?.(String(p.number), done) ??
      `Заказ отменён: ${title} ${done ? 'получила' : 'получит'} отметку об отмене.`
    )
  },
} as const satisfies Partial<Record<FindingCode, FindingText>>
