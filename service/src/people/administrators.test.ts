import { beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { signInRule } from '../../test/support/sign-in-rule.js'
import type { Database } from '../db/database.js'
import { createLocation } from '../places/locations.js'
import { createToken, listTokens } from './api-tokens.js'
import {
  acceptInvitation,
  findInvitation,
  invitePerson,
  listInvitations,
  revokeInvitation,
} from './invitations.js'
import { findSession } from './sign-in/sessions.js'
import { signIn } from './sign-in/sign-in.js'
import { listUsers, revokeRole, updateProfile, updateUser } from './users.js'

const NOW = new Date('2026-11-17T12:00:00Z')
const RULE = signInRule()
const ALL = { limit: 100 }

describeOnEachPostgres('administrators of a location', pg => {
  let db: Database
  let locationId: string
  beforeEach(async () => {
    db ??= await pg.freshDatabase()
    locationId = await newLocation()
  })
  const newLocation = async (): Promise<string> =>
    (await createLocation(db, { name: `Локация ${Math.random()}`, timezone: 'Europe/Moscow' })).id
  const invite = async (email: string, to: string | null = locationId): Promise<string> => {
    const role = to === null ? 'system-operator' : 'location-administrator'
    return (await invitePerson(db, { email, role, locationId: to }, NOW)).secret
  }
  const join = async (email: string, to: string | null = locationId): Promise<string> => {
    const { userId } = await acceptInvitation(
      db,
      { secret: await invite(email, to), name: 'Имя', password: 'dolgiy-parol-1', address: '10.0.0.1' },
      RULE,
      NOW,
    )
    return userId
  }
  const email = (): string => `${Math.random().toString(36).slice(2)}@example.ru`
  const held = (at = locationId) => ({ role: 'location-administrator', locationId: at }) as const

  it('disabling somebody ends their sessions; who works elsewhere too is not disabled from here', async () => {
    await join(email())
    const address = email()
    const id = await join(address)
    const { secret } = await signIn(
      db,
      { email: address, password: 'dolgiy-parol-1', address: '::1', userAgent: '' },
      RULE,
      NOW,
    )
    expect(await updateUser(db, held(), id, { disabled: true, name: 'Пётр' })).toMatchObject({
      disabled: true,
      name: 'Пётр',
    })
    await updateUser(db, held(), id, { disabled: false })
    expect(await findSession(db, secret, 30, NOW)).toBeUndefined()

    const elsewhere = await newLocation()
    await join(address, elsewhere)
    await expect(updateUser(db, held(), id, { disabled: true })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('who joins a location while another disables them is refused there or stays enabled', async () => {
    await join(email())
    const elsewhere = await newLocation()
    for (let round = 0; round < 10; round++) {
      const address = email()
      const id = await join(address)
      const answer = { secret: await invite(address, elsewhere), name: '', password: '', address: '::1' }
      const [joined, disabled] = await Promise.allSettled([
        acceptInvitation(db, { ...answer, signedInAs: id }, RULE, NOW),
        updateUser(db, held(), id, { disabled: true }),
      ])
      expect([joined.status, disabled.status].sort()).toEqual(['fulfilled', 'rejected'])
      // Of what was refused, neither half happened, and whoever is disabled can be enabled again.
      if (disabled.status === 'fulfilled') await updateUser(db, held(), id, { disabled: false })
      expect(joined.status === 'rejected' ? joined.reason : disabled).toMatchObject(
        joined.status === 'rejected' ? { code: 'unauthenticated' } : { reason: { code: 'conflict' } },
      )
    }
  })

  it('who was disabled and lost the last role may join another location', async () => {
    await join(email())
    const address = email()
    const id = await join(address)
    await updateUser(db, held(), id, { disabled: true })
    await revokeRole(db, id, held())
    const elsewhere = await newLocation()
    expect(await join(address, elsewhere)).toBe(id)
  })

  it('the last one keeps the role and stays enabled; so does the last operator', async () => {
    const one = await join(email())
    await expect(revokeRole(db, one, held())).rejects.toMatchObject({ code: 'conflict' })
    await expect(updateUser(db, held(), one, { disabled: true })).rejects.toMatchObject({
      code: 'conflict',
    })
    const other = await join(email())
    await updateUser(db, held(), other, { disabled: true })
    await expect(revokeRole(db, one, held())).rejects.toMatchObject({ code: 'conflict' })
    await updateUser(db, held(), other, { disabled: false })
    await revokeRole(db, one, held())
    expect((await listUsers(db, held(), ALL)).items.map(user => user.id)).toEqual([other])

    const operator = await join(email(), null)
    await expect(
      revokeRole(db, operator, { role: 'system-operator', locationId: null }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('системный оператор'),
    })
    await db.query('delete from user_role where location_id is null')
  })

  it('the role and tokens of its holder are taken together, or neither is', async () => {
    const [one, other] = [await join(email()), await join(email())]
    const make = async (name: string, createdBy: string, at = locationId) =>
      (await createToken(db, { locationId: at, name, rights: ['orders:read'], createdBy })).token.id
    const [revoked, kept, ofOther] = [await make('1', one), await make('2', one), await make('3', other)]
    const elsewhere = await newLocation()
    const ofElsewhere = await make('4', one, elsewhere)
    const inUse = async (at = locationId) =>
      (await listTokens(db, at, ALL)).items.map(({ name }) => name).toSorted()

    for (const foreign of [ofOther, ofElsewhere])
      await expect(revokeRole(db, one, held(), [revoked, foreign])).rejects.toMatchObject({
        code: 'not-found',
      })
    expect((await listUsers(db, held(), ALL)).items).toHaveLength(2)
    expect(await inUse()).toEqual(['1', '2', '3'])

    expect((await revokeRole(db, one, held(), [revoked])).map(({ id }) => id)).toEqual([kept])
    expect([await inUse(), await inUse(elsewhere)]).toEqual([['2', '3'], ['4']])
    // Asked again because the answer was lost: what was asked for has happened.
    await expect(revokeRole(db, one, held(), [revoked])).rejects.toMatchObject({ code: 'not-found' })
    expect(await inUse()).toEqual(['2', '3'])

    await expect(revokeRole(db, other, held(), [ofOther])).rejects.toMatchObject({ code: 'conflict' })
    expect(await inUse()).toEqual(['2', '3'])
  })

  it('two who take the role from each other at once leave one', async () => {
    const [one, other] = [await join(email()), await join(email())]
    const results = await Promise.allSettled([revokeRole(db, one, held()), revokeRole(db, other, held())])
    expect(results.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await listUsers(db, held(), ALL)).items).toHaveLength(1)
  })

  // What follows is made of statements that the tests above, and those of their rooms, run on each PostgreSQL.
  if (!pg.isNewest) return

  it('who follows the link of an invitation gets an account with the role, once', async () => {
    const address = email()
    const secret = await invite(address.toUpperCase())
    expect(await findInvitation(db, secret, NOW)).toMatchObject({
      email: address,
      role: 'location-administrator',
      locationId,
    })
    const answers = await Promise.allSettled(
      [1, 2].map(() =>
        acceptInvitation(
          db,
          { secret, name: ' Анна ', password: 'dolgiy-parol-1', address: '10.0.0.1' },
          RULE,
          NOW,
        ),
      ),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(findInvitation(db, secret, NOW)).rejects.toMatchObject({ code: 'not-found' })
    expect((await listUsers(db, held(), ALL)).items).toMatchObject([
      { email: address, name: 'Анна', disabled: false },
    ])
  })

  it('an invitation ends after its days, when it is revoked, and when it is replaced', async () => {
    const secret = await invite(email())
    const late = new Date(NOW.getTime() + 7 * 86_400_000)
    await expect(findInvitation(db, secret, late)).rejects.toMatchObject({ code: 'not-found' })

    const revoked = await invite(email())
    const open = (await listInvitations(db, held(), ALL, NOW)).items
    expect(open).toHaveLength(2)
    await expect(revokeInvitation(db, null, open[0]!.id)).rejects.toMatchObject({ code: 'not-found' })
    for (const { id } of open) await revokeInvitation(db, locationId, id)
    await expect(findInvitation(db, revoked, NOW)).rejects.toMatchObject({ code: 'not-found' })

    const address = email()
    const first = await invite(address)
    await invite(address)
    await expect(findInvitation(db, first, NOW)).rejects.toMatchObject({ code: 'not-found' })
  })

  it("an invitation gives nobody another person's account", async () => {
    const address = email()
    await join(address)
    const elsewhere = await newLocation()
    const secret = await invite(address, elsewhere)
    const accept = (password: string, signedInAs?: string) =>
      acceptInvitation(db, { secret, name: 'x', password, address: '10.0.0.1', signedInAs }, RULE, NOW)
    await expect(accept('stolen')).rejects.toMatchObject({ code: 'invalid' })
    await expect(accept('', await join(email()))).rejects.toMatchObject({ code: 'invalid' })
    await accept('dolgiy-parol-1')
    expect((await listUsers(db, held(elsewhere), ALL)).items).toMatchObject([{ email: address, name: 'Имя' }])
    await expect(invite(address, elsewhere)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('accepting hashes as often whether the address has an account or not', async () => {
    const known = email()
    await join(known)
    const counts: number[] = []
    for (const address of [known, email()]) {
      let count = 0
      const hashing = {
        enter: ((caller, work) => {
          count++
          return RULE.hashing.enter(caller, work)
        }) as typeof RULE.hashing.enter,
      }
      const answer = { secret: await invite(address, await newLocation()), name: 'x', address: '10.0.0.8' }
      await acceptInvitation(db, { ...answer, password: 'another-one' }, { ...RULE, hashing }, NOW)
      counts.push(count)
    }
    expect(counts).toEqual([2, 2])
  })

  it('guesses at an invited account are counted with those of signing in', async () => {
    const address = email()
    await join(address)
    const rule = { ...RULE, signInAttempts: 3 }
    const guess = async (password: string) => {
      const secret = await invite(address, await newLocation())
      return acceptInvitation(db, { secret, name: 'x', password, address: '10.0.0.9' }, rule, NOW)
    }
    const guesses = Array.from({ length: 20 }, (_, index) => guess(`guess-${index}`))
    const codes = (await Promise.allSettled(guesses)).map(
      result => result.status === 'rejected' && (result.reason as { code: string }).code,
    )
    expect(codes.filter(code => code === false).length).toBeLessThanOrEqual(3)
    const refused = ['locked-out', 'too-many-requests']
    expect(codes.filter(code => refused.includes(String(code))).length).toBeGreaterThanOrEqual(17)
    await expect(guess('dolgiy-parol-1')).rejects.toMatchObject({ code: 'locked-out' })
    const entering = { email: address, password: 'dolgiy-parol-1', address: '10.0.0.9', userAgent: '' }
    await expect(signIn(db, entering, rule, NOW)).rejects.toMatchObject({ code: 'locked-out' })
  })

  it('whoever administers another location too keeps the name and the sign-in that they have', async () => {
    await join(email())
    const address = email()
    const id = await join(address)
    const elsewhere = await newLocation()
    const answer = { secret: await invite(address, elsewhere), name: '', password: '', address: '::1' }
    await acceptInvitation(db, { ...answer, signedInAs: id }, RULE, NOW)
    for (const change of [{ name: 'Мошенник' }, { disabled: true }])
      await expect(updateUser(db, held(), id, change)).rejects.toMatchObject({ code: 'conflict' })
    expect(await updateUser(db, held(), id, { name: 'Имя', disabled: false })).toMatchObject({
      name: 'Имя',
    })
  })

  it('lists come in pages, each person once', async () => {
    const ids = [await join(email()), await join(email()), await join(email())]
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listUsers(db, held(), { limit: 1, cursor })
      seen.push(...page.items.map(user => user.id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen.toSorted()).toEqual(ids.toSorted())
    await expect(listUsers(db, held(), { limit: 1, cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('a person chooses how lists look, and keeps that whatever else is changed', async () => {
    const id = await join(email())
    const preferences = { density: 'compact' as const, hiddenColumns: { orders: ['status'] }, views: [] }
    await updateProfile(db, id, { preferences })
    await updateProfile(db, id, { name: 'Анна' })
    const { rows } = await db.query('select preferences from user_account where id = $1', [id])
    expect(rows).toEqual([{ preferences }])
  })
})
