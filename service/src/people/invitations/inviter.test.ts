import { beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { signInRule } from '../../../test/support/sign-in-rule.js'
import type { Database } from '../../db/database.js'
import { createLocation } from '../../places/locations.js'
import {
  acceptInvitation,
  findInvitation,
  invitePerson,
  listInvitations,
  revokeInvitation,
} from '../invitations.js'
import type { AssignedRole } from '../roles.js'
import { revokeRole, updateUser } from '../users.js'

const NOW = new Date()
const RULE = signInRule()
const OPERATORS = { role: 'system-operator', locationId: null } as const

describeOnEachPostgres('who invites', pg => {
  let db: Database
  let administrators: AssignedRole
  beforeEach(async () => {
    db = await pg.freshDatabase()
    const { id: locationId } = await createLocation(db, { name: 'Локация', timezone: 'Europe/Moscow' })
    administrators = { role: 'location-administrator', locationId }
  })
  let people = 0
  const invite = async (to: AssignedRole, invitedBy?: string): Promise<string> =>
    (await invitePerson(db, { email: `person-${people++}@example.ru`, ...to, invitedBy }, NOW)).secret
  const accept = async (secret: string): Promise<string> => {
    const answer = { secret, name: 'Имя', password: 'dolgiy-parol-1', address: '10.0.0.1' }
    return (await acceptInvitation(db, answer, RULE, NOW)).userId
  }
  const join = async (to: AssignedRole): Promise<string> => accept(await invite(to))

  it.each([
    ['loses the role', (id: string) => revokeRole(db, id, administrators)],
    ['is disabled', (id: string) => updateUser(db, administrators, id, { disabled: true })],
  ])('and %s has invited in vain whoever has not come yet', async (_what, take) => {
    const kept = await invite(administrators, await join(administrators))
    const leaving = await join(administrators)
    const late = await invite(administrators, leaving)
    await accept(await invite(administrators, leaving))
    await take(leaving)
    await expect(findInvitation(db, late, NOW)).rejects.toMatchObject({ code: 'not-found' })
    await expect(accept(late)).rejects.toMatchObject({ code: 'not-found' })
    expect((await listInvitations(db, administrators, { limit: 100 }, NOW)).items).toHaveLength(1)
    await accept(kept)
  })

  it('a location has two hundred open invitations at most', async () => {
    const [staying, leaving] = [await join(administrators), await join(administrators)]
    const fill = (count: number, invitedBy: string, days: number) =>
      db.query(
        `insert into user_invitation (token_hash, email, role, location_id, invited_by, expires_at)
         select sha256(random()::text::bytea), 'open-' || n || '@example.ru', $1, $2, $3, $4::timestamptz + $5 * interval '1 day'
           from generate_series(1, $6) n`,
        [administrators.role, administrators.locationId, invitedBy, NOW, days, count],
      )
    await fill(150, leaving, 7)
    await fill(150, staying, -1)
    await revokeRole(db, leaving, administrators)
    await fill(198, staying, 7)
    const { locationId } = administrators
    const invitation = { email: 'new@example.ru', role: 'location-administrator', locationId } as const
    const first = await invitePerson(db, { ...invitation, invitedBy: staying }, NOW)
    await invite(administrators, staying)
    await expect(invite(administrators, staying)).rejects.toMatchObject({
      code: 'conflict',
      reason: { code: 'too-many-invitations' },
    })
    const again = await invitePerson(db, { ...invitation, invitedBy: staying }, NOW)
    expect(again.invitation.id).not.toBe(first.invitation.id)
    await invite(OPERATORS)
    await revokeInvitation(db, locationId, again.invitation.id)
    await accept(await invite(administrators, staying))
    await invite(administrators, staying)
  })

  it('operators invite operators and first administrators, administrators no operators', async () => {
    const operator = await join(OPERATORS)
    const [first, second] = [await invite(administrators, operator), await invite(administrators, operator)]
    const administrator = await accept(first)
    await expect(accept(second)).rejects.toMatchObject({ code: 'not-found' })
    await expect(accept(await invite(OPERATORS, administrator))).rejects.toMatchObject({ code: 'not-found' })
    await accept(await invite(OPERATORS, operator))
  })

  it.each([
    ['loses the role', (id: string) => revokeRole(db, id, OPERATORS)],
    ['is disabled', (id: string) => updateUser(db, OPERATORS, id, { disabled: true })],
  ])('the first administrator of a location still comes after the operator %s', async (_what, take) => {
    await join(OPERATORS)
    const leaving = await join(OPERATORS)
    const [first, second] = [await invite(administrators, leaving), await invite(administrators, leaving)]
    const operator = await invite(OPERATORS, leaving)
    await take(leaving)
    await accept(first)
    for (const secret of [second, operator])
      await expect(accept(secret)).rejects.toMatchObject({ code: 'not-found' })
  })
})
