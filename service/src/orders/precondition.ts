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
  if (precondition === undefined) return undefined
  const fulfilled =
    precondition === 'absent'
      ? present === undefined
      : precondition === 'exists'
        ? present !== undefined
        : precondition.revision === present
  if (fulfilled) return undefined
  const wanted =
    precondition === 'absent'
      ? TEXTS.wantedAbsence
      : precondition === 'exists'
        ? TEXTS.wantedPresence
        : TEXTS.wantedRevision(precondition.revision)
  return new AppError('revision-mismatch', TEXTS.revisionMismatch(id, wanted, present))
}
