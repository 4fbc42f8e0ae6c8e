import { SaxesParser } from 'saxes'
import { Element, type Value } from './element.js'

export interface RootFacts {
  name: string
  namespace: string | null
  schemaVersion: string | null
  /** Elements `Контейнер` directly in the root. */
  containers: number
  /** Elements `Документ` directly in the root (with `containers`: in a container too). */
  documents: number
}

/** The text is not well-formed XML: the platform's reader fails before the first document. */
export class BrokenXml extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message)
  }
}

export interface ReadOptions {
  /** Bitrix' module also reads the documents inside `Контейнер`; no configuration does. */
  insideContainers?: boolean
}

const MAX_DEPTH = 200
/** Characters that are parsed before their documents are loaded. */
const PIECE = 65_536

/** Reads the documents of an answer one by one and fills `root` meanwhile. Throws BrokenXml. */
export function* readDocuments(
  text: string,
  root: RootFacts,
  { insideContainers = false }: ReadOptions = {},
): Generator<Element> {
  const ready: Element[] = []
  const parser = new SaxesParser({ xmlns: false, position: true })
  const builder = new Builder(root, insideContainers, element => ready.push(element))
  parser.on('error', error => {
    throw new BrokenXml(error.message.replace(/^[\d:]+\s*/, ''), parser.line, parser.column)
  })
  parser.on('opentag', tag => {
    if (builder.depth >= MAX_DEPTH) throw new BrokenXml('too deep', parser.line, parser.column)
    builder.open(tag.name, tag.attributes)
  })
  parser.on('closetag', () => builder.close())
  parser.on('text', piece => builder.text(piece))
  parser.on('cdata', piece => builder.text(piece))
  for (let at = 0; at < text.length; at += PIECE) {
    parser.write(text.slice(at, at + PIECE))
    yield* ready.splice(0)
  }
  parser.close()
  yield* ready.splice(0)
}

interface Open {
  element: Element
  text: string
}

class Builder {
  depth = 0
  readonly #stack: Open[] = []
  #inContainer = false

  constructor(
    readonly root: RootFacts,
    readonly insideContainers: boolean,
    readonly done: (element: Element) => void,
  ) {}

  open(qualified: string, attributes: Record<string, string>): void {
    const name = localName(qualified)
    this.depth++
    if (this.depth === 1) {
      this.root.name = name
      this.root.namespace = namespaceOf(qualified, attributes)
      this.root.schemaVersion = attributes.ВерсияСхемы ?? null
      return
    }
    if (this.#stack.length === 0 && !this.#startsDocument(name)) return
    const element = new Element(name)
    for (const [key, value] of Object.entries(attributes)) {
      if (key !== 'xmlns' && !key.startsWith('xmlns:'))
        element.add(localName(key), value === '' ? new Element(key) : value)
    }
    this.#stack.push({ element, text: '' })
  }

  #startsDocument(name: string): boolean {
    if (this.depth === 2 && name === 'Контейнер') {
      this.root.containers++
      this.#inContainer = true
      return false
    }
    const here = this.depth === 2 || (this.depth === 3 && this.#inContainer && this.insideContainers)
    if (!here || name !== 'Документ') return false
    this.root.documents++
    return true
  }

  text(piece: string): void {
    const top = this.#stack.at(-1)
    if (top !== undefined) top.text += piece
  }

  close(): void {
    this.depth--
    if (this.depth === 1) this.#inContainer = false
    const top = this.#stack.pop()
    if (top === undefined) return
    const parent = this.#stack.at(-1)
    if (parent === undefined) this.done(top.element)
    else parent.element.add(top.element.name, readValue(top))
  }
}

function readValue({ element, text }: Open): Value {
  return element.isEmpty && text.trim() !== '' ? text : element
}

function localName(qualified: string): string {
  const colon = qualified.indexOf(':')
  return colon === -1 ? qualified : qualified.slice(colon + 1)
}

function namespaceOf(qualified: string, attributes: Record<string, string>): string | null {
  const colon = qualified.indexOf(':')
  const declared = colon === -1 ? attributes.xmlns : attributes[`xmlns:${qualified.slice(0, colon)}`]
  return declared === undefined || declared === '' ? null : declared
}
