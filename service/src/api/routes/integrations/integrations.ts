import {
  changesQuerySchema,
  clientAnswerSchema,
  earlyOrdersInputSchema,
  earlyOrdersSchema,
  type IntegrationChange,
  integrationChangePageSchema,
  integrationInputSchema,
  integrationListQuerySchema,
  integrationPageSchema,
  integrationPatchSchema,
  integrationSchema,
  integrationWithPasswordSchema,
  settingsReadingInputSchema,
  settingsReadingSchema,
} from '@obmen/contract/rest'
import { explainRules } from '@obmen/contract/settings'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { cancelBulkActionsOf } from '../../../bulk-actions/bulk-actions.js'
import { settleEarlyOrders } from '../../../bulk-actions/start-bulk-action.js'
import { mapPage } from '../../../db/page.js'
import type { Scope } from '../../../db/scope.js'
import { type IntegrationChange as ChangeRow, listChanges } from '../../../integrations/changes.js'
import { createIntegration } from '../../../integrations/create-integration.js'
import { deleteIntegration } from '../../../integrations/delete-integration.js'
import { getIntegration, type IntegrationPage, listIntegrations } from '../../../integrations/integration.js'
import { readSettingsField } from '../../../integrations/integration-input.js'
import {
  answerClient,
  changeIntegrationPassword,
  updateIntegration,
} from '../../../integrations/update-integration.js'
import { waitForForgetting } from '../../../jobs/wait-for-work.js'
import { applySettings } from '../../../orders/intake/apply-settings.js'
import { setNextNumber } from '../../../orders/numbering/set-next-number.js'
import { countMatching } from '../../../orders/routing/count-matching.js'
import { getCompany } from '../../../places/companies.js'
import { keptPayments } from '../../../sale-feed/payments/kept-payments.js'
import { authorOf, locationOf, scopeOf } from '../../access.js'
import type { ApiDeps } from '../../deps.js'
import { byUuid, NO_CONTENT, operations } from '../../operation.js'
import { readPrecondition, withEtag } from '../../precondition.js'
import { dated } from '../../presenters/dated.js'
import {
  hideFromAccountants,
  presentIntegration,
  presentIntegrations,
  presentSaved,
} from '../../presenters/integrations.js'
import { shareAnswers } from '../../share-answers.js'

export function integrationRoutes(scope: FastifyInstance, deps: ApiDeps): void {
  const api = operations(scope, 'Integrations')
  const { db, config, states } = deps
  /** Shared, because every open tab asks for it. */
  const listed = shareAnswers(async ({ scope, page }: { scope: Scope; page: IntegrationPage }) => {
    const { items, next } = await listIntegrations(db, scope, page)
    return { items: await presentIntegrations(deps, items), next }
  })

  api.get('/integrations', {
    id: 'listIntegrations',
    access: 'integrations:read',
    accountants: true,
    summary: 'Integrations',
    query: integrationListQuerySchema,
    response: { 200: integrationPageSchema },
    handle: async request => {
      const page = await listed({ scope: scopeOf(request), page: request.query })
      return mapPage(page, item => hideFromAccountants(request, item))
    },
  })

  api.post('/integrations', {
    id: 'createIntegration',
    access: ['integrations:write', 'integrations:credentials'],
    creates: true,
    event: 'integration-password-made',
    summary: 'Connect a 1C; returns its login and password',
    answers: ['ETag'],
    body: integrationInputSchema,
    response: { 201: integrationWithPasswordSchema },
    handle: async (request, reply) => {
      const input = { ...request.body, locationId: locationOf(request), by: authorOf(request) }
      const most = config.integrationsPerCompany
      const { integration, password } = await createIntegration(db, input, applySettings, most)
      return { ...(await presentSaved(deps, withEtag(reply, integration))), password }
    },
  })

  api.get('/integrations/:id', {
    id: 'getIntegration',
    access: 'integrations:read',
    accountants: true,
    summary: 'One integration',
    answers: ['ETag'],
    params: byUuid,
    response: { 200: integrationSchema },
    handle: async (request, reply) => {
      const row = withEtag(reply, await getIntegration(db, scopeOf(request), request.params.id))
      return hideFromAccountants(request, await presentIntegration(deps, row))
    },
  })

  api.patch('/integrations/:id', {
    id: 'updateIntegration',
    access: 'integrations:write',
    summary: 'Change an integration',
    reads: ['If-Match'],
    answers: ['ETag'],
    params: byUuid,
    body: integrationPatchSchema,
    response: { 200: integrationSchema },
    handle: async (request, reply) => {
      const where = targetOf(request)
      const before = await getIntegration(db, where.locationId, where.integrationId)
      const to = { ...where, precondition: readPrecondition(request.headers) }
      const { nextNumber, ...patch } = request.body
      const row = await updateIntegration(db, to, patch, applySettings, async tx => {
        if (nextNumber !== undefined) await setNextNumber(tx, to, nextNumber, patch.confirm ?? false)
      })
      states.note(row.key)
      const kept = await keptPayments(db, before, row.settings)
      const notes = [...row.notes, ...kept.map(({ message }) => message)]
      return presentSaved(deps, { ...withEtag(reply, row), notes })
    },
  })

  api.delete('/integrations/:id', {
    id: 'deleteIntegration',
    access: 'integrations:write',
    summary: 'Remove an integration',
    params: byUuid,
    response: NO_CONTENT,
    handle: async request => {
      const locationId = locationOf(request)
      const { key } = await deleteIntegration(db, locationId, request.params.id, cancelBulkActionsOf)
      await waitForForgetting(db, key)
    },
  })
}

