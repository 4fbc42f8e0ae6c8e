import type { ExchangeSession } from '../port.js'
import { sessid } from '../session.js'
import type { SessionCall } from '../transport/call.js'
import { COOKIE_NAME } from '../transport/cookie.js'
import { lines, type TextAnswer } from '../transport/reply.js'

/** mode=checkauth: every sign-in gets a session of its own, whatever cookie it sends. */
export async function checkAuth(
  call: SessionCall,
): Promise<{ session: ExchangeSession; answer: TextAnswer }> {
  const { token, session } = await call.port.openSession(
    call.integration,
    call.caller,
    call.command.type ?? 'sale',
  )
  return { session, answer: signInAnswer(session, token) }
}

/** The answer to checkauth, with the session's cookie. */
export function signInAnswer(session: ExchangeSession, token: string): TextAnswer {
  const answer = lines(
    'success',
    COOKIE_NAME,
    token,
    `sessid=${sessid(session)}`,
    `timestamp=${Math.floor(Date.now() / 1000)}`,
  )
  answer.recorded = answer.body.replace(token, '*'.repeat(token.length))
  // 1C reads the lines; other clients keep cookies as browsers do.
  answer.headers = {
    ...answer.headers,
    'set-cookie': `${COOKIE_NAME}=${token}; Path=/; HttpOnly; SameSite=Lax`,
  }
  return answer
}
