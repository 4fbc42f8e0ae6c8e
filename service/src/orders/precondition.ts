import { AppError } from '../errors.js'
import { TEXTS } from './texts.js'

/** If-Match: "3" → `{ revision: 3 }`; If-Match: * → `exists`; If-None-Match: * → `absent`. */
export type Precondition = { revision: number } | 'exists' | 'absent'

/** AppError `revision-mismatch` when the order, at `present` revision (undefined = there is none), does not fulfil it. */
export function unmet(
  precondition: Precondition | undefined,
  id: string,
  present: number | undefined,
): AppError | undefined {
  const text = problemWith(precondition, id, present)
  return text === undefined ? undefined : new AppError('revision-mismatch', text)
}

function problemWith(
  precondition: Precondition | undefined,
  id: string,
  present: number | undefined,
): string | undefined {
  if (precondition === undefined) return undefined
  if (precondition === 'absent') return present === undefined ? undefined : TEXTS.alreadyThere(id, present)
  if (precondition === 'exists') return present === undefined ? TEXTS.notThere(id) : undefined
  const { revision } = precondition
  if (revision === present) return undefined
  return present === undefined ? TEXTS.noRevision(id, revision) : TEXTS.otherRevision(id, revision, present)
}
