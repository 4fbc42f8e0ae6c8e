import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error.js'
import { languageOf, retryAfter, toProblem } from '../errors/rest-problem.js'
import { PROBLEM_TEXTS } from '../errors/texts.js'
import { isDataError, toAppError } from '../errors/to-app-error.js'
import { enforceAccess, requireAccess } from './access.js'
import { authenticateRequests } from './authenticate.js'
import type { ApiDeps } from './deps.js'
import { failedByDisconnect } from './disconnect.js'
import { takeKeys } from './intake/idempotency.js'
import { limitBodies, readBodies } from './intake/json-body.js'
import { limitRate } from './limit-rate.js'
import { describeApi } from './openapi/describe-api.js'
import { limitHeavy } from './operation.js'
import { encodeAnswers } from './presenters/encode-answers.js'
import { recordRequests } from './record-requests.js'
import { accountingRoutes } from './routes/accounting.js'
import { alarmRoutes } from './routes/alarms.js'
import { attentionRoutes, heldOrderRoutes } from './routes/attention.js'
import { companyRoutes, locationRoutes } from './routes/companies.js'
import { exchangeRoutes } from './routes/exchanges.js'
import { findingRoutes } from './routes/findings.js'
import { catalogueLinkRoutes, catalogueRoutes } from './routes/integrations/catalogue.js'
import { integrationPreviewRoutes } from './routes/integrations/integration-preview.js'
import {
  integrationChangeRoutes,
  integrationRoutes,
  integrationSettingsRoutes,
} from './routes/integrations/integrations.js'
import { readingRoutes } from './routes/integrations/reading.js'
import { reconciliationRoutes } from './routes/integrations/reconciliation.js'
import { liveRoutes } from './routes/live.js'
import { bulkActionRoutes } from './routes/orders/bulk-actions.js'
import { orderHistoryRoutes, orderXmlRoutes } from './routes/orders/order-history.js'
import { orderIntakeRoutes } from './routes/orders/order-intake.js'
import { orderHoldRoutes, orderRoutes } from './routes/orders/orders.js'
import { deskRoutes, overviewRoutes } from './routes/overview.js'
import { invitationRoutes, peopleRoutes, tokenRoutes } from './routes/people/people.js'
import { secondFactorRoutes } from './routes/people/second-factor.js'
import { openInvitationRoutes, sessionRoutes } from './routes/people/sessions.js'
import { requestRoutes } from './routes/requests.js'
import { systemRoutes } from './routes/system.js'
import { tableRoutes } from './routes/tables.js'
import { fileInspectionRoute, uploadRoutes } from './routes/uploads.js'
import { eventRoutes, webhookAttemptRoutes, webhookRoutes } from './routes/webhooks.js'
import { logRefusals } from './security-events.js'
import { validateWithZod } from './validation/validate.js'

/** `/api/v1` and its documentation: `/api/v1/openapi.json`, `/api/v1/docs`. */
export async function registerApi(server: FastifyInstance, deps: ApiDeps): Promise<void> {
  await server.register(
    async scope => {
      readBodies(scope, deps.config)
      scope.setValidatorCompiler(validateWithZod)
      scope.decorateRequest('refusal', undefined)
      scope.decorateRequest('sentBody', undefined)
      scope.decorateRequest('batchCounts', undefined)
      scope.setErrorHandler(answerProblem)
      scope.setNotFoundHandler((_request, reply) =>
        answerProblem(new AppError('not-found', PROBLEM_TEXTS['not-found']), _request, reply),
      )
      const limit = await limitRate(scope, deps.config.apiRateLimit)
      // The documentation is public; routes registered after it must declare their access.
      await describeApi(scope, deps)
      encodeAnswers(scope)
      requireAccess(scope)
      limitBodies(scope, deps.config)
      const refuseOtherMethods = watchMethods(scope)
      await scope.register(async inner => {
        await authenticateRequests(inner, deps, limit)
        enforceAccess(inner, deps.config.requireSecondFactor)
        inner.decorateRequest('db', { getter: () => deps.db })
        limitHeavy(inner)
        recordRequests(inner, deps)
        logRefusals(inner, deps.log)
        inner.addHook('onSend', async (_request, reply) => {
          // Orders and people's data stay in no cache, nor do secrets.
          reply.header('cache-control', 'no-store')
          // Lets the web app refresh expensive pages less often.
          reply.header('server-timing', `total;dur=${reply.elapsedTime.toFixed(1)}`)
        })
        takeKeys(inner, deps)
        for (const routes of ROUTES) routes(inner, deps)
      })
      refuseOtherMethods()
    },
    { prefix: '/api/v1' },
  )
}

