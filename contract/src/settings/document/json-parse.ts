import { type JSONVisitor, visit } from 'jsonc-parser'
import type { Sentence } from '../../sentence.js'
import { type Expected, explainMistake, type ReadSoFar } from './explain-mistake.js'
import { type JsonNode, JsonSyntaxProblem, lineAndColumn, type Place, toPointer } from './json-node.js'
import { JSON_MESSAGES } from './texts-json.js'
import { applyEdits, type Edit, originalOffsets, typographicEdits } from './typography.js'

/** Brackets in brackets. */
export const MAX_DEPTH = 64

/** An open bracket; `key` and `keyPlace` of the member that is being read. */
interface Open {
  node: JsonNode & { kind: 'object' | 'array' }
  key: string
  keyPlace: Place
}

/** Reads a JSON text, corrected from typography. Throws JsonSyntaxProblem at the first mistake. */
export function parseJson(text: string): { root: JsonNode; edits: Edit[] } {
  const edits = typographicEdits(text)
  const json = applyEdits(text, edits)
  const reader = new Reader(text, json, originalOffsets(edits))
  if (json.trim() === '') reader.fail({ from: 0, to: 0 }, JSON_MESSAGES.emptyText)
  const start = json.search(/\S/)
  if (!'{['.includes(json[start]!)) reader.fail(reader.place(start, 1), JSON_MESSAGES.startExpected)
  visit(json, reader, { disallowComments: true })
  return { root: reader.root!, edits }
}

/** The parser calls its handlers by themselves: so they are arrow functions. */
class Reader implements JSONVisitor {
  root: JsonNode | undefined
  readonly #open: Open[] = []
  readonly #read: ReadSoFar

  constructor(
    readonly text: string,
    readonly json: string,
    readonly originalOffset: (offset: number) => number,
  ) {
    this.#read = { json, expected: 'value', after: JSON_MESSAGES.startExpected, open: undefined }
  }

  place(offset: number, length: number): Place {
    return { from: this.originalOffset(offset), to: this.originalOffset(offset + length) }
  }

  fail(at: Place, sentence: Sentence): never {
    const isTrailing = sentence.code === 'trailingComma'
    const isInKey = this.#read.expected === 'key' && !isTrailing
    const path = this.#open.slice(0, isInKey ? -1 : undefined).reduce((parent, { node, key }, depth) => {
      if (node.kind === 'object')
        return key === '' && node.members.length === 0 ? parent : toPointer(parent, key)
      const isInItem = depth < this.#open.length - 1 || (this.#read.expected === 'value' && !isTrailing)
      return isInItem ? toPointer(parent, node.items.length) : parent
    }, '')
    throw new JsonSyntaxProblem(at, sentence, path)
  }

  onObjectBegin = (offset: number, length: number): void =>
    this.#begin({ kind: 'object', members: [], ...this.place(offset, length) })
  onArrayBegin = (offset: number, length: number): void =>
    this.#begin({ kind: 'array', items: [], ...this.place(offset, length) })
  onObjectEnd = (offset: number, length: number): void => this.#end(offset, length)
  onArrayEnd = (offset: number, length: number): void => this.#end(offset, length)

  onObjectProperty = (key: string, offset: number, length: number): void => {
    Object.assign(this.#open.at(-1)!, { key, keyPlace: this.place(offset, length) })
    this.#read.key = key
    this.#read.last = { from: offset, to: offset + length }
    this.#expect('colon')
  }

  onSeparator = (separator: string): void => {
    if (separator === ':') this.#expect('value', JSON_MESSAGES.colon)
    else this.#expect(this.#open.at(-1)!.node.kind === 'object' ? 'key' : 'value')
  }

  onLiteralValue = (value: string | number | boolean | null, offset: number, length: number): void => {
    this.#read.last = { from: offset, to: offset + length }
    const kind = value === null ? 'null' : (typeof value as 'string')
    this.#take({ kind, value, ...this.place(offset, length) } as JsonNode)
    this.#read.key = this.#open.at(-1)?.key
  }

  onError = (_code: number, offset: number, length: number): never => {
    const { sentence, from, to } = explainMistake(this.#read, { from: offset, to: offset + length })
    const at = this.place(from, to - from)
    const unclosed = this.#open.at(-1)?.node
    if (sentence !== undefined || unclosed === undefined) return this.fail(at, sentence!)
    const { line, column } = lineAndColumn(this.text, unclosed.from)
    this.fail(at, JSON_MESSAGES.bracketOpen(unclosed.kind === 'object' ? '{' : '[', line, column))
  }

  #expect(expected: Expected, after: Sentence = JSON_MESSAGES.comma): void {
    this.#read.expected = expected
    this.#read.after = after
  }

  #begin(node: Open['node']): void {
    if (this.#open.length > MAX_DEPTH) this.fail(node, JSON_MESSAGES.tooDeep(MAX_DEPTH))
    this.#open.push({ node, key: '', keyPlace: node })
    this.#read.open = node
    const isObject = node.kind === 'object'
    this.#expect(isObject ? 'key' : 'value', JSON_MESSAGES.bracket(isObject ? '{' : '['))
  }

  #end(offset: number, length: number): void {
    // The parser also ends a bracket at the end of the text, before it reports that it is not closed.
    if (this.json[offset] !== '}' && this.json[offset] !== ']') return
    const { node } = this.#open.pop()!
    node.to = this.place(offset, length).to
    this.#take(node)
  }

  #take(node: JsonNode): void {
    const parent = this.#open.at(-1)
    if (parent === undefined) this.root = node
    else if (parent.node.kind === 'array') parent.node.items.push(node)
    else parent.node.members.push({ key: parent.key, keyPlace: parent.keyPlace, value: node })
    this.#read.open = parent?.node
    this.#expect(parent === undefined ? 'end' : 'separator')
  }
}
