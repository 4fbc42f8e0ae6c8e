import type { CommercemlErrorCode } from '../model/commerceml-error.js'
import { attributeNodes, NO_CHILDREN, withoutPrefix, type XmlNode } from './xml-node.js'

/** Limits that keep a malicious or broken file from filling the memory. */
export interface ReadLimits {
  /** Nested elements; 64 by default (a real file needs ten). */
  maxDepth: number
  /** Attributes of one element; 256 by default (a real one has four). */
  maxAttributes: number
  /** Characters of one text, attribute or comment; 1,000,000 by default. */
  maxTextLength: number
  /**
   * Elements and attributes of one document; 1,000,000 by default (100,000 lines of ten elements).
   * Its texts may have 24 times as many characters.
   */
  maxDocumentNodes: number
}

export interface XmlReaderEvents {
  /** The root has opened, with its attributes. May throw. */
  root(name: string, attributes: readonly XmlNode[]): void
  /** Whether to collect this element, named with its ancestors, as a tree. Otherwise it is passed through. */
  isCollected(name: string, ancestors: readonly string[], attributes: readonly XmlNode[]): boolean
  /** A collected element has closed. */
  node(node: XmlNode): void
  /** Elements that are dropped from the trees with their content. */
  skipped?: ReadonlySet<string>
}

export type Fail = (code: CommercemlErrorCode, message: string) => never

/** The open elements of a file, those within a collected one as trees. */
export class XmlTree {
  /** Names of the open elements, the root first. */
  readonly names: string[] = []
  private readonly open: XmlNode[] = []
  /** Open elements that are being skipped. */
  private skipped = 0
  private documents = 0
  private nodes = 0
  private characters = 0
  private complete: XmlNode | undefined
  /** What the last closing tag closed. */
  private closedName = ''
  private closedNode: XmlNode | undefined
  private closedSkipped = false

  constructor(
    private readonly events: XmlReaderEvents,
    private readonly limits: ReadLimits,
    private readonly fail: Fail,
  ) {}

  openTag(fullName: string, attributes: Readonly<Record<string, string>>): void {
    this.deliver()
    this.checkAttributes(attributes)
    const { names, open, events } = this
    const name = withoutPrefix(fullName)
    if (names.length >= this.limits.maxDepth)
      this.fail('too-deep', `elements are nested deeper than ${this.limits.maxDepth}`)
    const parent = open[open.length - 1]
    if (this.skipped > 0 || (parent !== undefined && events.skipped?.has(name))) {
      this.skipped++
      names.push(name)
      this.countNodes(1)
      return
    }
    const children = attributeNodes(attributes)
    if (parent === undefined) {
      const isRoot = names.length === 0
      const isCollected = !isRoot && events.isCollected(name, names, children)
      names.push(name)
      if (isRoot) events.root(name, children)
      if (!isCollected) return
      this.documents++
      this.nodes = 0
      this.characters = 0
    } else names.push(name)
    const node = { name, text: '', children }
    if (parent?.children === NO_CHILDREN) parent.children = [node]
    else parent?.children.push(node)
    open.push(node)
    this.countNodes(1 + children.length)
    for (const { text } of children) this.countText(text)
  }

  closeTag(): void {
    this.deliver()
    this.closedName = this.names.pop()!
    this.closedSkipped = this.skipped > 0
    if (this.closedSkipped) {
      this.skipped--
      return
    }
    const node = this.open.pop()
    this.closedNode = node
    if (node === undefined) return
    if (node.text !== '') node.text = node.text.trim()
    if (this.open.length === 0) this.complete = node
  }

  text(piece: string): void {
    const node = this.skipped > 0 ? undefined : this.open[this.open.length - 1]
    this.checkLength(piece)
    if (node === undefined) return
    node.text = node.text === '' ? piece : node.text + piece
    this.checkLength(node.text)
    this.countText(piece)
  }

  /** saxes closes an element before it compares the names; so a document waits for the next event. */
  deliver(): void {
    if (this.complete === undefined) return
    const node = this.complete
    this.complete = undefined
    this.events.node(node)
  }

  /** Undoes the last close: its closing tag was another element's. */
  reopen(): void {
    this.complete = undefined
    this.names.push(this.closedName)
    if (this.closedSkipped) this.skipped++
    else if (this.closedNode !== undefined) this.open.push(this.closedNode)
  }

  /** The open elements, with the number of the document among them. */
  path(): string {
    const { length } = this.open
    const documentDepth = length === 0 ? -1 : this.names.length - length - this.skipped
    return this.names
      .map((name, depth) => (depth === documentDepth ? `${name}[${this.documents}]` : name))
      .join('/')
  }

  private checkAttributes(attributes: Readonly<Record<string, string>>): void {
    let count = 0
    for (const name in attributes) {
      this.checkLength(attributes[name]!)
      if (++count > this.limits.maxAttributes)
        this.fail('too-many-attributes', `an element has more than ${this.limits.maxAttributes} attributes`)
    }
  }

  checkLength(text: string): void {
    if (text.length > this.limits.maxTextLength)
      this.fail('text-too-long', `a text is longer than ${this.limits.maxTextLength} characters`)
  }

  private countNodes(amount: number): void {
    this.nodes += amount
    const most = this.limits.maxDocumentNodes
    if (this.nodes > most) this.fail('document-too-large', `a document holds more than ${most} elements`)
  }

  private countText(text: string): void {
    this.characters += text.length
    const most = this.limits.maxDocumentNodes * CHARACTERS_PER_NODE
    if (this.characters > most)
      this.fail('document-too-large', `the texts of a document are longer than ${most} characters`)
  }
}

/** The texts of the longest orders of 1C have fewer for each of their elements and attributes. */
const CHARACTERS_PER_NODE = 24
