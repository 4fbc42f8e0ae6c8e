import {
  changesQuerySchema,
  type IntegrationChange,
  integrationChangePageSchema,
  uuidSchema,
} from '@obmen/contract/rest'
import { z } from 'zod'
import { type IntegrationChange as ChangeRow, listChanges } from '../../../integrations/changes.js'
import { getIntegration } from '../../../integrations/integration.js'
import { locationOf } from '../../access.js'
import type { Api } from '../../deps.js'
import { operations } from '../../operation.js'
import { dated, presentPage } from '../../presenters/dated.js'

const params = z.object({ id: uuidSchema })

/** Who changed an integration, when and what. */
export function integrationChangeRoutes(scope: Api): void {
  const api = operations(scope, 'Integrations')
  api.get('/integrations/:id/changes', {
    access: 'integrations:read',
    summary: 'History of an integration',
    description: 'Who created it and changed its name, settings, pause or password; the newest first.',
    params,
    query: changesQuerySchema,
    response: { 200: integrationChangePageSchema },
    handle: async request => {
      const { key } = await getIntegration(request.db, locationOf(request), request.params.id)
      return presentPage(await listChanges(request.db, key, request.query), presentChange)
    },
  })
}

function presentChange(row: ChangeRow): IntegrationChange {
  return { ...dated(row), before: parts(row.before), after: parts(row.after) }
}

function parts(changed: ChangeRow['before']): IntegrationChange['before'] {
  if (changed === null) return null
  const { settings, ...rest } = changed
  return settings === undefined ? rest : { ...rest, settings: { ...settings } }
}
