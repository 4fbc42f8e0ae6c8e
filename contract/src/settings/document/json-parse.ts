import { visit } from 'jsonc-parser'
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
  const originalOffset = originalOffsets(edits)
  const open: Open[] = []
  const read: ReadSoFar = { json, expected: 'value', after: JSON_MESSAGES.startExpected, open: undefined }
  let root: JsonNode | undefined

  const place = (offset: number, length: number): Place => ({
    from: originalOffset(offset),
    to: originalOffset(offset + length),
  })
  const fail = (at: Place, sentence: Sentence): never => {
    const known =
      sentence.code === 'trailingComma' ? open : open.slice(0, read.expected === 'key' ? -1 : undefined)
    const path = known.reduce((parent, { node, key }, depth) => {
      if (node.kind === 'object')
        return key === '' && node.members.length === 0 ? parent : toPointer(parent, key)
      const isInItem =
        depth < open.length - 1 || (read.expected === 'value' && sentence.code !== 'trailingComma')
      return isInItem ? toPointer(parent, node.items.length) : parent
    }, '')
    throw new JsonSyntaxProblem(at, sentence, path)
  }
  const expect = (expected: Expected, after: Sentence = JSON_MESSAGES.comma): void => {
    read.expected = expected
    read.after = after
  }
  const take = (node: JsonNode): void => {
    const parent = open.at(-1)
    if (parent === undefined) root = node
    else if (parent.node.kind === 'array') parent.node.items.push(node)
    else parent.node.members.push({ key: parent.key, keyPlace: parent.keyPlace, value: node })
    read.open = parent?.node
    expect(parent === undefined ? 'end' : 'separator')
  }
  const begin = (node: Open['node']): void => {
    if (open.length > MAX_DEPTH) fail(node, JSON_MESSAGES.tooDeep(MAX_DEPTH))
    open.push({ node, key: '', keyPlace: node })
    read.open = node
    const isObject = node.kind === 'object'
    expect(isObject ? 'key' : 'value', JSON_MESSAGES.bracket(isObject ? '{' : '['))
  }
  const close = (offset: number, length: number): void => {
    // The parser also ends a bracket at the end of the text, before it reports that it is not closed.
    if (json[offset] !== '}' && json[offset] !== ']') return
    const { node } = open.pop()!
    node.to = place(offset, length).to
    take(node)
  }

  if (json.trim() === '') fail({ from: 0, to: 0 }, JSON_MESSAGES.emptyText)
  const start = json.search(/\S/)
  if (!'{['.includes(json[start]!)) fail(place(start, 1), JSON_MESSAGES.startExpected)
  visit(
    json,
    {
      onObjectBegin: (offset, length) => begin({ kind: 'object', members: [], ...place(offset, length) }),
      onArrayBegin: (offset, length) => begin({ kind: 'array', items: [], ...place(offset, length) }),
      onObjectEnd: close,
      onArrayEnd: close,
      onObjectProperty(key, offset, length) {
        Object.assign(open.at(-1)!, { key, keyPlace: place(offset, length) })
        read.key = key
        read.last = { from: offset, to: offset + length }
        expect('colon')
      },
      onSeparator(separator) {
        const isColon = separator === ':'
        if (isColon) expect('value', JSON_MESSAGES.colon)
        else expect(open.at(-1)!.node.kind === 'object' ? 'key' : 'value')
      },
      onLiteralValue(value: string | number | boolean | null, offset, length) {
        read.last = { from: offset, to: offset + length }
        const kind = value === null ? 'null' : (typeof value as 'string')
        take({ kind, value, ...place(offset, length) } as JsonNode)
        read.key = open.at(-1)?.key
      },
      onError(_code, offset, length) {
        const { sentence, from, to } = explainMistake(read, { from: offset, to: offset + length })
        const unclosed = open.at(-1)?.node
        if (sentence !== undefined || unclosed === undefined) return fail(place(from, to - from), sentence!)
        const { line, column } = lineAndColumn(text, unclosed.from)
        const bracket = unclosed.kind === 'object' ? '{' : '['
        fail(place(from, to - from), JSON_MESSAGES.bracketOpen(bracket, line, column))
      },
    },
    { disallowComments: true },
  )
  return { root: root!, edits }
}
