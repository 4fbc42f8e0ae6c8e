/** An element with its attributes as children: 1C reads both alike, and senders use either. */
export interface XmlNode {
  /** Without a namespace prefix. */
  name: string
  /** Own text, without white space around it. */
  text: string
  children: XmlNode[]
}

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

// Most lists are not there: nothing is made for those.
const NONE: readonly XmlNode[] = []

function added(found: XmlNode[] | undefined, node: XmlNode): XmlNode[] {
  if (found === undefined) return [node]
  found.push(node)
  return found
}
