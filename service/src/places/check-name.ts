import { type FieldProblem, isPrintable } from '@obmen/contract'
import { MAX_NAME_LENGTH } from './locations/location.js'
import { TEXTS } from './texts.js'

/** The trimmed name; what is wrong with it is added to `problems`. */
export function checkName(name: string, path: string, problems: FieldProblem[]): string {
  const trimmed = name.trim()
  if (trimmed === '') problems.push({ path, message: TEXTS.nameEmpty })
  if (!isPrintable(trimmed)) problems.push({ path, message: TEXTS.unprintable })
  const length = [...trimmed].length
  if (length > MAX_NAME_LENGTH) problems.push({ path, message: TEXTS.nameTooLong(MAX_NAME_LENGTH, length) })
  return trimmed
}
