import type { FastifyRequest } from 'fastify'
import { checkAuth, signInAnswer } from './actions/check-auth.js'
import { canonicalVersion } from './actions/cml-version.js'
import { perform } from './perform.js'
import type { FastSignIn } from './port.js'
import { announcesForQuery, initKindOf, joinSession } from './session.js'
import { signIn } from './sign-in.js'
import { TEXTS } from './texts.js'
import { readBasic } from './transport/basic.js'
import type { IncomingRequest, SessionCall } from './transport/call.js'
import { readCookie } from './transport/cookie.js'
import { type Answer, failure, lines, type TextAnswer } from './transport/reply.js'

/** Checks a request in the order of SPEC 1, 3, 2, 4, and routes it to its action. */
export async function routeRequest(request: FastifyRequest, incoming: IncomingRequest): Promise<Answer> {
  const { method } = request
  const { command, record } = incoming
  if (method === 'OPTIONS') return withAllow(lines(TEXTS.options))
  if (!['GET', 'HEAD', 'POST'].includes(method)) {
    return withAllow({ ...failure(TEXTS.methodUnknown(method)), status: 405 })
  }
  if (incoming.stopping) return failure(TEXTS.stopping)

  const signedIn = await fastSignIn(request, incoming)
  if (signedIn) return answerSignedIn(signedIn, incoming)

  const integration = await signIn(request.headers, incoming)
  if ('kind' in integration) return integration
  incoming.signedIn = true
  record.integration(integration)
  if (!integration.enabled) return failure(TEXTS.disabled(integration.name))
  const { type, mode } = command
  if (!type) return failure(command.typeWord ? TEXTS.typeUnknown(command.typeWord) : TEXTS.typeMissing)
  if (!mode) return failure(command.modeWord ? TEXTS.modeUnknown(command.modeWord) : TEXTS.modeMissing)
  // HEAD opens no session, creates no batch and confirms nothing.
  if (method === 'HEAD') return lines('')

  const call: SessionCall = { ...incoming, integration }
  if (mode === 'checkauth') {
    const { session, answer } = await checkAuth(call)
    record.session(session)
    return answer
  }
  const joined = await joinSession(call, request.headers.cookie)
  if ('kind' in joined) return joined
  record.session(joined.session)
  incoming.joined = joined
  return perform(type, mode, joined)
}

/** The fast path for nearly every call; undefined if the slow path has to decide. */
async function fastSignIn(
  { method, headers }: FastifyRequest,
  { command, caller, port, record }: IncomingRequest,
): Promise<FastSignIn | undefined> {
  const credentials = readBasic(headers.authorization)
  const { type, mode } = command
  const opens = mode === 'checkauth'
  const byCookieAlone = headers.authorization === undefined && !opens
  if (!(credentials || byCookieAlone) || !type || !mode || method === 'HEAD') return undefined
  if (credentials) record.login(credentials.login)
  return port.fastSignIn({
    credentials,
    caller,
    opens,
    catalog: type === 'catalog',
    initKind: initKindOf(command),
    cookie: readCookie(headers.cookie),
    cmlVersion: canonicalVersion(command.cmlVersion),
    announcesForQuery: announcesForQuery(command),
    asksOrders: type === 'sale' && mode === 'query',
  })
}

function answerSignedIn(
  { integration, session, token }: FastSignIn,
  incoming: IncomingRequest,
): Answer | Promise<Answer> {
  const { command, record } = incoming
  incoming.signedIn = true
  record.integration(integration)
  record.session(session)
  const { type, mode } = command
  if (mode === 'checkauth') return signInAnswer(session, token!)
  incoming.joined = { integration, session }
  return perform(type!, mode!, { ...incoming, integration, session, byCookie: session.byCookie ?? false })
}

function withAllow(answer: TextAnswer): TextAnswer {
  return { ...answer, headers: { ...answer.headers, allow: 'GET, HEAD, POST, OPTIONS' } }
}
