import {
  clientAnswerSchema,
  earlyOrdersInputSchema,
  earlyOrdersSchema,
  type Integration,
  integrationInputSchema,
  integrationListQuerySchema,
  integrationPageSchema,
  integrationPatchSchema,
  integrationSchema,
  integrationWithPasswordSchema,
  settingsReadingInputSchema,
  settingsReadingSchema,
  uuidSchema,
} from '@obmen/contract/rest'
import { explainRules } from '@obmen/contract/settings'
import { z } from 'zod'
import { cancelBulkActionsOf } from '../../../bulk-actions/list-bulk-actions.js'
import { PROFILES } from '../../../clients/index.js'
import type { Database } from '../../../db/database.js'
import type { Scope } from '../../../db/scope.js'
import { changeIntegrationPassword } from '../../../integrations/connection/change-integration-password.js'
import { createIntegration } from '../../../integrations/create-integration.js'
import { deleteIntegration } from '../../../integrations/delete-integration.js'
import {
  getIntegration,
  type IntegrationPage,
  type Integration as IntegrationRow,
  listIntegrations,
} from '../../../integrations/integration.js'
import { readSettingsField } from '../../../integrations/integration-input.js'
import { possibleClients } from '../../../integrations/recognition/recognize-client.js'
import { loadStates } from '../../../integrations/state/states.js'
import { answerClient, updateIntegration } from '../../../integrations/update-integration.js'
import { waitForForgetting, waitForRecalculation } from '../../../jobs/wait-for-work.js'
import { applySettings } from '../../../orders/intake/apply-settings.js'
import { countMatching } from '../../../orders/routing/count-matching.js'
import { countEarlyOrders, settleEarlyOrders } from '../../../orders/routing/early-orders.js'
import { proposeDocuments } from '../../../orders/routing/propose-documents.js'
import { countStates } from '../../../outbox/entries/read-entries.js'
import { getCompany } from '../../../places/companies.js'
import { keptPayments } from '../../../sale-feed/payments/kept-payments.js'
import { authorOf, locationOf, scopeOf } from '../../access.js'
import type { Api, ApiDeps } from '../../deps.js'
import { NO_CONTENT, operations } from '../../operation.js'
import { etag, readPrecondition } from '../../precondition.js'
import { hideFromAccountants, presentIntegration } from '../../presenters/integrations.js'
import { appliedClient, presentRecognition } from '../../presenters/recognition.js'
import { shareAnswers } from '../../share-answers.js'

const params = z.object({ id: uuidSchema })

