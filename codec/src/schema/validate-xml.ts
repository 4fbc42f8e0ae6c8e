import { SaxesParser } from 'saxes'
import { ELEMENTS } from '../model/names.js'
import type { SchemaVersion } from '../model/parts.js'
import { type AttributeRule, DOCUMENT_RULE, type ElementRule, type Particle, ROOT_RULE } from './versions.js'

/** A deviation from what a schema version allows. */
export interface ValidationProblem {
  /** `malformed`: no XML, or a namespace; `unexpected`: unknown here, misplaced, or too often. */
  code: 'malformed' | 'missing' | 'unexpected' | 'empty' | 'bad-value'
  message: string
  /** Names of the open elements, joined by `/`. */
  path: string
  line: number
  column: number
}

interface Frame {
  name: string
  /** Undefined inside an unexpected element. */
  rule: ElementRule | undefined
  children: string[]
  text: string
}

/**
 * Checks a whole file or a lone `Документ` against the rules of a version: set, order and number of elements,
 * attributes, lengths, word lists, forms of numbers and dates. Stricter than the schemas in that an empty
 * element is a problem in every version. Knows what `writeDocument` can write; other parts of CommerceML are
 * unexpected to it.
 *
 * @returns nothing found = valid
 *
 * @example
 * expect(validateXml(writeDocument(document, { schemaVersion: '2.05' }), '2.05')).toEqual([])
 */
export function validateXml(xml: string, version: SchemaVersion): ValidationProblem[] {
  const validation = new Validation(version)
  validation.run(xml)
  return validation.problems
}

class Validation {
  readonly problems: ValidationProblem[] = []
  readonly #frames: Frame[] = []
  readonly #parser = new SaxesParser({ xmlns: false, position: true })

  constructor(readonly version: SchemaVersion) {}

  run(xml: string): void {
    const parser = this.#parser
    parser.on('opentag', tag => this.#open(tag.name, tag.attributes))
    parser.on('text', text => {
      const frame = this.#frames.at(-1)
      if (frame !== undefined) frame.text += text
    })
    parser.on('closetag', () => {
      const frame = this.#frames.at(-1)!
      if (frame.rule !== undefined) this.#checkContent(frame, frame.rule)
      this.#frames.pop()
    })
    parser.on('error', error => {
      this.#report('malformed', error.message)
      throw error
    })
    try {
      parser.write(xml).close()
    } catch (error) {
      if (this.problems.at(-1)?.code !== 'malformed') throw error
    }
  }

  #report(code: ValidationProblem['code'], message: string): void {
    const path = this.#frames.map(frame => frame.name).join('/')
    this.problems.push({ code, message, path, line: this.#parser.line, column: this.#parser.column })
  }

  #open(name: string, attributes: Record<string, string>): void {
    const parent = this.#frames.at(-1)
    parent?.children.push(name)
    const rule = parent === undefined ? rootRule(name) : childRule(parent.rule, name, this.version)
    this.#frames.push({ name, rule, children: [], text: '' })
    if (parent === undefined && rule === undefined)
      this.#report('unexpected', `${name} is no root of CommerceML`)
    if (rule !== undefined) this.#checkAttributes(rule, attributes)
  }

  #checkAttributes(rule: ElementRule, attributes: Record<string, string>): void {
    const { version } = this
    const rules = (rule.attributes ?? []).filter(({ since = '2.05' }) => version >= since)
    for (const [name, value] of Object.entries(attributes)) {
      const found = rules.find(attribute => attribute.name === name)
      if (name.startsWith('xmlns')) this.#report('malformed', 'a namespace: 1C would switch to typed reading')
      else if (found === undefined) this.#report('unexpected', `no attribute ${name} here in ${version}`)
      else this.#checkValue(`attribute ${name}`, found, value)
    }
    for (const { name, required } of rules) {
      if (required && !(name in attributes)) this.#report('missing', `attribute ${name} is required`)
    }
    const declared = attributes[ELEMENTS.schemaVersion]
    if (declared !== undefined && declared !== version)
      this.#report('bad-value', `the file calls itself ${declared}`)
  }

  #checkValue(what: string, { type }: Pick<AttributeRule, 'type'>, value: string): void {
    const { version } = this
    if (value.trim() === '') this.#report('empty', `${what} is empty`)
    else if (!type.accepts(value, version))
      this.#report('bad-value', `${what} must be ${type.expects(version)}`)
  }

  #checkContent({ name, children, text }: Frame, rule: ElementRule): void {
    if (typeof rule.content !== 'function') {
      if (children.length > 0) this.#report('unexpected', `no elements belong into ${name}`)
      this.#checkValue(name, { type: rule.content }, text)
      return
    }
    if (text.trim() !== '') this.#report('unexpected', `no text belongs into ${name}`)
    if (children.length === 0 && name !== ELEMENTS.root) this.#report('empty', `${name} is empty`)
    const left = children[this.#matchSequence(rule.content(), children, 0)]
    if (left === undefined) return
    const known = childRule(rule, left, this.version) !== undefined
    const what = known ? `${left} is out of place or repeated` : `no ${left} here in ${this.version}`
    this.#report('unexpected', what)
  }

  /** How many children the particles match, from the given one on. */
  #matchSequence(particles: readonly Particle[], children: readonly string[], from: number): number {
    let next = from
    for (const particle of particles) {
      if ('choice' in particle) {
        const chosen = particle.choice.find(([first]) => first !== undefined && first.name === children[next])
        const names = particle.choice.map(([first]) => first?.name).join(', ')
        if (chosen === undefined) this.#report('missing', `one of ${names} is required`)
        else next = this.#matchSequence(chosen, children, next)
      } else if (isIn(particle, this.version)) {
        const first = next
        while (children[next] === particle.name && next - first < particle.max) next++
        // One that stands elsewhere is not missing: it is reported as left over at the end.
        const missing = next - first < particle.min && !children.includes(particle.name)
        if (missing) this.#report('missing', `${particle.name} is required`)
      }
    }
    return next
  }
}

function rootRule(name: string): ElementRule | undefined {
  return [ROOT_RULE, DOCUMENT_RULE].find(rule => rule.name === name)
}

function childRule(
  parent: ElementRule | undefined,
  name: string,
  version: SchemaVersion,
): ElementRule | undefined {
  if (parent === undefined || typeof parent.content !== 'function') return undefined
  return parent
    .content()
    .flatMap(particle => ('choice' in particle ? particle.choice.flat() : [particle]))
    .find(rule => rule.name === name && isIn(rule, version))
}

function isIn({ since = '2.05', until = '2.10' }: ElementRule, version: SchemaVersion): boolean {
  return version >= since && version <= until
}
