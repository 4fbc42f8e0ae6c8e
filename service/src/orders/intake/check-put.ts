import { describeProblem } from '@obmen/contract'
import { AppError } from '../../errors/app-error.js'
import { platformNumber } from '../numbering/document-number.js'
import { platformNumberProblem } from '../numbering/platform-number-problem.js'
import type { SaveContext, SaveContextCompany } from './load-save-context.js'
import type { StoredOrder } from './load-stored.js'
import { preconditionError } from './precondition.js'
import { invalidOrder } from './read/read-order.js'
import type { IncomingOrder } from './save-types.js'

/**
 * The order's company, or why the order is refused. An archived company gets no new orders; changes of its
 * old ones are still saved, since its 1C has them.
 */
export function checkPut(
  { order, precondition }: IncomingOrder,
  before: StoredOrder | undefined,
  context: SaveContext,
): SaveContextCompany | AppError {
  const { id, companyId } = order
  const refusal = preconditionError(precondition, id, before?.revision)
  if (refusal) return refusal
  if (before && before.companyId !== companyId)
    return new AppError('company-fixed', describeProblem('order-company-fixed', { id }))
  const company = context.companies.get(companyId)
  if (!company)
    return new AppError('unknown-company', describeProblem('order-company-unknown', { id: companyId }))
  if (company.archived && !before)
    return new AppError('unknown-company', describeProblem('order-company-archived', { name: company.name }))
  // The number was accepted when the order was new, so its changes must be, too.
  if (before && platformNumber(before) === platformNumber(order)) return company
  const problem = platformNumberProblem(order, company.integrations)
  return problem ? invalidOrder([problem]) : company
}