export function integrationRoutes(scope: Api, deps: ApiDeps): void {
  const api = operations(scope, 'Integrations')
  const { db, config, publicUrl, states } = deps
  const presentAll = async (
    db: Database,
    rows: readonly IntegrationRow[],
    shown: Pick<Partial<Integration>, 'proposedPayments' | 'recognition'> = {},
  ): Promise<ReturnType<typeof presentIntegration>[]> => {
    const keys = rows.map(row => row.key)
    const [counts, decided] = await Promise.all([countStates(db, keys), loadStates(db, keys, config)])
    return rows.map(row =>
      presentIntegration(row, {
        counts: counts.get(row.key)!,
        state: decided.get(row.key)!,
        publicUrl: publicUrl(),
        config,
        ...shown,
      }),
    )
  }
  const presentOne = async (
    db: Database,
    row: IntegrationRow,
  ): Promise<ReturnType<typeof presentIntegration>> => {
    const proposedPayments = (await proposeDocuments(db, row)) ? 'documents' : null
    const client = appliedClient(row)
    const possible = client === 'auto' ? possibleClients(row.signs) : [client]
    const hasStartDate = possible.some(one => PROFILES[one].rules.includes('before-default-start'))
    const recognition = presentRecognition(row, hasStartDate ? await countEarlyOrders(db, row) : undefined)
    return (await presentAll(db, [row], { proposedPayments, recognition }))[0]!
  }
  /** Its state shortly after the recalculation began; for most companies it is finished by then. */
  const presentSaved = async (
    db: Database,
    saved: IntegrationRow,
  ): Promise<ReturnType<typeof presentIntegration>> => {
    if (!saved.recalculating) return presentOne(db, saved)
    await waitForRecalculation(db, [saved.key])
    const { recalculating } = await getIntegration(db, saved.locationId, saved.id)
    return presentOne(db, { ...saved, recalculating })
  }

  /** Shared, because every open tab asks for it. */
  const listed = shareAnswers(async ({ scope, page }: { scope: Scope; page: IntegrationPage }) => {
    const { items, next } = await listIntegrations(db, scope, page)
    return { items: await presentAll(db, items), next }
  })

  api.get('/integrations', {
    access: 'integrations:read',
    accountants: true,
    summary: 'Integrations',
    query: integrationListQuerySchema,
    response: { 200: integrationPageSchema },
    handle: async request => {
      const { items, next } = await listed({ scope: scopeOf(request), page: request.query })
      return { items: items.map(item => hideFromAccountants(request, item)), next }
    },
  })

  api.post('/integrations', {
    access: 'integrations:write',
    summary: 'Connect a 1C; returns its login and password',
    body: integrationInputSchema,
    response: { 201: integrationWithPasswordSchema },
    handle: async (request, reply) => {
      const locationId = locationOf(request)
      const { integration, password } = await createIntegration(
        request.db,
        { ...request.body, locationId, by: authorOf(request) },
        applySettings,
        config.integrationsPerCompany,
      )
      reply.headers({ etag: etag(integration.version), 'cache-control': 'no-store' })
      return { ...(await presentSaved(request.db, integration)), password }
    },
  })

  api.get('/integrations/:id', {
    access: 'integrations:read',
    accountants: true,
    summary: 'One integration',
    params,
    response: { 200: integrationSchema },
    handle: async (request, reply) => {
      const row = await getIntegration(request.db, scopeOf(request), request.params.id)
      reply.header('etag', etag(row.version))
      return hideFromAccountants(request, await presentOne(request.db, row))
    },
  })

  api.patch('/integrations/:id', {
    access: 'integrations:write',
    summary: 'Change an integration',
    params,
    body: integrationPatchSchema,
    response: { 200: integrationSchema },
    handle: async (request, reply) => {
      const where = {
        locationId: locationOf(request),
        integrationId: request.params.id,
        by: authorOf(request),
      }
      const before = await getIntegration(request.db, where.locationId, where.integrationId)
      const to = { ...where, precondition: readPrecondition(request.headers) }
      const row = await updateIntegration(request.db, to, request.body, applySettings)
      states.note(row.key)
      const kept = await keptPayments(request.db, before, row.settings)
      const notes = [...row.notes, ...kept.map(({ message }) => message)]
      reply.header('etag', etag(row.version))
      return await presentSaved(request.db, { ...row, notes })
    },
  })

  api.delete('/integrations/:id', {
    access: 'integrations:write',
    summary: 'Remove an integration',
    params,
    response: NO_CONTENT,
    handle: async request => {
      const locationId = locationOf(request)
      const { key } = await deleteIntegration(request.db, locationId, request.params.id, cancelBulkActionsOf)
      await waitForForgetting(request.db, key)
    },
  })

  api.post('/integrations/:id/password', {
    access: 'integrations:write',
    summary: 'Give 1C a new password',
    params,
    response: { 200: integrationWithPasswordSchema },
    handle: async (request, reply) => {
      const locationId = locationOf(request)
      const { integration, password } = await changeIntegrationPassword(request.db, {
        locationId,
        integrationId: request.params.id,
        by: authorOf(request),
      })
      states.note(integration.key)
      reply.header('cache-control', 'no-store')
      return { ...(await presentOne(request.db, integration)), password }
    },
  })

  api.post('/integrations/:id/client', {
    access: 'integrations:write',
    summary: 'Tell which program is on the other side',
    description: 'Answers `recognition.question`: sets `client` in the settings, or keeps it as it is.',
    params,
    body: clientAnswerSchema,
    response: { 200: integrationSchema },
    handle: async (request, reply) => {
      const locationId = locationOf(request)
      const where = { locationId, integrationId: request.params.id, by: authorOf(request) }
      const { client } = request.body
      const row = await answerClient(request.db, where, client, applySettings)
      reply.header('etag', etag(row.version))
      return await presentSaved(request.db, row)
    },
  })

  api.post('/integrations/:id/early-orders', {
    access: ['integrations:write', 'orders:write'],
    summary: 'Settle orders placed before 1C was connected',
    description:
      'A Бухгалтерия confirms orders placed before its start date without loading them. Either they are sent again, or 1C has them already.',
    params,
    body: earlyOrdersInputSchema,
    response: { 200: earlyOrdersSchema },
    handle: async request => {
      const row = await getIntegration(request.db, locationOf(request), request.params.id)
      return { orders: await settleEarlyOrders(request.db, row, request.body.resend) }
    },
  })

  api.post('/integrations/settings::validate', {
    access: 'integrations:read',
    summary: 'Read settings without saving',
    description:
      'What was corrected, what the rules do, how many of the company’s orders would match, and which payments keep the form in which 1C received them.',
    body: settingsReadingInputSchema,
    response: { 200: settingsReadingSchema },
    handle: async request => {
      const locationId = locationOf(request)
      const { companyId, integrationId } = request.body
      const { settings, text, notes } = readSettingsField(request.body.settings)
      const company =
        companyId === undefined ? undefined : await getCompany(request.db, locationId, companyId)
      const matching = company ? await countMatching(request.db, company.id, settings) : null
      const integration =
        integrationId === undefined ? undefined : await getIntegration(request.db, locationId, integrationId)
      const warnings = integration ? await keptPayments(request.db, integration, settings) : []
      return { settings: { ...settings }, text, notes, rules: explainRules(settings), matching, warnings }
    },
  })
}
