import { type DescribedProblem, describeProblem, type FieldProblem } from '@obmen/contract'
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** More help nobody, and a body of 16 MB has a million of them. */
export const MAX_PROBLEMS = 100

/** zod's first issues as field problems; for a union, those of the alternative that matched furthest. */
export function fieldProblems(issues: readonly Issue[], root = ''): FieldProblem[] {
  const problems = issues.slice(0, MAX_PROBLEMS).flatMap(issue => {
    const path = root + pointer(issue.path)
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, MAX_PROBLEMS).map(key => ({
        path: `${path}/${escaped(key)}`,
        ...describeProblem('parameter-unknown', { key }),
      }))
    }
    if (issue.code === 'invalid_union') {
      const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0]
      return best ? fieldProblems(best, path) : [{ path, ...describeProblem('parameter-wrong') }]
    }
    return [{ path, ...problemOf(issue) }]
  })
  return problems.slice(0, MAX_PROBLEMS)
}

function problemOf(issue: Issue): DescribedProblem {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? describeProblem('parameter-missing')
        : describeProblem('parameter-type', { expected: issue.expected })
    case 'too_small':
      return issue.origin === 'string'
        ? describeProblem('parameter-short', { min: Number(issue.minimum) })
        : describeProblem('parameter-small', { min: Number(issue.minimum) })
    case 'too_big':
      return issue.origin === 'string'
        ? describeProblem('parameter-long', { max: Number(issue.maximum) })
        : describeProblem('parameter-big', { max: Number(issue.maximum) })
    case 'invalid_value':
      return describeProblem('parameter-one-of', { values: issue.values.map(String) })
    case 'invalid_format':
      return describeProblem('parameter-format', { format: issue.format })
    default:
      return describeProblem('parameter-wrong')
  }
}

const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(issue => issue.path.length))
export const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
const pointer = (path: readonly PropertyKey[]): string => path.map(key => `/${escaped(String(key))}`).join('')
