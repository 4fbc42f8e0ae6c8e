import { expect, it } from 'vitest'
import { describeOnNewestPostgres } from '../../../test/support/databases.js'
import { CHEAP_HASHES } from '../../../test/support/location.js'
import { signInRule } from '../../../test/support/sign-in-rule.js'
import { createLocation } from '../../places/locations.js'
import { acceptInvitation, invitePerson } from '../invitations.js'
import { makeOperator } from '../roles.js'
import { changePassword } from './change-password.js'
import type { HashingCaller } from './open-hashing.js'
import { signIn } from './sign-in.js'

const RULE = signInRule()
const PASSWORD = 'dolgiy-parol-1'
const NOW = new Date()

describeOnNewestPostgres('places where passwords are checked', pg => {
  it.each<[string, number, (own: string, place: number) => HashingCaller]>([
    ['a person', 13, (own, place) => ({ login: own, address: `192.0.2.${place}` })],
    ['an address', 13, (_own, place) => ({ login: `other ${place}`, address: '10.0.0.1' })],
  ])('of %s are the same for signing in, a new password and an invitation', async (_what, most, callerOf) => {
    const db = await pg.freshDatabase()
    const { id: locationId } = await createLocation(db, { name: 'Локация', timezone: 'Europe/Moscow' })
    const [own, invited] = ['olga@example.ru', 'anna@example.ru']
    const { userId } = await makeOperator(db, { email: own, password: PASSWORD }, CHEAP_HASHES)
    const invitation = { email: invited, role: 'location-administrator', locationId } as const
    const { secret } = await invitePerson(db, invitation, NOW)
    const from = { address: '10.0.0.1' }
    const signsIn = () => signIn(db, { email: own, password: PASSWORD, ...from, userAgent: '' }, RULE, NOW)
    const changes = () =>
      changePassword(db, { userId, email: own, ...from, current: PASSWORD, next: 'drugoy-parol-2' }, RULE)
    const comes = () => acceptInvitation(db, { secret, name: 'Анна', password: PASSWORD, ...from }, RULE, NOW)

    for (const [email, attempt] of [
      [own, signsIn],
      [own, changes],
      [invited, comes],
    ] as const) {
      await withPlacesHeld(
        most,
        place => callerOf(email, place),
        async () => {
          await expect(attempt()).rejects.toMatchObject({ code: 'too-many-requests' })
        },
      )
      await attempt()
    }
  })
})

/** Does `work` while `count` callers have entered, none of whom leaves before it is done. */
async function withPlacesHeld(
  count: number,
  callerOf: (place: number) => HashingCaller,
  work: () => Promise<void>,
): Promise<void> {
  let leave = (): void => {}
  const leaving = new Promise<void>(resolve => (leave = resolve))
  const held = Array.from({ length: count }, (_, place) => RULE.hashing.enter(callerOf(place), () => leaving))
  await work().finally(leave)
  await Promise.all(held)
}
