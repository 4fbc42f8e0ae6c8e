import { describeProblem } from '@obmen/contract'
import type { Queryable } from '../db/database.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../db/scope.js'
import { isUuid } from '../db/values/uuid.js'
import { AppError } from '../errors/app-error.js'
import { type Integration, type IntegrationRow, SELECT_INTEGRATIONS, toIntegration } from './integration.js'

/** Throws AppError `not-found`, also for an integration outside the scope and for a malformed id. */
export async function getIntegration(
  db: Queryable,
  scope: Scope,
  integrationId: string,
): Promise<Integration> {
  const { rows } = isUuid(integrationId)
    ? await db.query<IntegrationRow>(
        `${SELECT_INTEGRATIONS} where i.location_id = $1 and i.id = $2 and ${companySeenSql('i.company_id', '$3')}`,
        [locationIn(scope), integrationId, companiesIn(scope)],
      )
    : { rows: [] }
  if (!rows[0]) throw new AppError('not-found', describeProblem('integration-not-found'))
  return toIntegration(rows[0])
}
