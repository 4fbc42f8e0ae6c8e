import { z } from 'zod'
import type { Invitation as InvitationRow } from '../../people/invitation.js'
import { invitePerson } from '../../people/invite-person.js'
import { listInvitations } from '../../people/list-invitations.js'
import { listUsers } from '../../people/list-users.js'
import { revokeInvitation } from '../../people/revoke-invitation.js'
import { revokeRole } from '../../people/revoke-role.js'
import { updateUser } from '../../people/update-user.js'
import type { User as UserRow } from '../../people/user.js'
import { cursorSchema, limitSchema, uuidSchema } from '../contract/common.js'
import {
  type Invitation,
  invitationInputSchema,
  invitationPageSchema,
  invitationWithUrlSchema,
  ROLES,
  type Role,
  removedUserSchema,
  type User,
  userPageSchema,
  userPatchSchema,
  userSchema,
} from '../contract/people.js'
import type { Api, ApiDeps } from '../deps.js'
import { presentToken } from '../presenters/tokens.js'
import { administeredLocation, type Principal, personOf, present, requireRole } from '../principal.js'

const tags = ['People']
const role = z.enum(ROLES).default('location-administrator')
const query = z.object({ role, limit: limitSchema, cursor: cursorSchema })
const params = z.object({ id: uuidSchema })
const ofRole = z.object({ role })

/** Who administers the location; with `role=system-operator`, who runs the whole system. */
export function peopleRoutes(api: Api, { db, config, publicUrl }: ApiDeps): void {
  api.get(
    '/users',
    { schema: { tags, querystring: query, response: { 200: userPageSchema } } },
    async request => {
      const { role: wanted, ...page } = request.query
      const { items, next } = await listUsers(db, placeOf(request.principal, wanted), page)
      return { items: items.map(presentUser), next }
    },
  )

  api.patch(
    '/users/:id',
    { schema: { tags, params, querystring: ofRole, body: userPatchSchema, response: { 200: userSchema } } },
    async request => {
      const place = placeOf(request.principal, request.query.role)
      return presentUser(await updateUser(db, place, request.params.id, request.body))
    },
  )

  api.delete(
    '/users/:id',
    {
      schema: {
        tags,
        summary: 'Take the role from a person',
        description:
          'Tokens that the person made go on working; the answer lists them, so that they can be revoked.',
        params,
        querystring: ofRole,
        response: { 200: removedUserSchema },
      },
    },
    async request => {
      const held = { role: request.query.role, locationId: placeOf(request.principal, request.query.role) }
      const tokens = await revokeRole(db, request.params.id, held)
      return { tokens: tokens.map(presentToken) }
    },
  )

  api.get(
    '/invitations',
    { schema: { tags, querystring: query, response: { 200: invitationPageSchema } } },
    async request => {
      const { role: wanted, ...page } = request.query
      const { items, next } = await listInvitations(db, placeOf(request.principal, wanted), page, new Date())
      return { items: items.map(presentInvitation), next }
    },
  )

  api.post(
    '/invitations',
    { schema: { tags, body: invitationInputSchema, response: { 201: invitationWithUrlSchema } } },
    async (request, reply) => {
      const locationId = placeOf(request.principal, request.body.role)
      const invitedBy = personOf(present(request.principal))
      const { invitation, secret } = await invitePerson(
        db,
        { ...request.body, locationId, invitedBy },
        config.invitationDays,
        new Date(),
      )
      return reply
        .status(201)
        .send({ ...presentInvitation(invitation), url: `${publicUrl()}/invitation/${secret}` })
    },
  )

  api.delete(
    '/invitations/:id',
    { schema: { tags, params, querystring: ofRole, response: { 204: z.null() } } },
    async (request, reply) => {
      await revokeInvitation(db, placeOf(request.principal, request.query.role), request.params.id)
      return reply.status(204).send(null)
    },
  )
}

/** Roles are given where they are held: in the location, or (null) in the whole system. */
function placeOf(principal: Principal | undefined, wanted: Role): string | null {
  const who = present(principal)
  if (wanted === 'location-administrator') return administeredLocation(who)
  requireRole(who, 'system-operator')
  return null
}

function presentUser(user: UserRow): User {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    disabled: user.disabled,
    createdAt: user.createdAt.toISOString(),
    lastSeenAt: user.lastSeenAt?.toISOString() ?? null,
  }
}

function presentInvitation(row: InvitationRow): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }
}
