import type { IncomingRequest } from './call.js'
import { canonicalVersion } from './cml-version.js'
import { answerCheckauth, perform } from './perform.js'
import type { ExchangeSession, InitKind, StoredSession } from './port.js'
import { type SignedIn, signIn } from './sign-in.js'
import { TEXTS } from './texts.js'
import type { ExchangeCommand } from './transport/command.js'
import { type Answer, failure, lines, type TextAnswer } from './transport/reply.js'

/** Checks a request in the order of SPEC 1, 3, 2, 4, and routes it to its action. */
export async function routeRequest(incoming: IncomingRequest): Promise<Answer> {
  const { command, method, record, port, caller } = incoming
  if (method === 'OPTIONS') return withAllow(lines(TEXTS.options))
  if (!['GET', 'HEAD', 'POST'].includes(method)) {
    return withAllow({ ...failure(TEXTS.methodUnknown(method)), status: 405 })
  }
  if (incoming.stopping) return failure(TEXTS.stopping)

  const signedIn = await signIn(incoming)
  if ('kind' in signedIn) return signedIn
  const { integration } = signedIn
  record.integration(integration)
  if (!integration.enabled) return failure(TEXTS.disabled(integration.name))
  const { type, mode } = command
  if (!type) return failure(command.typeWord ? TEXTS.typeUnknown(command.typeWord) : TEXTS.typeMissing)
  if (!mode) return failure(command.modeWord ? TEXTS.modeUnknown(command.modeWord) : TEXTS.modeMissing)
  // HEAD opens no session, creates no batch and confirms nothing.
  if (method === 'HEAD') return lines('')

  if (mode === 'checkauth') {
    const { session, token } = await port.openSession(integration, caller, type)
    record.session(session)
    return answerCheckauth(session, token)
  }
  const session = await joinSession(signedIn, incoming)
  if ('kind' in session) return session
  record.session(session)
  incoming.joined = { integration, session }
  return perform(type, mode, { ...incoming, integration, session })
}

/** The session of a call (SPEC 4), or the refusal to answer with; records what the call shows. */
async function joinSession(
  { integration, session: lookup }: SignedIn,
  { command, caller, port }: IncomingRequest,
): Promise<ExchangeSession | TextAnswer> {
  if (!lookup.found && lookup.reason !== 'none') return failure(TEXTS.session[lookup.reason])
  const { session } = lookup.found ? lookup : await port.openSession(integration, caller, 'sale')
  const cmlVersion = canonicalVersion(command.cmlVersion)
  const queryVersion = queryVersionOf(command, cmlVersion, session)
  return port.recordCall(integration, session, {
    ...caller,
    cmlVersion,
    queryVersion,
    initKind: initKindOf(command),
  })
}

/** Whether an `init` names a version; undefined for another mode. */
function initKindOf({ mode, version }: ExchangeCommand): InitKind | undefined {
  if (mode !== 'init') return undefined
  return version === undefined ? 'plain' : 'version'
}

/**
 * What this call shows of the version that a query of its client announces; null: none. An `init` before a
 * query is of `type=sale` and names no `version`: УНФ announces 2.10 in each upload with a `version`,
 * whatever it announces in the download (УНФ 3.0.8, ВыгрузитьНаСайт).
 */
function queryVersionOf(
  command: ExchangeCommand,
  announced: string | undefined,
  session: StoredSession,
): string | null | undefined {
  if (command.type !== 'sale') return undefined
  if (command.mode === 'query') return announced ?? session.cmlVersion ?? null
  return initKindOf(command) === 'plain' ? announced : undefined
}

function withAllow(answer: TextAnswer): TextAnswer {
  return { ...answer, headers: { ...answer.headers, allow: 'GET, HEAD, POST, OPTIONS' } }
}
