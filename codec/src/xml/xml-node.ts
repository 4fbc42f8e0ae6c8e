/** An element with its attributes as children: 1C reads both alike, and senders use either. */
export interface XmlNode {
  /** Without a namespace prefix. */
  name: string
  /** Own text, without white space around it. */
  text: string
  children: XmlNode[]
}

/** Shared by the many elements without children; never modified. */
export const NO_CHILDREN: XmlNode[] = []

/** Attributes as nodes, without those of XML itself (namespaces, types). */
export function attributeNodes(attributes: Readonly<Record<string, string>>): XmlNode[] {
  let nodes = NO_CHILDREN
  for (const name in attributes) {
    if (OF_XML.test(name)) continue
    const node = { name: withoutPrefix(name), text: attributes[name]!.trim(), children: NO_CHILDREN }
    if (nodes === NO_CHILDREN) nodes = [node]
    else nodes.push(node)
  }
  return nodes
}

/** A name without its prefix. Cached: a file has few names, and each of them very often. */
export function withoutPrefix(name: string): string {
  const known = LOCAL_NAMES.get(name)
  if (known !== undefined) return known
  const local = internalized(name.slice(name.lastIndexOf(':') + 1))
  if (LOCAL_NAMES.size < MOST_NAMES) LOCAL_NAMES.set(name, local)
  return local
}

/** Engines keep a single copy of a string used as a property name, and compare such strings by reference. */
function internalized(text: string): string {
  return Object.keys({ [text]: true })[0]!
}

const OF_XML = /^(?:xmlns|xsi|xml)(?::|$)/
const LOCAL_NAMES = new Map<string, string>()
/** A file with more names is not from 1C; they are not cached then. */
const MOST_NAMES = 1000

/** The first child with that name. */
export function child(node: XmlNode, name: string): XmlNode | undefined {
  for (const candidate of node.children) if (candidate.name === name) return candidate
  return undefined
}

/** Text of the first child with that name that has any. */
export function childText(node: XmlNode, name: string): string | undefined {
  for (const candidate of node.children)
    if (candidate.name === name && candidate.text !== '') return candidate.text
  return undefined
}

/** Items of a list, inside their wrapper or, as some senders do, directly among the other elements. */
export function items(node: XmlNode, wrapper: string, item: string): readonly XmlNode[] {
  let found: XmlNode[] | undefined
  for (const candidate of node.children) {
    if (candidate.name === item) found = added(found, candidate)
    else if (candidate.name === wrapper)
      for (const inner of candidate.children) if (inner.name === item) found = added(found, inner)
  }
  return found ?? NONE
}

// Most lists are absent: they share this one.
const NONE: readonly XmlNode[] = []

function added(found: XmlNode[] | undefined, node: XmlNode): XmlNode[] {
  if (found === undefined) return [node]
  found.push(node)
  return found
}
