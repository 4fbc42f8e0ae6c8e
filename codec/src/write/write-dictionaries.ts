import { ELEMENTS } from '../model/names.js'
import { branch, isBlank, leaves, list } from '../xml/xml-writer.js'

/** An entry of a dictionary, element `Элемент`. */
export interface DictionaryEntry {
  id: string
  name: string
}

/** A payment system; УНФ and БП offer it for mapping only if its type is «Эквайринговая оплата» or absent. */
export interface PaymentSystemEntry extends DictionaryEntry {
  /** `ТипОплаты`, see `WORDS`. */
  kind?: string
}

export interface Dictionaries {
  /** Written twice, as `Статусы` and in the spelling of Bitrix, whose first letter is Latin. */
  statuses: readonly DictionaryEntry[]
  paymentSystems: readonly PaymentSystemEntry[]
  deliveryServices: readonly DictionaryEntry[]
}

/** The answer to `mode=info`, from which УНФ and БП fill their tables. To be sent as UTF-8. */
export function writeDictionaries({ statuses, paymentSystems, deliveryServices }: Dictionaries): string {
  const body =
    writeStatuses(statuses) +
    writeStatusesBitrix(statuses) +
    writePaymentSystems(paymentSystems) +
    writeDeliveryServices(deliveryServices)
  return (
    '<?xml version="1.0" ' +
    `encoding="UTF-8"?>\n<${ELEMENTS.dictionaries}>${body}</${ELEMENTS.dictionaries}>\n`
  )
}

function writeEntry(item: DictionaryEntry | PaymentSystemEntry): string {
  if (isBlank(item.id) || isBlank(item.name)) return ''
  return entry(id(item.id) + entryName(item.name) + ('kind' in item ? paymentKind(item.kind) : ''))
}

const { id, entryName, paymentKind } = leaves
const entry = branch(ELEMENTS.entry)
const writeStatuses = list(ELEMENTS.statuses, writeEntry)
const writeStatusesBitrix = list(ELEMENTS.statusesBitrix, writeEntry)
const writePaymentSystems = list(ELEMENTS.paymentSystems, writeEntry)
const writeDeliveryServices = list(ELEMENTS.deliveryServices, writeEntry)
