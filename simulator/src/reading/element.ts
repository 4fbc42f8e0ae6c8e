/**
 * 1C's untyped XML: a leaf is a string, **an empty leaf an object**, a repeated element a list, an attribute
 * a property like a child.
 */
export type Value = string | Element | Value[]

export class Element {
  readonly #properties = new Map<string, Value>()
  constructor(readonly name: string) {}

  add(name: string, value: Value): void {
    const before = this.#properties.get(name)
    if (before === undefined) this.#properties.set(name, value)
    else if (Array.isArray(before)) before.push(value)
    else this.#properties.set(name, [before, value])
  }

  get(name: string): Value | undefined {
    return this.#properties.get(name)
  }

  get isEmpty(): boolean {
    return this.#properties.size === 0
  }
}

/** 1C's exception «Поле объекта не обнаружено»: the property is read without checking. */
export class MissingProperty extends Error {
  constructor(
    readonly owner: string,
    readonly property: string,
  ) {
    super(`${owner}/${property}`)
  }
}

/** The property if the value is an object that has it; never fails. */
export function optional(value: Value | undefined, name: string): Value | undefined {
  return value instanceof Element ? value.get(name) : undefined
}

/** The property, or 1C's exception. */
export function required(value: Value | undefined, name: string, owner = 'Документ'): Value {
  const property = optional(value, name)
  if (property === undefined) throw new MissingProperty(value instanceof Element ? value.name : owner, name)
  return property
}

/** Follows the path through objects; a string, a list or nothing on the way gives undefined. */
export function valueAt(value: Value | undefined, ...path: string[]): Value | undefined {
  let at = value
  for (const name of path) at = optional(at, name)
  return at
}

/** A value as the list over which 1C loops; nothing is an empty list. */
export function each(value: Value | undefined): Value[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** The text of a filled leaf; undefined for an empty leaf, an object, a list, or only blanks. */
export function filled(value: Value | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
