import { type FieldProblem, isPrintable, tellProblem } from '@obmen/contract'
import { MAX_NAME_LENGTH } from './locations/location.js'

/** The trimmed name; what is wrong with it is added to `problems`. */
export function checkName(name: string, path: string, problems: FieldProblem[]): string {
  const trimmed = name.trim()
  if (trimmed === '') problems.push({ path, ...tellProblem('name-empty') })
  if (!isPrintable(trimmed)) problems.push({ path, ...tellProblem('unprintable') })
  const length = [...trimmed].length
  if (length > MAX_NAME_LENGTH)
    problems.push({ path, ...tellProblem('name-too-long', { max: MAX_NAME_LENGTH, length }) })
  return trimmed
}
