import { randomBytes } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { connect1c } from '../../../test/support/exchange.js'
import type { Database, Queryable } from '../../db/database.js'
import { openSession } from '../../exchange-sessions/open-session.js'
import { findSignedIn } from '../../integrations/connection/sign-in-integration.js'
import { createDays } from '../../journal/partitions.js'
import { sessionToucher } from './touch-sessions.js'

const ANY = { key: 1, locationId: '' }

describeOnEachPostgres('what calls tell of their sessions', pg => {
  let db: Database
  beforeAll(async () => {
    db = await pg.freshDatabase()
    await createDays(db, new Date())
  })

  const aSession = async (): Promise<number> => {
    const { key } = await connect1c(db)
    const integration = (await findSignedIn(db, key))!
    return (await openSession(db, { integration, tokenHash: randomBytes(32), userAgent: '', address: '' })).id
  }
  const stored = async (id: number): Promise<unknown> =>
    (
      await db.query(
        `select cml_version as "cmlVersion", init_kind as "initKind", cookie_seen as seen from exchange_session where id = $1`,
        [id],
      )
    ).rows[0]
  const version = (sessionId: number, cmlVersion: string) => ({
    ...{ sessionId, integration: ANY, cmlVersion },
    ...{ initKind: undefined, byCookie: true },
  })
  const init = (sessionId: number) => ({
    ...{ sessionId, integration: ANY, cmlVersion: undefined },
    ...{ initKind: 'plain' as const, byCookie: true },
  })

  it('at once is recorded by one statement, all of it', async () => {
    const [one, two] = [await aSession(), await aSession()]
    const names: (string | undefined)[] = []
    const named: Queryable = {
      ...db,
      query: (text, values, name) => {
        names.push(name?.replace(/-\d+$/, ''))
        return db.query(text, values, name)
      },
    }
    const touch = sessionToucher(named, () => named)
    await Promise.all([touch(init(one)), touch(version(two, '2.08'))])
    expect(names).toEqual(['exchange-touch-all'])
    await Promise.all([touch(version(one, '2.09')), touch(version(one, '2.10')), touch(init(two))])
    expect(await stored(one)).toEqual({ cmlVersion: '2.10', initKind: 'plain', seen: true })
    expect(await stored(two)).toEqual({ cmlVersion: '2.08', initKind: 'plain', seen: true })
  })

  it('without a cookie leaves the session one that nobody came back to', async () => {
    const session = await aSession()
    const touch = sessionToucher(db, () => db)
    await touch({ ...init(session), byCookie: false })
    expect(await stored(session)).toMatchObject({ initKind: 'plain', seen: false })
    await touch({ ...version(session, '2.08'), byCookie: true })
    await touch({ ...version(session, '2.09'), byCookie: false })
    expect(await stored(session)).toMatchObject({ cmlVersion: '2.09', seen: true })
  })

  it('waits for the lock of its own session, and for no other’s', async () => {
    const [busy, free] = [await aSession(), await aSession()]
    const touch = sessionToucher(db, () => db)
    let waiting: Promise<void> | undefined
    await db.transaction(async tx => {
      await tx.query('select from exchange_session where id = $1 for update', [busy])
      waiting = touch(init(busy))
      await touch(init(free))
      expect(await stored(free)).toMatchObject({ initKind: 'plain' })
      expect(await stored(busy)).toMatchObject({ initKind: null })
    })
    await waiting
    expect(await stored(busy)).toMatchObject({ initKind: 'plain' })
  })
})
