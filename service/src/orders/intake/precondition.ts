import { type DescribedProblem, describeProblem } from '@obmen/contract'
import { isMet, type Precondition } from '../../db/precondition.js'
import { AppError } from '../../errors/app-error.js'

/** AppError `revision-mismatch` unless the order's `present` revision (undefined: no such order) meets the precondition. */
export function preconditionError(
  precondition: Precondition | undefined,
  id: string,
  present: number | undefined,
): AppError | undefined {
  if (precondition === undefined || isMet(precondition, present)) return undefined
  return new AppError('revision-mismatch', explain(precondition, id, present))
}

function explain(precondition: Precondition, id: string, present: number | undefined): DescribedProblem {
  if (precondition === 'absent') return describeProblem('order-there-already', { id, present: present! })
  if (precondition === 'exists') return describeProblem('order-missing', { id })
  const wanted = precondition.version
  return present === undefined
    ? describeProblem('order-revision-missing', { id, wanted })
    : describeProblem('order-revision-other', { id, wanted, present })
}
