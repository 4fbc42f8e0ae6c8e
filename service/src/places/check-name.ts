import { describeProblem, type FieldProblem, isPrintable } from '@obmen/contract'
import { MAX_NAME_LENGTH } from './locations/location.js'

/** Returns the trimmed name and adds its problems to `problems`. */
export function checkName(name: string, path: string, problems: FieldProblem[]): string {
  const trimmed = name.trim()
  if (trimmed === '') problems.push({ path, ...describeProblem('name-empty') })
  if (!isPrintable(trimmed)) problems.push({ path, ...describeProblem('unprintable') })
  const length = [...trimmed].length
  if (length > MAX_NAME_LENGTH)
    problems.push({ path, ...describeProblem('name-too-long', { max: MAX_NAME_LENGTH, length }) })
  return trimmed
}
