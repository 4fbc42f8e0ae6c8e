import { badFilter, noField } from '../errors.js'
import type { EntitySet, Row } from '../sets.js'
import { compare, type Operand, truth } from './compare.js'
import { callFunction } from './functions.js'
import { type Token, tokensOf } from './tokens.js'

/** The condition of a `$filter` on the rows of a set. Throws what 1C answers for one that it can't read. */
export function parseFilter(filter: string, set: EntitySet): (row: Row) => boolean {
  const parser = new Parser(tokensOf(filter), set)
  const condition = truth(parser.disjunction())
  parser.end()
  return condition
}

const COMPARISONS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le']

/** By descent: or, and, not, comparison, value. Sums and products are not played. */
class Parser {
  #at = 0

  constructor(
    readonly tokens: readonly Token[],
    readonly set: EntitySet,
  ) {}

  disjunction(): Operand {
    let left = this.#conjunction()
    while (this.#takesWord('or')) {
      const [a, b] = [truth(left), truth(this.#conjunction())]
      left = { type: 'boolean', value: row => a(row) || b(row) }
    }
    return left
  }

  end(): void {
    if (this.#at < this.tokens.length) throw badFilter(this.tokens[this.#at]!.text)
  }

  #conjunction(): Operand {
    let left = this.#negation()
    while (this.#takesWord('and')) {
      const [a, b] = [truth(left), truth(this.#negation())]
      left = { type: 'boolean', value: row => a(row) && b(row) }
    }
    return left
  }

  #negation(): Operand {
    if (!this.#takesWord('not')) return this.#comparison()
    const negated = truth(this.#negation())
    return { type: 'boolean', value: row => !negated(row) }
  }

  #comparison(): Operand {
    const left = this.#value()
    const operator = COMPARISONS.find(word => this.#takesWord(word))
    if (operator === undefined) return left
    return compare(operator, left, this.#value())
  }

  #value(): Operand {
    const token = this.tokens[this.#at++]
    if (token === undefined) throw badFilter('end')
    const { kind, text } = token
    if (kind === '(') {
      const inner = this.disjunction()
      this.#expect(')')
      return inner
    }
    if (kind === 'number') return { type: 'number', value: () => Number(text) }
    if (kind === 'guid' || kind === 'date' || kind === 'text')
      return { type: kind, value: () => text, literal: text }
    if (kind !== 'name') throw badFilter(text)
    if (this.tokens[this.#at]?.kind === '(') return callFunction(text, this.#arguments())
    if (text === 'true' || text === 'false') return { type: 'boolean', value: () => text === 'true' }
    return this.#field(text)
  }

  #field(name: string): Operand {
    const type = this.set.fields[name]
    if (type === undefined) throw noField(name)
    if (type === 'table') throw badFilter(name)
    if (type === 'int64') return { type: 'number', value: row => Number(row[name]) }
    if (type !== 'composite') return { type, value: row => row[name] }
    return { type, value: row => `${row[`${name}_Type`]}|${row[name]}` }
  }

  #arguments(): Operand[] {
    this.#expect('(')
    const given = [this.disjunction()]
    while (this.tokens[this.#at]?.kind === ',') {
      this.#at++
      given.push(this.disjunction())
    }
    this.#expect(')')
    return given
  }

  #takesWord(word: string): boolean {
    const token = this.tokens[this.#at]
    if (token?.kind !== 'name' || token.text !== word) return false
    this.#at++
    return true
  }

  #expect(kind: Token['kind']): void {
    if (this.tokens[this.#at++]?.kind !== kind) throw badFilter(kind)
  }
}
