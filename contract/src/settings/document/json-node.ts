import type { Sentence } from '../../sentence.js'

/** A value of a JSON text with its place. */
export type JsonNode = Place &
  (
    | { kind: 'object'; members: JsonMember[] }
    | { kind: 'array'; items: JsonNode[] }
    | { kind: 'string'; value: string }
    | { kind: 'number'; value: number }
    | { kind: 'boolean'; value: boolean }
    | { kind: 'null' }
  )

/** Offsets in UTF-16 units of the original text. */
export interface Place {
  from: number
  to: number
}

export interface JsonMember {
  key: string
  keyPlace: Place
  value: JsonNode
}

/** Where a text stops being JSON. To be worded without position and final period. */
export class JsonSyntaxProblem extends Error {
  readonly from: number
  readonly to: number
  readonly sentence: Sentence
  /** JSON pointer of the value that was being read. */
  readonly path: string

  constructor({ from, to }: Place, sentence: Sentence, path = '') {
    super(sentence.code)
    this.name = 'JsonSyntaxProblem'
    this.from = from
    this.to = to
    this.sentence = sentence
    this.path = path
  }
}

export function toPointer(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** Line and column from 1; lines end with LF, CRLF or CR, columns are characters without a BOM. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/)
  return { line: before.length, column: [...before.at(-1)!.replaceAll('\uFEFF', '')].length + 1 }
}
