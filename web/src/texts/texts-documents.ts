import { catalogue } from './catalogue.js'

/** Documents of 1C by the names of its metadata: what each is called, and by what it pays. */
export const texts = catalogue({
  kinds: {
    СчетНаОплатуПокупателю: ['счёт', 'invoice'],
    ЗаказПокупателя: ['заказ покупателя', 'customer order'],
    ЗаказКлиента: ['заказ клиента', 'customer order'],
    ОплатаПлатежнойКартой: ['оплата картой', 'card payment'],
    ОперацияПоПлатежнымКартам: ['оплата картой', 'card payment'],
    ОперацияПоПлатежнойКарте: ['оплата картой', 'card payment'],
    ПоступлениеНаРасчетныйСчет: ['поступление на счёт', 'bank receipt'],
    ПриходныйКассовыйОрдер: ['приходный кассовый ордер', 'cash receipt'],
    РеализацияТоваровУслуг: ['реализация', 'shipment'],
    УПД: ['УПД', 'УПД'],
    Акт: ['акт', 'act'],
    РасходнаяНакладная: ['накладная', 'shipment'],
    АктВыполненныхРабот: ['акт', 'act'],
  },
  statuses: {
    'Не оплачен': ['Не оплачен', 'Not paid'],
    'Оплачен частично': ['Оплачен частично', 'Paid in part'],
    Оплачен: ['Оплачен', 'Paid'],
    Отменен: ['Отменен', 'Canceled'],
  },
  by: {
    ОплатаПлатежнойКартой: [' картой', ' by card'],
    ОперацияПоПлатежнымКартам: [' картой', ' by card'],
    ОперацияПоПлатежнойКарте: [' картой', ' by card'],
    ПоступлениеНаРасчетныйСчет: [' через банк', ' by bank'],
    ПриходныйКассовыйОрдер: [' наличными', ' in cash'],
  },
})

/** What each status of an invoice says of its money. */
export const MONEY_OF_STATUSES: Readonly<Record<string, 'none' | 'part' | 'whole'>> = {
  'Не оплачен': 'none',
  'Оплачен частично': 'part',
  Оплачен: 'whole',
}
