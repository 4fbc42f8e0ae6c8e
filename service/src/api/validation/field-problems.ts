import type { FieldProblem } from '@obmen/contract'
import type { z } from 'zod'
import { FIELD_TEXTS } from './texts-fields.js'

type Issue = z.core.$ZodIssue

/** zod's issues, each as a JSON pointer and a Russian sentence; of a union, the alternative that matched furthest. */
export function fieldProblems(issues: readonly Issue[], root = ''): FieldProblem[] {
  return issues.flatMap(issue => {
    const path = root + pointer(issue.path)
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key => ({ path: `${path}/${escaped(key)}`, message: FIELD_TEXTS.unknown(key) }))
    }
    if (issue.code === 'invalid_union') {
      const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0]
      return best ? fieldProblems(best, path) : [{ path, message: FIELD_TEXTS.wrong }]
    }
    return [{ path, message: sentence(issue) }]
  })
}

function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? FIELD_TEXTS.missing : FIELD_TEXTS.type(issue.expected)
    case 'too_small':
      return issue.origin === 'string'
        ? FIELD_TEXTS.short(Number(issue.minimum))
        : FIELD_TEXTS.small(Number(issue.minimum))
    case 'too_big':
      return issue.origin === 'string'
        ? FIELD_TEXTS.long(Number(issue.maximum))
        : FIELD_TEXTS.big(Number(issue.maximum))
    case 'invalid_value':
      return FIELD_TEXTS.oneOf(issue.values.map(String))
    case 'invalid_format':
      return FIELD_TEXTS.format(issue.format)
    default:
      return FIELD_TEXTS.wrong
  }
}

const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(issue => issue.path.length))
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
const pointer = (path: readonly PropertyKey[]): string => path.map(key => `/${escaped(String(key))}`).join('')
