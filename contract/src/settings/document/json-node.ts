import type { Sentence } from '../../sentence.js'
/** A value of a JSON text with its position: `from` and `to` count UTF-16 units of the original text. */
export type JsonNode = Place &
  (
    | { kind: 'object'; members: JsonMember[] }
    | { kind: 'array'; items: JsonNode[] }
    | { kind: 'string'; value: string }
    | { kind: 'number'; value: number }
    | { kind: 'boolean'; value: boolean }
    | { kind: 'null' }
  )

export interface Place {
  from: number
  to: number
}

export interface JsonMember {
  key: string
  keyPlace: Place
  value: JsonNode
}

/** A correction that makes the text valid JSON. */
export interface Edit extends Place {
  text: string
  kind: 'quotes' | 'escape' | 'space' | 'bom' | 'semicolon'
  /** The pair of quotes that was replaced, `«»`. */
  pair?: string
}

/** Where a text stops being JSON. To be worded without position and final period. */
export class JsonSyntaxProblem extends Error {
  readonly from: number
  readonly to: number
  readonly sentence: Sentence
  /** JSON pointer of the value that was being read. */
  path = ''

  constructor(place: Place, sentence: Sentence) {
    super(sentence.code)
    this.name = 'JsonSyntaxProblem'
    this.from = place.from
    this.to = place.to
    this.sentence = sentence
  }
}

/** The plain value, as JSON.parse would return it (for a repeated key, the last). */
export function toValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(member => [member.key, toValue(member.value)]))
    case 'array':
      return node.items.map(toValue)
    case 'null':
      return null
    default:
      return node.value
  }
}

export function toPointer(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}
