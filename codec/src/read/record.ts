import type { XmlNode } from '../xml/xml-node.js'

/** How one property is read out of the children of an element. */
export interface Field<T> {
  /** The elements (or attributes) that tell it. */
  elements: readonly string[]
  /** Adds what one of them tells; undefined when it tells nothing. */
  read(node: XmlNode, before: T | undefined): T | undefined
  /** Whether every such element counts, and not only the first that tells something. */
  gathers: boolean
}

export type Fields<T extends object> = { readonly [Key in keyof T]-?: Field<NonNullable<T[Key]>> }

/** Reads an element as an object of those properties that it tells; undefined when it tells none. */
export type Reader<T> = (node: XmlNode) => T | undefined

/**
 * A reader that goes through the children of an element once, in whatever order they come. What no field asks for is passed over.
 */
export function record<T extends object>(fields: Fields<T>): Reader<T> {
  const byElement = new Map<string, Entry>()
  for (const [key, { elements, read, gathers }] of Object.entries(fields) as [string, Field<unknown>][]) {
    for (const element of elements) {
      const also = byElement.get(element)
      byElement.set(element, { key, read, gathers, toldIn: undefined, also })
    }
  }
  return node => {
    let value: Record<string, unknown> | undefined
    for (const child of node.children) {
      for (let entry = byElement.get(child.name); entry !== undefined; entry = entry.also) {
        const { key, read, gathers } = entry
        if (!gathers && entry.toldIn === node) continue
        const before = gathers ? value?.[key] : undefined
        const told = read(child, before)
        if (told === undefined || told === before) continue
        entry.toldIn = node
        if (value === undefined) value = { [key]: told }
        else value[key] = told
      }
    }
    return value as T | undefined
  }
}

interface Entry extends Omit<Field<unknown>, 'elements'> {
  key: string
  /** The latest element of which it is known: to ask for its property would take longer. */
  toldIn: XmlNode | undefined
  /** Another field that the same elements tell. */
  also: Entry | undefined
}

/** What a child with that name tells, read by `read`. */
export function one<T>(element: string, read: Reader<T>): Field<T> {
  return { elements: [element], read, gathers: false }
}

/** A list, inside its wrapper or, as some senders write it, directly among the other elements. */
export function list<T>(wrapper: string, item: string, read: Reader<T>): Field<T[]> {
  const elements = [wrapper, item]
  return {
    elements,
    gathers: true,
    read: (node, before) =>
      node.name === item ? added(before, node, read) : addedItems(before, node, item, read),
  }
}

/** A list inside its wrapper only, for names that mean something else outside it. */
export function wrappedList<T>(wrapper: string, item: string, read: Reader<T>): Field<T[]> {
  return { elements: [wrapper], gathers: true, read: (node, before) => addedItems(before, node, item, read) }
}

/** A list without a wrapper. */
export function repeated<T>(element: string, read: Reader<T>): Field<T[]> {
  return { elements: [element], gathers: true, read: (node, before) => added(before, node, read) }
}

function added<T>(list: T[] | undefined, node: XmlNode, read: Reader<T>): T[] | undefined {
  const value = read(node)
  if (value === undefined) return list
  if (list === undefined) return [value]
  list.push(value)
  return list
}

function addedItems<T>(
  before: T[] | undefined,
  node: XmlNode,
  item: string,
  read: Reader<T>,
): T[] | undefined {
  let found = before
  for (const child of node.children) if (child.name === item) found = added(found, child, read)
  return found
}