const ROUTES = [
  sessionRoutes,
  secondFactorRoutes,
  openInvitationRoutes,
  orderIntakeRoutes,
  orderRoutes,
  orderHistoryRoutes,
  orderXmlRoutes,
  accountingRoutes,
  orderHoldRoutes,
  bulkActionRoutes,
  integrationRoutes,
  integrationSettingsRoutes,
  catalogueRoutes,
  catalogueLinkRoutes,
  integrationChangeRoutes,
  integrationPreviewRoutes,
  readingRoutes,
  reconciliationRoutes,
  findingRoutes,
  companyRoutes,
  locationRoutes,
  eventRoutes,
  webhookRoutes,
  webhookAttemptRoutes,
  exchangeRoutes,
  uploadRoutes,
  fileInspectionRoute,
  requestRoutes,
  tableRoutes,
  overviewRoutes,
  deskRoutes,
  attentionRoutes,
  heldOrderRoutes,
  alarmRoutes,
  peopleRoutes,
  invitationRoutes,
  tokenRoutes,
  systemRoutes,
  liveRoutes,
]

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** Notes which methods each address takes; what it returns has the others answered 405, with those. */
function watchMethods(scope: FastifyInstance): () => void {
  const taken = new Map<string, { url: string; methods: string[] }>()
  scope.addHook('onRoute', ({ routePath: url, method }) => {
    // Two names of one parameter are one address; `::` is a colon.
    const address = url.replace(/(?<!:):\w+/g, ':')
    const { methods } = taken.get(address) ?? taken.set(address, { url, methods: [] }).get(address)!
    methods.push(...[method].flat())
  })
  return () => {
    for (const { url, methods } of [...taken.values()]) {
      const allow = [...methods].join(', ')
      scope.route({
        method: METHODS.filter(method => !methods.includes(method)),
        url,
        config: { access: 'public' },
        schema: { hide: true },
        handler(_request, reply) {
          reply.header('allow', allow)
          throw new AppError('method-not-allowed', PROBLEM_TEXTS['method-not-allowed'])
        },
      })
    }
  }
}

/** Only seen in logs, where proxies use the same status. */
const CLIENT_LEFT = 499

/** Answers any error as RFC 9457, in the whole server except 1C's paths. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (failedByDisconnect(error, reply)) {
    request.log.info({ reason: (error as Error).message }, 'the client left before its answer')
    return reply.status(CLIENT_LEFT).send()
  }
  const refusal = toAppError(error)
  request.refusal = refusal
  const language = languageOf(request.headers['accept-language'])
  const problem = toProblem(refusal, language, request.id)
  if (problem.status >= 500)
    request.log.error({ err: refusal.cause ?? refusal, code: refusal.code }, 'request failed')
  else if (isDataError(String((refusal.cause as { code?: string } | undefined)?.code)))
    request.log.warn(
      { err: refusal.cause, code: refusal.code },
      'the database refused a value that passed our checks',
    )
  const seconds = retryAfter(refusal)
  if (seconds !== undefined) reply.header('retry-after', String(seconds))
  if (refusal.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer realm="Obmen"')
  // It may have a coding, if it is of a stream that broke before its first byte.
  return reply
    .status(problem.status)
    .removeHeader('content-encoding')
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('vary', 'Accept-Language')
    .send(JSON.stringify(problem))
}
