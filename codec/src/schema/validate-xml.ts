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
  const problems: ValidationProblem[] = []
  const frames: Frame[] = []
  const parser = new SaxesParser({ xmlns: false, position: true })

  function report(code: ValidationProblem['code'], message: string): void {
    const path = frames.map(frame => frame.name).join('/')
    problems.push({ code, message, path, line: parser.line, column: parser.column })
  }

  parser.on('opentag', tag => {
    const parent = frames.at(-1)
    parent?.children.push(tag.name)
    const rule = parent === undefined ? rootRule(tag.name) : childRule(parent.rule, tag.name, version)
    frames.push({ name: tag.name, rule, children: [], text: '' })
    if (parent === undefined && rule === undefined)
      report('unexpected', `${tag.name} is no root of CommerceML`)
    if (rule !== undefined) checkAttributes(rule, tag.attributes)
  })
  parser.on('text', text => {
    const frame = frames.at(-1)
    if (frame !== undefined) frame.text += text
  })
  parser.on('closetag', () => {
    const frame = frames.at(-1)!
    if (frame.rule !== undefined) checkContent(frame, frame.rule)
    frames.pop()
  })
  parser.on('error', error => {
    report('malformed', error.message)
    throw error
  })

  function checkAttributes(rule: ElementRule, attributes: Record<string, string>): void {
    const rules = (rule.attributes ?? []).filter(({ since = '2.05' }) => version >= since)
    for (const [name, value] of Object.entries(attributes)) {
      const found = rules.find(attribute => attribute.name === name)
      if (name.startsWith('xmlns')) report('malformed', 'a namespace: 1C would switch to typed reading')
      else if (found === undefined) report('unexpected', `no attribute ${name} here in ${version}`)
      else checkValue(`attribute ${name}`, found, value)
    }
    for (const { name, required } of rules) {
      if (required && !(name in attributes)) report('missing', `attribute ${name} is required`)
    }
    const declared = attributes[ELEMENTS.schemaVersion]
    if (declared !== undefined && declared !== version)
      report('bad-value', `the file calls itself ${declared}`)
  }

  function checkValue(what: string, { type }: Pick<AttributeRule, 'type'>, value: string): void {
    if (value.trim() === '') report('empty', `${what} is empty`)
    else if (!type.accepts(value, version)) report('bad-value', `${what} must be ${type.expects(version)}`)
  }

  function checkContent(frame: Frame, rule: ElementRule): void {
    if (typeof rule.content !== 'function') {
      if (frame.children.length > 0) report('unexpected', `no elements belong into ${frame.name}`)
      checkValue(frame.name, { type: rule.content }, frame.text)
      return
    }
    if (frame.text.trim() !== '') report('unexpected', `no text belongs into ${frame.name}`)
    if (frame.children.length === 0 && frame.name !== ELEMENTS.root) report('empty', `${frame.name} is empty`)
    const particles = rule.content()
    const read = matchSequence(particles, frame.children, 0)
    const left = frame.children[read]
    if (left === undefined) return
    const known = childRule(rule, left, version) !== undefined
    report('unexpected', known ? `${left} is out of place or repeated` : `no ${left} here in ${version}`)
  }

  /** How many children the particles match, from the given one on. */
  function matchSequence(particles: readonly Particle[], children: readonly string[], from: number): number {
    let next = from
    for (const particle of particles) {
      if ('choice' in particle) {
        const chosen = particle.choice.find(([first]) => first !== undefined && first.name === children[next])
        if (chosen === undefined) {
          report('missing', `one of ${particle.choice.map(([first]) => first?.name).join(', ')} is required`)
        } else next = matchSequence(chosen, children, next)
      } else if (isIn(particle, version)) {
        let count = 0
        while (children[next] === particle.name && count < particle.max) {
          next++
          count++
        }
        // One that stands elsewhere is not missing: it is reported as left over at the end.
        const missing = count < particle.min && !children.includes(particle.name)
        if (missing) report('missing', `${particle.name} is required`)
      }
    }
    return next
  }

  try {
    parser.write(xml).close()
  } catch (error) {
    if (problems.at(-1)?.code !== 'malformed') throw error
  }
  return problems
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
