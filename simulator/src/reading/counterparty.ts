import { each, filled, optional, required, type Value } from './element.js'

export interface CounterpartyFacts {
  siteId: string | undefined
  name: string | undefined
  officialName: string | undefined
  fullName: string | undefined
  personName: string | undefined
  inn: string | undefined
  kpp: string | undefined
  /** The element is present, filled or not: for УТ that alone makes a legal entity. */
  officialNamePresent: boolean
  innPresent: boolean
  /** Types without blanks, as all configurations compare them. */
  contacts: { type: string; value: string }[]
}

/**
 * The first `Контрагенты/Контрагент`. `Тип` and `Значение` of a contact are mandatory, else 1C's exception.
 * The caller requires the counterparty itself.
 */
export function readCounterparty(counterparty: Value): CounterpartyFacts {
  const one = Array.isArray(counterparty) ? counterparty[0] : counterparty
  const person = ['Фамилия', 'Имя', 'Отчество']
    .map(part => filled(optional(one, part))?.trim())
    .filter(part => part !== undefined)
  return {
    siteId: filled(optional(one, 'Ид'))?.trim(),
    name: filled(optional(one, 'Наименование')),
    officialName: filled(optional(one, 'ОфициальноеНаименование')),
    fullName: filled(optional(one, 'ПолноеНаименование')),
    personName: person.length === 0 ? undefined : person.join(' '),
    inn: filled(optional(one, 'ИНН')),
    kpp: filled(optional(one, 'КПП')),
    officialNamePresent: optional(one, 'ОфициальноеНаименование') !== undefined,
    innPresent: optional(one, 'ИНН') !== undefined,
    contacts: readContacts(one),
  }
}

function readContacts(counterparty: Value | undefined): CounterpartyFacts['contacts'] {
  const contacts: CounterpartyFacts['contacts'] = []
  for (const contact of each(optional(optional(counterparty, 'Контакты'), 'Контакт'))) {
    const value = required(contact, 'Значение', 'Контакт')
    const type = required(contact, 'Тип', 'Контакт')
    const text = filled(value)
    if (text !== undefined && typeof type === 'string') {
      contacts.push({ type: type.replaceAll(' ', ''), value: text.trim() })
    }
  }
  return contacts
}
