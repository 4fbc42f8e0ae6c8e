import { pluralRu } from '@obmen/contract'

const NAMES_SHOWN = 3

/** Warnings about payments that stay as they were sent, shown before settings are saved. */
export const KEPT_TEXTS = {
  method: (count: number, complete: boolean, names: readonly string[]) =>
    `${shownCount(count, complete)} ${pluralRu(count, 'оплату', 'оплаты', 'оплат')} 1С уже знает под прежним способом: ${namesText(names)}. ${count === 1 ? 'Она останется' : 'Они останутся'} под ним: под другим названием 1С провела бы ${count === 1 ? 'её' : 'их'} второй раз. Новое название получат те оплаты, о которых 1С ещё не знает.`,
  form: {
    documents: (count: number, complete: boolean) =>
      `${paymentsText(count, complete)} уже ${pluralRu(count, 'передана', 'переданы', 'переданы')} одной оплатой на заказ. По этим заказам так и останется, отдельными документами пойдут оплаты остальных.`,
    requisites: (count: number, complete: boolean) =>
      `${paymentsText(count, complete)} уже ${pluralRu(count, 'передана', 'переданы', 'переданы')} ${count === 1 ? 'отдельным документом' : 'отдельными документами'}. По этим заказам так и останется, одной оплатой на заказ пойдут остальные.`,
  },
}

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).map(name => `«${name}»`)
  const more = names.length - shown.length
  return shown.join(', ') + (more > 0 ? ` и ещё ${more}` : '')
}

function paymentsText(count: number, complete: boolean): string {
  return `${shownCount(count, complete)} ${pluralRu(count, 'оплата', 'оплаты', 'оплат')}`
}

function shownCount(count: number, complete: boolean): string {
  return `${complete ? '' : '≥ '}${count.toLocaleString('ru')}`
}
