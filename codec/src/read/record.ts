import type { XmlNode } from '../xml/xml-node.js'

/** How one property is read from the children of an element. */
export interface Field<T> {
  /** Names of the elements (or attributes) that hold it. */
  elements: readonly string[]
  /** Returns the value after this element, given the value before it; undefined if the element holds none. */
  read(node: XmlNode, before: T | undefined): T | undefined
  /** True if every such element counts, false if only the first with a value does. */
  accumulates: boolean
}

export type Fields<T extends object> = { readonly [Key in keyof T]-?: Field<NonNullable<T[Key]>> }

/** Reads an element as an object of the properties that are present; undefined if there are none. */
export type Reader<T> = (node: XmlNode) => T | undefined

/** Reads the children of an element once, in any order. Children without a field are ignored. */
export function record<T extends object>(fields: Fields<T>): Reader<T> {
  const byElement = new Map<string, Entry>()
  for (const [key, { elements, read, accumulates }] of Object.entries(fields) as [string, Field<unknown>][]) {
    for (const element of elements) {
      const also = byElement.get(element)
      byElement.set(element, { key, read, accumulates, readFrom: undefined, also })
    }
  }
  return node => {
    let value: Record<string, unknown> | undefined
    for (const child of node.children) {
      for (let entry = byElement.get(child.name); entry !== undefined; entry = entry.also) {
        const { key, read, accumulates } = entry
        if (!accumulates && entry.readFrom === node) continue
        const before = accumulates ? value?.[key] : undefined
        const found = read(child, before)
        if (found === undefined || found === before) continue
        entry.readFrom = node
        if (value === undefined) value = { [key]: found }
        else value[key] = found
      }
    }
    return value as T | undefined
  }
}

interface Entry extends Omit<Field<unknown>, 'elements'> {
  key: string
  /** The last element that the property was read from: cheaper than asking the object for it. */
  readFrom: XmlNode | undefined
  /** Another field read from the same elements. */
  also: Entry | undefined
}

/** A child with that name, read by `read`. */
export function one<T>(element: string, read: Reader<T>): Field<T> {
  return { elements: [element], read, accumulates: false }
}

/** A list, inside its wrapper or, as some senders write it, directly among the other elements. */
export function list<T>(wrapper: string, item: string, read: Reader<T>): Field<T[]> {
  const elements = [wrapper, item]
  return {
    elements,
    accumulates: true,
    read: (node, before) =>
      node.name === item ? added(before, node, read) : addedItems(before, node, item, read),
  }
}

/** A list inside its wrapper only, for names that mean something else outside it. */
export function wrappedList<T>(wrapper: string, item: string, read: Reader<T>): Field<T[]> {
  return {
    elements: [wrapper],
    accumulates: true,
    read: (node, before) => addedItems(before, node, item, read),
  }
}

export function repeated<T>(element: string, read: Reader<T>): Field<T[]> {
  return { elements: [element], accumulates: true, read: (node, before) => added(before, node, read) }
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
