import {
  invitationAnswerSchema,
  type Me,
  mePatchSchema,
  meSchema,
  openInvitationSchema,
  passwordChangeSchema,
  preferencesSchema,
  sessionsSchema,
  signInSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Config } from '../../../config.js'
import { acceptInvitation, findInvitation } from '../../../people/invitations.js'
import { changePassword } from '../../../people/sign-in/change-password.js'
import {
  endOtherSessions,
  endSession,
  endSessionOf,
  findSession,
  listSessions,
  openSession,
} from '../../../people/sign-in/sessions.js'
import { signIn } from '../../../people/sign-in/sign-in.js'
import { type SignedInUser, updateProfile } from '../../../people/users.js'
import { lacksSecondFactor, type Principal, personOf } from '../../access.js'
import { byRole, clearSessionCookie, personIn, sessionSecret, setSessionCookie } from '../../authenticate.js'
import type { ApiDeps } from '../../deps.js'
import { byUuid, NO_CONTENT, operations } from '../../operation.js'
import { dated } from '../../presenters/dated.js'

const secret = z.object({ secret: z.string().max(200) })

export function sessionRoutes(scope: FastifyInstance, deps: ApiDeps): void {
  const api = operations(scope, 'Sign-in')
  const { db } = deps

  api.post('/auth/sign-in', {
    id: 'signIn',
    answers: ['Set-Cookie'],
    access: 'public',
    event: 'signed-in',
    summary: 'Sign in',
    body: signInSchema,
    response: { 200: meSchema },
    handle: async (request, reply) => {
      const person = { ...request.body, ...browserOf(request, deps) }
      const session = await signIn(db, person, ruleOf(deps), new Date())
      setSessionCookie(reply, session, deps)
      return meOf(request, session.secret, deps)
    },
  })

  api.post('/auth/sign-out', {
    id: 'signOut',
    answers: ['Set-Cookie'],
    access: 'public',
    event: 'signed-out',
    summary: 'Sign out',
    response: NO_CONTENT,
    handle: async (request, reply) => {
      const cookie = sessionSecret(request, deps)
      if (cookie) await endSession(db, cookie)
      clearSessionCookie(reply, deps)
    },
  })

  api.get('/me', {
    id: 'getMe',
    access: 'signed-in',
    summary: 'Who is signed in',
    response: { 200: meSchema },
    handle: async request => presentMe(request.person!, request.principal, deps.config),
  })

  api.patch('/me', {
    id: 'updateMe',
    access: 'signed-in',
    summary: 'Change own name, language or look of lists',
    body: mePatchSchema,
    response: { 200: meSchema },
    handle: async request => {
      await updateProfile(db, personOf(request), request.body)
      return meOf(request, sessionSecret(request, deps)!, deps)
    },
  })

  api.post('/me/password', {
    id: 'changePassword',
    access: 'signed-in',
    event: 'password-changed',
    summary: 'Change own password',
    body: passwordChangeSchema,
    response: NO_CONTENT,
    handle: async request => {
      const userId = personOf(request)
      const { email } = request.person!
      const who = { userId, email, address: request.ip, keep: sessionSecret(request, deps) }
      await changePassword(db, { ...request.body, ...who }, ruleOf(deps))
    },
  })

  ownSessionRoutes(scope, deps)
}

function ownSessionRoutes(scope: FastifyInstance, deps: ApiDeps): void {
  const api = operations(scope, 'Sign-in')
  const { db } = deps
  api.get('/me/sessions', {
    id: 'listSessions',
    access: 'signed-in',
    summary: 'Own open sessions',
    response: { 200: sessionsSchema },
    handle: async request => {
      const own = { userId: personOf(request), secret: sessionSecret(request, deps)! }
      return { items: (await listSessions(db, own, new Date())).map(dated) }
    },
  })

  api.delete('/me/sessions', {
    id: 'endOtherSessions',
    access: 'signed-in',
    event: 'sessions-ended',
    summary: 'End all own sessions but this one',
    response: NO_CONTENT,
    handle: request => endOtherSessions(db, personOf(request), sessionSecret(request, deps)),
  })

  api.delete('/me/sessions/:id', {
    id: 'endSession',
    access: 'signed-in',
    event: 'sessions-ended',
    summary: 'End one of the own sessions',
    params: byUuid,
    response: NO_CONTENT,
    handle: request => endSessionOf(db, personOf(request), request.params.id),
  })
}

export function openInvitationRoutes(scope: FastifyInstance, deps: ApiDeps): void {
  const api = operations(scope, 'Sign-in')
  const { db, config } = deps
  api.get('/open-invitations/:secret', {
    id: 'getOpenInvitation',
    access: 'public',
    summary: 'An invitation as the invited person sees it',
    params: secret,
    response: { 200: openInvitationSchema },
    handle: async request => {
      const invitation = await findInvitation(db, request.params.secret, new Date())
      const { email, role, locationName, companyNames } = invitation
      return { email, role, locationName, companyNames }
    },
  })

  api.post('/open-invitations/:secret/accept', {
    id: 'acceptInvitation',
    answers: ['Set-Cookie'],
    access: 'public',
    event: 'invitation-accepted',
    summary: 'Accept an invitation',
    params: secret,
    body: invitationAnswerSchema,
    response: { 200: meSchema },
    handle: async (request, reply) => {
      const { name = '', password = '', code } = request.body
      const { secret } = request.params
      const signedInAs = request.person?.id
      const answer = { secret, name, password, code, address: request.ip, signedInAs }
      const { userId, passwordHash } = await acceptInvitation(db, answer, ruleOf(deps), new Date())
      if (passwordHash === undefined) return meOf(request, sessionSecret(request, deps)!, deps)
      const person = { userId, passwordHash, ...browserOf(request, deps) }
      const session = await openSession(db, person, config.webSessionDays, new Date())
      setSessionCookie(reply, session, deps)
      return meOf(request, session.secret, deps)
    },
  })
}

export function ruleOf({ config, hashing, secrets }: ApiDeps) {
  return { ...config, hashing, secrets, sessionDays: config.webSessionDays }
}

function browserOf(request: FastifyRequest, deps: ApiDeps) {
  const { ip, headers } = request
  return { address: ip, userAgent: headers['user-agent'] ?? '', replaces: sessionSecret(request, deps) }
}

async function meOf(request: FastifyRequest, cookie: string, { db, config }: ApiDeps): Promise<Me> {
  const person = (await findSession(db, cookie, config.webSessionDays, new Date()))!
  return presentMe(person, personIn(request, person), config)
}

function presentMe(person: SignedInUser, principal: Principal | undefined, config: Config): Me {
  const inLocations = person.roles.filter(assigned => assigned.locationId !== null).sort(byRole)
  const here = inLocations.find(assigned => assigned.locationId === principal?.locationId) ?? inLocations[0]
  const { id, email, name, locale } = person
  return {
    id,
    email,
    name,
    locale,
    preferences: preferencesSchema.parse(person.preferences),
    secondFactor: lacksSecondFactor(person, config.requireSecondFactor)
      ? 'required'
      : person.secondFactor
        ? 'on'
        : 'off',
    roles: person.roles.map(({ timezone: _, statuslabels: __, ...assigned }) => assigned),
    location: here
      ? {
          id: here.locationId!,
          name: here.locationName!,
          timezone: here.timezone!,
          statuslabels: here.statuslabels!,
          role: here.role,
        }
      : null,
  }
}
