import type { AppError } from '../../../src/errors/app-error.js'
import { STATUS } from '../../../src/errors/app-error.js'
import { makeOperator } from '../../../src/people/roles.js'
import { freshDatabase } from '../databases.js'
import { CHEAP_HASHES } from '../location.js'
import { BODIES, type Fixture, type Operation, operations, prepareFixture } from './every-operation.js'
import { type Person, signInAs } from './person.js'
import { type RestAnswer, retryWhileBusy, startTestServer } from './test-server.js'

const NO_LIMITS = {
  ...{ apiRateLimit: 0, signInAttempts: 1e6, signInAddressAttempts: 1e6, signInLoginAttempts: 1e6 },
  passwordHashQueue: 1e6,
}

/** For some thousand calls, which take many times as long on a loaded machine as on an idle one. */
export const TIMEOUT_MS = 1_800_000

/** A server of its own, somebody who may call every operation, and the operations. */
export interface Extremes extends AsyncDisposable {
  fixture: Fixture
  person: Person
  all: readonly Operation[]
  /** A list as CSV is read as the same list in the other format. */
  sample: readonly Operation[]
  /** Calls it with a valid body. */
  call(operation: Operation, address: string, headers?: Record<string, string>): Promise<RestAnswer>
}

export async function prepareExtremes(): Promise<Extremes> {
  const db = await freshDatabase()
  const fixture = await prepareFixture(await startTestServer(db, NO_LIMITS), '17')
  const person = await operator(fixture)
  const all = await operations(fixture.server)
  return {
    fixture,
    person,
    all,
    sample: all.filter(({ path }) => path !== '/live' && path !== '/orders:batch' && !path.endsWith('.csv')),
    call: (operation, address, headers) =>
      person.call(operation.method.toUpperCase(), address, BODIES[operation.name]?.(fixture), headers),
    async [Symbol.asyncDispose]() {
      await fixture.server[Symbol.asyncDispose]()
      await db[Symbol.asyncDispose]()
    },
  }
}

/** Who may read everything: of the location, and of the system. */
export async function operator({ server, platform }: Fixture): Promise<Person> {
  const { userId } = await makeOperator(
    server.db,
    { email: 'olga@example.ru', password: 'dolgiy-parol-7' },
    CHEAP_HASHES,
  )
  await server.db.query(
    `insert into user_role (user_id, role, location_id) values ($1, 'location-administrator', $2)`,
    [userId, platform.locationId],
  )
  return signInAs(server, 'olga@example.ru', 'dolgiy-parol-7')
}

export interface ExtremeCall {
  what: string
  call(): Promise<RestAnswer>
  /** Called with the answer. */
  answered?(answer: RestAnswer): void
}

/** The calls that were answered 500, or refused in another form than ours. */
export async function faults(calls: Iterable<ExtremeCall>): Promise<string[]> {
  const found: string[] = []
  const waiting = calls[Symbol.iterator]()
  const work = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      const { what, call, answered } = next.value
      const answer = await retryWhileBusy(call)
      const { status, body, text } = answer
      const known = status < 400 || STATUS[body?.code as AppError['code']] === status
      // Our own checks should have refused it before the database did.
      const late = text.includes('База данных не приняла')
      if (status >= 500 || !known || late) found.push(`${what}: ${status} ${text.slice(0, 200)}`)
      answered?.(answer)
    }
  }
  await Promise.all(Array.from({ length: 8 }, work))
  return found
}

/** The start of a value, as a failure shows it. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text
}