/** Its password, its program, the orders placed before it, and settings that are only tried. */
export function integrationSettingsRoutes(scope: FastifyInstance, deps: ApiDeps): void {
  const api = operations(scope, 'Integrations')
  const { db, states } = deps
  api.post('/integrations/:id/password', {
    id: 'changeIntegrationPassword',
    access: ['integrations:write', 'integrations:credentials'],
    creates: true,
    event: 'integration-password-made',
    summary: 'Give 1C a new password',
    params: byUuid,
    response: { 200: integrationWithPasswordSchema },
    handle: async request => {
      const { integration, password } = await changeIntegrationPassword(db, targetOf(request))
      states.note(integration.key)
      return { ...(await presentIntegration(deps, integration)), password }
    },
  })

  api.post('/integrations/:id/client', {
    id: 'answerClient',
    access: 'integrations:write',
    summary: 'Tell which program is on the other side',
    answers: ['ETag'],
    description: 'Answers `recognition.question`: sets `client` in the settings, or keeps it as it is.',
    params: byUuid,
    body: clientAnswerSchema,
    response: { 200: integrationSchema },
    handle: async (request, reply) => {
      const row = await answerClient(db, targetOf(request), request.body.client, applySettings)
      return presentSaved(deps, withEtag(reply, row))
    },
  })

  api.post('/integrations/:id/early-orders', {
    id: 'settleEarlyOrders',
    access: ['integrations:write', 'orders:write'],
    creates: true,
    summary: 'Settle orders placed before 1C was connected',
    description:
      'A Бухгалтерия confirms orders placed before its start date without loading them. Either they ' +
      'are sent again, by a bulk action in steps, or 1C has them already.',
    params: byUuid,
    body: earlyOrdersInputSchema,
    response: { 200: earlyOrdersSchema },
    handle: async request => {
      const row = await getIntegration(db, locationOf(request), request.params.id)
      return { orders: await settleEarlyOrders(db, row, { ...request.body, by: authorOf(request) }) }
    },
  })

  api.post('/integrations/settings::validate', {
    id: 'validateSettings',
    access: 'integrations:read',
    heavy: true,
    summary: 'Read settings without saving',
    description:
      'What was corrected, what the rules do, how many of the company’s orders would match, and ' +
      'which payments keep the form in which 1C received them.',
    body: settingsReadingInputSchema,
    response: { 200: settingsReadingSchema },
    handle: async request => {
      const locationId = locationOf(request)
      const { companyId, integrationId } = request.body
      const { settings, text, notes } = readSettingsField(request.body.settings)
      const company = companyId && (await getCompany(db, locationId, companyId))
      const matching = company ? await countMatching(db, company.id, settings) : null
      const integration = integrationId && (await getIntegration(db, locationId, integrationId))
      const warnings = integration ? await keptPayments(db, integration, settings) : []
      return { settings: { ...settings }, text, notes, rules: explainRules(settings), matching, warnings }
    },
  })
}

function targetOf(request: FastifyRequest<{ Params: { id: string } }>) {
  return { locationId: locationOf(request), integrationId: request.params.id, by: authorOf(request) }
}

export function integrationChangeRoutes(scope: FastifyInstance): void {
  const api = operations(scope, 'Integrations')
  api.get('/integrations/:id/changes', {
    id: 'listIntegrationChanges',
    access: 'integrations:read',
    summary: 'History of an integration',
    description: 'Who created it and changed its name, settings, pause or password; the newest first.',
    params: byUuid,
    query: changesQuerySchema,
    response: { 200: integrationChangePageSchema },
    handle: async request => {
      const { key } = await getIntegration(request.db, locationOf(request), request.params.id)
      return mapPage(await listChanges(request.db, key, request.query), presentChange)
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
