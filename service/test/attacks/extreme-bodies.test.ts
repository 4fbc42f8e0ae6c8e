import { beforeAll, describe, expect, it } from 'vitest'
import { addressOf, BODIES, type Operation } from '../support/app/every-operation.js'
import {
  type ExtremeCall,
  type Extremes,
  faults,
  prepareExtremes,
  show,
  TIMEOUT_MS,
} from '../support/app/extreme-calls.js'
import { rawBodies, spoiledBodies } from '../support/app/extreme-json.js'
import { HEADER_VALUES } from '../support/app/extreme-words.js'
import { newPlatform, sampleOrder } from '../support/app/test-server.js'

const VALIDATE = 'post /integrations/settings:validate'
const CONNECT = 'post /integrations'
const MORE_OF_AN_ORDER = {
  ...{ comment: 'к', place: { id: 'p', name: 'Зал' }, attributes: { Этаж: '5' } },
  delivery: { name: 'Курьер', address: 'ул. Мира, 9', amount: '0.00', vat: '20' },
}

/** One of so many bodies is sent, in turn: operations read bodies alike, and every value comes to several. */
const SHARE = 10

/** The texts of bodies made of a valid one, and where each differs from it. */
type Bodies = (body: object) => Iterable<{ at: string; text: string }>

describe('whatever is sent to the API', () => {
  let extremes: Extremes
  beforeAll(async () => {
    extremes = await prepareExtremes()
    return () => extremes[Symbol.asyncDispose]()
  })
  const operation = (name: string): Operation => extremes.all.find(one => one.name === name)!

  it('each operation with a body has one here that works', () => {
    const withBody = extremes.all.filter(({ hasBody }) => hasBody)
    expect(withBody.map(({ name }) => name).sort()).toEqual(Object.keys(BODIES).sort())
  })

  /** Calls of the operation with each of these bodies. */
  function* calling(one: Operation, bodies: Bodies): Generator<ExtremeCall & { at: string }> {
    const { fixture, person } = extremes
    const address = addressOf(one, fixture.ids, '')
    for (const { at, text } of bodies(BODIES[one.name]!(fixture)))
      yield {
        at,
        what: `${one.name} ${at}`,
        call: () => person.call(one.method.toUpperCase(), address, text),
      }
  }

  /** What is wrong when each operation but these is called with its share of the bodies. */
  async function faultsWith(bodies: Bodies, except: readonly string[] = []): Promise<string[]> {
    // Settings are read alike wherever they are sent: what reading refuses is sent once.
    const refused = new Set<string>()
    function* validating(): Generator<ExtremeCall> {
      for (const one of calling(operation(VALIDATE), bodies))
        yield {
          ...one,
          answered: ({ status }) => status === 422 && one.at.startsWith('/settings') && refused.add(one.at),
        }
    }
    function* others(): Generator<ExtremeCall> {
      let turn = 0
      // The last: each integration that it adds makes all that follows slower.
      const connecting = operation(CONNECT)
      for (const one of [...extremes.sample.filter(other => other !== connecting), connecting])
        if (one.hasBody && ![VALIDATE, ...except].includes(one.name))
          for (const call of calling(one, bodies))
            if (!refused.has(call.at) && turn++ % SHARE === 0) yield call
    }
    return [...(await faults(validating())), ...(await faults(others()))]
  }

  it.each([CONNECT, 'patch /integrations/{id}'])(
    '%s refuses the settings that reading refuses, with its words',
    async name => {
      const settings = { ...(BODIES[VALIDATE]!(extremes.fixture) as { settings: object }).settings }
      const wrong = JSON.stringify({ ...settings, batchlimit: -1, filelimit: {}, encoding: '😀' })
      const ask = (one: Operation) => {
        const body = { ...BODIES[one.name]!(extremes.fixture), settings: JSON.parse(wrong) }
        const address = addressOf(one, extremes.fixture.ids, '')
        return extremes.person.call(one.method.toUpperCase(), address, body)
      }
      const read = await ask(operation(VALIDATE))
      expect([read.status, read.body.errors.length]).toEqual([422, 3])
      expect((await ask(operation(name))).body).toEqual({ ...read.body, instance: expect.any(String) })
    },
  )

  it(
    'in an order, spoils that order alone and is never answered 500',
    async () => {
      // Its own: these orders are owed to each integration that another test has added to a location.
      const platform = await newPlatform(extremes.fixture.server)
      for (const client of ['bp', 'ut']) await platform.connect({ client })
      const order = { ...sampleOrder(platform.companyId), id: 'spoiled', ...MORE_OF_AN_ORDER }
      const spoiled = [...spoiledBodies(order)]
      const { status, body } = await platform.batch(spoiled.map(one => JSON.stringify(one.body)))
      expect([status, body.length]).toEqual([200, spoiled.length])
      const known = new Set([200, 201, 400, 409, 413, 422])
      const faulty = body.flatMap((line: { status: number }, at: number) =>
        known.has(line.status) && !JSON.stringify(line).includes('База данных не приняла')
          ? []
          : [`${spoiled[at]!.at}: ${JSON.stringify(line).slice(0, 200)}`],
      )
      expect(faulty).toEqual([])
    },
    TIMEOUT_MS,
  )

  it('in a body over the limit of its operation, is refused unread, naming the setting', async () => {
    type Limit = { limit: number; setting?: string; of?: string[] }
    const { fixture, person } = extremes
    const limits: Limit[] = [
      { setting: 'REQUEST_BODY_LIMIT', limit: 16 * 2 ** 20, of: ['put /orders/{id}'] },
      {
        limit: 64 * 2 ** 10,
        of: ['post /auth/sign-in', 'post /open-invitations/{secret}/accept'],
      },
    ]
    const small: Limit = { limit: 256 * 2 ** 10 }
    for (const one of extremes.all.filter(({ hasBody }) => hasBody)) {
      const name = one.name
      const { of: _, ...params } = limits.find(({ of }) => of?.includes(name)) ?? small
      const { limit, setting = '' } = params
      const ask = (bytes: number) =>
        person.call(one.method.toUpperCase(), addressOf(one, fixture.ids, ''), `"${'x'.repeat(bytes - 2)}"`)
      const { status, body } = await ask(limit + 1)
      expect([name, status, body.reason, body.params]).toEqual([name, 413, 'body-too-large', params])
      expect(body.detail).toContain(setting)
      expect([name, (await ask(limit)).status]).toEqual([name, expect.not.toBeOneOf([413, 500])])
    }
  })

  it('in a header, is never answered 500', async () => {
    const headers = ['if-match', 'if-none-match', 'x-obmen-location', 'authorization', 'content-type']
    const one = operation('patch /integrations/{id}')
    function* calls(): Generator<ExtremeCall> {
      for (const name of [...headers, 'range', 'accept'])
        for (const value of HEADER_VALUES)
          yield {
            what: `${one.name} ${name}: ${show(value)}`,
            call: () => extremes.call(one, addressOf(one, extremes.fixture.ids, ''), { [name]: value }),
          }
    }
    expect(await faults(calls())).toEqual([])
  })

  it(
    'in JSON that no program writes, is never answered 500, and nothing is taken from __proto__',
    async () => {
      expect(await faultsWith(rawBodies)).toEqual([])
      expect(({} as { a?: number }).a).toBeUndefined()
    },
    TIMEOUT_MS,
  )

  it(
    'in a body, is never answered 500',
    async () => {
      function* spoiled(body: object): ReturnType<Bodies> {
        for (const one of spoiledBodies(body)) yield { at: one.at, text: JSON.stringify(one.body) }
      }
      // Each order is sent so above.
      expect(await faultsWith(spoiled, ['put /orders/{id}'])).toEqual([])
    },
    TIMEOUT_MS,
  )
})
