import { beforeEach, expect, it } from 'vitest'
import {
  type Connected1C,
  type Manual1C,
  newPlatform,
  numbersIn,
  oneC,
  type Platform,
} from '../../support/app/test-server.js'
import { useServer } from '../../support/app/use-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'

const REFUSED = /^failure\n[А-Яа-яёЁ«]/
const NOTHING = { paymentrules: [{ status: 'none' }] }

describeOnNewestPostgres('a session of 1C', pg => {
  const server = useServer(pg)
  let platform: Platform
  let connected: Connected1C
  let one: Manual1C
  beforeEach(async () => {
    platform = await newPlatform(server)
    connected = await platform.connect()
    one = oneC(server, connected)
  })
  const owed = async (): Promise<string[]> => {
    const { body } = await platform.call('GET', '/api/v1/orders?state=owed&sort=placedAt')
    return body.items.map(({ numberIn1c }: { numberIn1c: string }) => numberIn1c).sort()
  }
  const say = async (mode: string, cookie?: string): Promise<string> =>
    (await one.ask(mode, cookie === undefined ? {} : { cookie })).text
  const isRefused = (text: string): boolean => REFUSED.test(text)

  it('confirms what it was given, once more harmlessly, and nothing when nothing was asked', async () => {
    await platform.put('a')
    const idle = await one.signIn()
    expect(await say('success', idle)).toBe('success')
    expect(await owed()).toEqual(['1'])
    const cookie = await one.signIn()
    await one.ask('query', { cookie })
    expect(await say('success', cookie)).toBe('success')
    await platform.put('b')
    expect(await say('success', cookie)).toBe('success')
    expect(await owed()).toEqual(['2'])
  })

  it('each confirms its own when two run at once', async () => {
    await platform.put('a')
    const [first, second] = [await one.signIn(), await one.signIn()]
    expect(numbersIn(await one.ask('query', { cookie: first }))).toEqual(['1'])
    await platform.put('b')
    await platform.put('a', { comment: 'x' })
    expect(numbersIn(await one.ask('query', { cookie: second }))).toEqual(['2', '1'])
    expect(await say('success', first)).toBe('success')
    expect(await owed()).toEqual(['1', '2'])
    expect(await say('success', second)).toBe('success')
    expect(await owed()).toEqual([])
    expect(await say('success', first)).toBe('success')
  })

  it('asked twice is answered the same batch anew, in its newest state, and confirms only that', async () => {
    await platform.put('a')
    const cookie = await one.signIn()
    await one.ask('query', { cookie })
    await platform.put('a', { comment: 'новее' })
    await platform.put('b')
    const again = await one.ask('query', { cookie })
    expect(again.text).toContain('новее')
    expect(numbersIn(again)).toEqual(['2', '1'])
    expect(await say('success', cookie)).toBe('success')
    expect(await owed()).toEqual([])
  })

  it('asked anew after success gets only what came since', async () => {
    await platform.put('a')
    const cookie = await one.signIn()
    await one.ask('query', { cookie })
    await say('success', cookie)
    expect(numbersIn(await one.ask('query', { cookie }))).toEqual([])
    await platform.put('b')
    expect(numbersIn(await one.ask('query', { cookie }))).toEqual(['2'])
    expect(await say('success', cookie)).toBe('success')
    expect(await owed()).toEqual([])
  })

  it('without cookies works, too: success means the integration’s latest batch', async () => {
    await platform.put('a')
    expect(await say('checkauth')).toMatch(/^success\n/)
    expect(numbersIn(await one.ask('query'))).toEqual(['1'])
    expect(await say('success')).toBe('success')
    expect(await owed()).toEqual([])
  })

  it.each([
    ['unknown', async () => 'obmen1c=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['of another login', async () => oneC(server, await platform.connect(NOTHING)).signIn()],
    ['of another location', async () => oneC(server, await (await newPlatform(server)).connect()).signIn()],
    ['empty', async () => 'obmen1c='],
    ['that is odd', async () => 'obmen1c=%00%ff"\'; obmen1c'],
  ])('with a cookie that is %s gets failure and confirms nothing', async (what, foreign) => {
    await platform.put('a')
    const good = await one.signIn()
    await one.ask('query', { cookie: good })
    const cookie = await foreign()
    expect([what, isRefused(await say('success', cookie))]).toEqual([what, true])
    expect(isRefused(await say('query', cookie))).toBe(true)
    expect(await owed()).toEqual(['1'])
    expect(await say('success', good)).toBe('success')
    expect(await owed()).toEqual([])
  })

  it('that nobody called for a day is expired: failure, nothing confirmed', async () => {
    await platform.put('a')
    const cookie = await one.signIn()
    await one.ask('query', { cookie })
    // The journal notes calls a moment later.
    const noted = `select call_count as calls, orders_offered as offered from exchange_session
        where not summary_only order by id desc limit 1`
    await expect
      .poll(async () => (await server.db.query(noted)).rows, { timeout: 10_000 })
      .toEqual([{ calls: 1, offered: 1 }])
    await server.db.query(`update exchange_session set last_call_at = now() - interval '25 hours'`)
    expect(await say('success', cookie)).toMatch(REFUSED)
    expect(await owed()).toEqual(['1'])
    expect(await one.exchange()).toEqual(['1'])
  })
})
