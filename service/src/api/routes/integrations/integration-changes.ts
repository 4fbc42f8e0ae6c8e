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
      const locationId = locationOf(request)
      const { key } = await getIntegration(request.db, locationId, request.params.id)
      const { items, next } = await listChanges(request.db, key, request.query)
      return { items: items.map(presentChange), next }
    },
  })
}

function presentChange({ id, at, kind, by, before, after }: ChangeRow): IntegrationChange {
  return { id, at: at.toISOString(), kind, by, before: parts(before), after: parts(after) }
}

function parts(changed: ChangeRow['before']): IntegrationChange['before'] {
  if (changed === null) return null
  const { settings, ...rest } = changed
  return settings === undefined ? rest : { ...rest, settings: { ...settings } }
}
