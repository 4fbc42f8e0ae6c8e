import {
  ownPasswordSchema,
  ownProofSchema,
  recoveryCodesSchema,
  secondFactorCodeSchema,
  secondFactorSchema,
  secondFactorSecretSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  beginSecondFactor,
  confirmSecondFactor,
  readSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
} from '../../../people/sign-in/second-factor.js'
import { personOf } from '../../access.js'
import { sessionSecret } from '../../authenticate.js'
import type { ApiDeps } from '../../deps.js'
import { NO_CONTENT, operations } from '../../operation.js'
import { dated } from '../../presenters/dated.js'
import { ruleOf } from './sessions.js'

const PATH = '/me/second-factor'

export function secondFactorRoutes(scope: FastifyInstance, deps: ApiDeps): void {
  const api = operations(scope, 'Sign-in')
  const { db, secrets } = deps
  const rule = ruleOf(deps)

  api.get(PATH, {
    id: 'getSecondFactor',
    access: 'signed-in',
    summary: 'Whether the own second factor is on',
    response: { 200: secondFactorSchema },
    handle: async request => dated(await readSecondFactor(db, personOf(request))),
  })

  api.post(PATH, {
    id: 'beginSecondFactor',
    access: 'signed-in',
    summary: 'Begin to turn on the own second factor: a new secret',
    body: ownPasswordSchema,
    response: { 200: secondFactorSecretSchema },
    handle: request => beginSecondFactor(db, { ...ownerOf(request), ...request.body }, rule),
  })

  api.post(`${PATH}/confirm`, {
    id: 'confirmSecondFactor',
    access: 'signed-in',
    event: 'second-factor-on',
    summary: 'Turn on the own second factor by its first code; ends the other sessions',
    body: secondFactorCodeSchema,
    response: { 200: recoveryCodesSchema },
    handle: async request => {
      const { userId } = ownerOf(request)
      const first = { userId, code: request.body.code, keep: sessionSecret(request, deps) }
      return { recoveryCodes: await confirmSecondFactor(db, first, secrets) }
    },
  })

  api.post(`${PATH}/recovery-codes`, {
    id: 'renewRecoveryCodes',
    access: 'signed-in',
    event: 'recovery-codes-made',
    summary: 'Replace the own recovery codes',
    body: ownProofSchema,
    response: { 200: recoveryCodesSchema },
    handle: async request => {
      const own = { ...ownerOf(request), ...request.body }
      return { recoveryCodes: await renewRecoveryCodes(db, own, rule) }
    },
  })

  api.delete(PATH, {
    id: 'turnOffSecondFactor',
    access: 'signed-in',
    event: 'second-factor-off',
    summary: 'Turn off the own second factor',
    body: ownProofSchema,
    response: NO_CONTENT,
    handle: request => turnOffSecondFactor(db, { ...ownerOf(request), ...request.body }, rule),
  })
}

function ownerOf(request: FastifyRequest) {
  return { userId: personOf(request), email: request.person!.email, address: request.ip }
}
