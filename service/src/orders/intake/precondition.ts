import { isMet, type Precondition } from '../../db/precondition.js'
import { AppError } from '../../errors/app-error.js'
import { TEXTS } from '../texts.js'

/** AppError `revision-mismatch` unless the order's `present` revision (undefined = no such order) meets it. */
export function preconditionError(
  precondition: Precondition | undefined,
  id: string,
  present: number | undefined,
): AppError | undefined {
  if (precondition === undefined || isMet(precondition, present)) return undefined
  return new AppError('revision-mismatch', explain(precondition, id, present))
}

function explain(precondition: Precondition, id: string, present: number | undefined): string {
  if (precondition === 'absent') return TEXTS.alreadyThere(id, present!)
  if (precondition === 'exists') return TEXTS.notThere(id)
  const { version } = precondition
  return present === undefined ? TEXTS.noRevision(id, version) : TEXTS.otherRevision(id, version, present)
}
