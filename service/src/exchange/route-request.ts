import type { FastifyRequest } from 'fastify'
import type { AppError } from '../errors.js'
import type { Logger } from '../log.js'
import type { SessionCall } from './call.js'
import { checkAuth } from './check-auth.js'
import { perform } from './perform.js'
import type { RequestRecord } from './port.js'
import { type Answer, failure, lines, type TextAnswer } from './reply.js'
import type { RequestBody } from './request-body.js'
import { joinSession } from './session.js'
import { signIn } from './sign-in.js'
import { TEXTS } from './texts.js'

/** A request before it is known whose it is. */
export interface Asked extends Omit<SessionCall, 'integration' | 'body'> {
  record: RequestRecord
  body: RequestBody
  log: Logger
  explain: (error: unknown) => AppError
  stopping: boolean
}

/** Finds out who asks and what, in the order of SPEC 1, 3, 2, 4, and has it answered. */
export async function routeRequest(request: FastifyRequest, asked: Asked): Promise<Answer> {
  const { method } = request
  const { command, record } = asked
  if (method === 'OPTIONS') return withAllow(lines(TEXTS.options))
  if (!['GET', 'HEAD', 'POST'].includes(method)) {
    return withAllow({ ...failure(TEXTS.methodUnknown(method)), status: 405 })
  }
  if (asked.stopping) return failure(TEXTS.stopping)

  const integration = await signIn(request.headers, asked)
  if ('kind' in integration) return integration
  record.integration(integration)
  if (!integration.enabled) return failure(TEXTS.disabled(integration.name))
  const { type, mode } = command
  if (!type) return failure(command.typeWord ? TEXTS.typeUnknown(command.typeWord) : TEXTS.typeMissing)
  if (!mode) return failure(command.modeWord ? TEXTS.modeUnknown(command.modeWord) : TEXTS.modeMissing)
  // HEAD asks how an answer would look: it opens no session, makes no batch and confirms nothing.
  if (method === 'HEAD') return lines('')

  const call: SessionCall = { ...asked, integration }
  if (mode === 'checkauth') {
    const { session, answer } = await checkAuth(call)
    record.session(session)
    return answer
  }
  const joined = await joinSession(call, request.headers.cookie)
  if ('kind' in joined) return joined
  record.session(joined.session)
  return perform(type, mode, joined)
}

function withAllow(answer: TextAnswer): TextAnswer {
  return { ...answer, headers: { ...answer.headers, allow: 'GET, HEAD, POST, OPTIONS' } }
}
