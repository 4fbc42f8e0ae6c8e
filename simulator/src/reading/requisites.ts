import { each, optional, required, type Value } from './element.js'

export interface Requisites {
  values: Map<string, string>
  /** Names of requisites with an empty `Значение`. */
  empty: string[]
  /** The empty ones that got the value of the previous requisite (УТ, Розница). */
  leaked: { name: string; value: string }[]
}

/** The variable that УТ and Розница forget to reset: the last value read, from any document. */
export interface LastValue {
  value: string | undefined
}

/**
 * `ЗначенияРеквизитов`: the last of equal names wins; an absent `Наименование` or `Значение` is 1C's
 * exception. With `last` an empty `Значение` gets the previous value, even of another order.
 */
export function readRequisites(owner: Value, last?: LastValue): Requisites {
  const found: Requisites = { values: new Map(), empty: [], leaked: [] }
  for (const entry of each(optional(optional(owner, 'ЗначенияРеквизитов'), 'ЗначениеРеквизита'))) {
    const name = required(entry, 'Наименование', 'ЗначениеРеквизита')
    const value = required(entry, 'Значение', 'ЗначениеРеквизита')
    if (typeof name !== 'string') continue
    take(found, name, firstText(value), last)
  }
  return found
}

function take(found: Requisites, name: string, text: string | undefined, last: LastValue | undefined): void {
  if (text !== undefined) {
    found.values.set(name, text)
    if (last !== undefined) last.value = text
    return
  }
  found.empty.push(name)
  if (last?.value === undefined) return
  found.values.set(name, last.value)
  found.leaked.push({ name, value: last.value })
}

function firstText(value: Value): string | undefined {
  const one = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one : undefined
}

/** A flag as УТ, УНФ and БП compare it: `true` in any case. */
export function isTrue(text: string | undefined): boolean {
  return text !== undefined && text.trim().toLowerCase() === 'true'
}
