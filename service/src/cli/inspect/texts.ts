import { DOCUMENT_PART_NAMES, type DocumentPart, pluralRu as plural } from '@obmen/contract'
import type { ReportedDocument } from '../../accounting/reported-document.js'
import type { InspectedCatalogue } from '../../catalogue/inspection/inspect-catalogue.js'
import type { FileKind } from '../../uploads/content/file-kind.js'

export const INSPECT_TEXTS = {
  description: 'рассказать, что сказано в файле из 1С (XML или zip), ничего не меняя',
  fileArgument: 'файл из 1С',
  integration: 'id интеграции: показать, что изменил бы файл этой 1С',
  json: 'напечатать один объект JSON',
  noFile: (file: string, detail: string) => `Файл ${file} не читается (${detail}): проверьте путь и права.`,
  noIntegration: (id: string) => `Интеграции ${id} нет: возьмите id из GET /api/v1/integrations.`,
  failed: 'Файл прочитать не удалось.',
  file: (name: string, kind: FileKind, documents: number) => {
    if (kind === 'other') return `${name}: не XML, Обмен такой файл пропускает.`
    return `${name}: ${documents} ${plural(documents, 'документ', 'документа', 'документов')}.`
  },
  catalogue: (
    name: string,
    { wholeItems, wholeOffers, groups, items, offers, prices }: InspectedCatalogue,
  ) => {
    const isComplete = wholeItems || wholeOffers
    return (
      `${name}: каталог, ${isComplete ? 'полный' : 'только изменения'}. Групп: ${groups}, позиций: ` +
      `${items}, предложений: ${offers}, цен: ${prices}.`
    )
  },
  article: (article: string) => `арт. ${article}`,
  vat: (rate: string) => (rate === 'none' ? 'без НДС' : `НДС ${rate}${/^\d+$/.test(rate) ? ' %' : ''}`),
  price: (price: string | null, currency: string | null) =>
    `цена ${[price ?? '—', currency].filter(Boolean).join(' ')}`,
  quantity: (quantity: string) => `остаток ${quantity}`,
  more: (count: number) => `  … и ещё ${count}`,
  outcomes: {
    added: 'новая',
    changed: 'изменилась бы',
    unchanged: 'без изменений',
    gone: 'пропала бы из каталога',
  },
  catalogueChanges: (added: number, changed: number, gone: number) =>
    `В каталоге изменилось бы: новых позиций ${added}, изменённых ${changed}, пропавших ` +
    `${gone}${gone > 0 ? ' (если их нет в других файлах той же выгрузки)' : ''}.`,
  brokenLinks: (lineIds: readonly string[]) =>
    `Потеряли бы свою позицию строки заказов: ${lineIds.join(', ')}.`,
  document: ({ orderNumber, documentNumber, documentDate, total, currency }: ReportedDocument) =>
    `Заказ № ${orderNumber ?? '—'}, в 1С № ${documentNumber ?? '—'}` +
    (documentDate === null ? '' : ` от ${documentDate.replace('T', ' ')}`) +
    `, сумма ${total ?? '—'} ${currency ?? ''}`.trimEnd(),
  posted: 'проведён',
  paid: (detail: string) => `оплачен${detail && ` (${detail})`}`,
  shipped: (detail: string) => `отгружен${detail && ` (${detail})`}`,
  canceled: 'отменён',
  deleted: 'помечен на удаление',
  status: (status: string) => `статус «${status}»`,
  customer: (name: string) => `  Покупатель: ${name}`,
  line: (name: string, quantity: string | null, amount: string | null) =>
    `  ${name}: ${quantity ?? '?'} на ${amount ?? '?'}`,
  payment: (number: string | null, date: string | null, amount: string | null) =>
    `  Оплата № ${number ?? '—'} от ${date ?? '—'}: ${amount ?? '—'}`,
  shipment: (number: string | null, date: string | null) => `  Отгрузка № ${number ?? '—'} от ${date ?? '—'}`,
  unknown: '  → Такого заказа эта 1С не получала: документ попал бы в список неизвестных.',
  unchanged: (orderId: string) => `  → Заказ ${orderId}: ничего не изменилось бы.`,
  changes: (orderId: string, parts: readonly DocumentPart[]) =>
    `  → Заказ ${orderId}, изменилось бы: ${parts.map(part => DOCUMENT_PART_NAMES[part]).join(', ')}`,
}
