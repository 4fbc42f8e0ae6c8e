import { type DescribedProblem, describeProblem, type FieldProblem } from '@obmen/contract'
import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import { ORDER_LIMITS } from './order-limits.js'
import { decodeProblem, encodeProblem, orderSchema } from './order-schema.js'

type Issue = z.core.$ZodRawIssue | z.core.$ZodIssue

/** Issues of orderSchema as field problems: one per field, unknown fields with the nearest known name. */
export function fieldProblems(issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  const problems = new Map<string, DescribedProblem>()
  for (const issue of issues) {
    if (problems.size >= ORDER_LIMITS.problems) break
    if (issue.code === 'unrecognized_keys') {
      for (const name of issue.keys.slice(0, ORDER_LIMITS.problems))
        problems.set(
          pointer([...issue.path, name]),
          describeProblem('field-unknown', { name, nearest: nearestField(issue.path, name) }),
        )
    } else {
      const path = pointer(issue.path)
      if (!problems.has(path))
        problems.set(path, path === '' ? describeProblem('not-an-order') : decodeProblem(issue.message))
    }
  }
  return [...problems].slice(0, ORDER_LIMITS.problems).map(([path, problem]) => ({ path, ...problem }))
}

/** Messages of issues for which orderSchema has none itself; pass it to safeParse as the error map. */
export function issueMessage(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return encodeProblem('field-required')
      if (issue.input === null) return encodeProblem('field-null')
      // JSON numbers are floats in most languages, so money is text.
      if (issue.expected === 'string' && typeof issue.input === 'number')
        return encodeProblem('number-as-text', { given: String(issue.input) })
      return encodeProblem('field-type', { expected: String(issue.expected) })
    case 'invalid_value':
      return missing(issue) ?? encodeProblem('field-one-of', { values: (issue.values ?? []).map(String) })
    case 'invalid_union':
      return missing(issue) ?? encodeProblem('field-one-of', { values: CUSTOMER_KINDS })
    case 'invalid_key':
      return issue.issues?.[0]?.message ?? encodeProblem('value-unfit')
    default:
      return encodeProblem('value-unfit')
  }
}

const CUSTOMER_KINDS = ['person', 'organization', 'entrepreneur']

function missing(issue: Issue): string | undefined {
  return issue.input === undefined ? encodeProblem('field-required') : undefined
}

/** `/lines/2/vat`, RFC 6901. */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function nearestField(path: readonly PropertyKey[], name: string): string | undefined {
  const known = knownFields(orderSchema, path)
  const typed = name.slice(0, ORDER_LIMITS.word).toLowerCase()
  // Relative to the length, so that `qty` is nearer to `quantity` than to `id`.
  const unlike = (field: string): number =>
    distance(typed, field.toLowerCase()) / Math.max(typed.length, field.length)
  return known.reduce<string | undefined>(
    (nearest, field) => (nearest === undefined || unlike(field) < unlike(nearest) ? field : nearest),
    undefined,
  )
}

/** Names of the fields that the schema has at `path`. */
function knownFields(schema: unknown, path: readonly PropertyKey[]): string[] {
  const def = (schema as z.core.$ZodType)._zod.def as unknown as Record<string, unknown> & { type: string }
  if (def.type === 'optional') return knownFields(def.innerType, path)
  if (def.type === 'union')
    return [...new Set((def.options as unknown[]).flatMap(option => knownFields(option, path)))]
  if (def.type === 'array') return knownFields(def.element, path.slice(1))
  if (def.type !== 'object') return []
  const shape = def.shape as Record<string, unknown>
  const [first, ...rest] = path
  return first === undefined ? Object.keys(shape) : knownFields(shape[String(first)], rest)
}
