import { AppError } from '../../errors/app-error.js'
import { platformNumber } from '../numbering/document-number.js'
import { platformNumberProblem } from '../numbering/platform-number-problem.js'
import { TEXTS } from '../texts.js'
import type { SaveContext, SaveContextCompany } from './load-save-context.js'
import type { StoredOrder } from './load-stored.js'
import { preconditionError } from './precondition.js'
import { invalid } from './read/read-order.js'
import type { IncomingOrder } from './save-types.js'

/**
 * The company that the order belongs to, or why it may not come in. An archived company takes no new orders; what becomes of its
 * old ones is still noted, for its 1C has them.
 */
export function checkPut(
  { order, precondition }: IncomingOrder,
  before: StoredOrder | undefined,
  ground: SaveContext,
): SaveContextCompany | AppError {
  const { id, companyId } = order
  const refusal = preconditionError(precondition, id, before?.revision)
  if (refusal) return refusal
  if (before && before.companyId !== companyId) return new AppError('company-fixed', TEXTS.companyFixed(id))
  const company = ground.companies.get(companyId)
  if (!company) return new AppError('unknown-company', TEXTS.unknownCompany(companyId))
  if (company.archived && !before) return new AppError('unknown-company', TEXTS.archivedCompany(company.name))
  // Under a number that 1C could not find it goes there by another one; what becomes of it must get through.
  if (before && platformNumber(before) === platformNumber(order)) return company
  const problem = platformNumberProblem(order, company.integrations)
  return problem ? invalid([problem]) : company
}
