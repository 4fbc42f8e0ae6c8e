import type { ReadingInput } from '@obmen/contract/rest'
import { beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import {
  accepted,
  connect,
  makePlace,
  PAID_BY_CARD,
  put as putOrder,
  type TestPlace,
} from '../../test/support/place.js'
import { secretsFor } from '../../test/support/secrets.js'
import type { Database } from '../db/database.js'
import type { Secrets } from '../db/secrets/open-secrets.js'
import { getIntegration, type Integration } from '../integrations/integration.js'
import { candidateOf, deleteReading, putReading, requestReading } from './connection.js'
import { bp } from './programs/bp.js'
import { findReading, forgetReadingPasswords, getReading, openPassword } from './reading.js'

const ADDRESS = { url: 'https://1c.example.ru/base', login: 'чтение' }
const INPUT: ReadingInput = {
  ...{ ...ADDRESS, password: 'тайна', everyMinutes: 15, enabled: true, organization: null },
}

describeOnEachPostgres('how a 1C is read', pg => {
  let db: Database
  let place: TestPlace
  let integration: Integration
  let secrets: Secrets
  beforeEach(async () => {
    db ??= await pg.freshDatabase()
    secrets = await secretsFor(db)
    place = await makePlace(db)
    const { id } = await connect(db, place)
    integration = await getIntegration(db, place.locationId, id)
  })
  const rules = (allowPrivate = false) => ({ by: {}, allowPrivate, secrets })
  const put = (changes: Partial<ReadingInput> = {}) =>
    putReading(db, integration, { ...INPUT, ...changes }, rules())
  const fields = (made: Promise<unknown>) =>
    made.then(
      () => 'taken',
      error => error.errors?.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`),
    )

  it('is stored with its password encrypted for its row alone', async () => {
    const stored = await put()
    expect(stored).toMatchObject({ ...ADDRESS, requested: true, number: 0, failure: null, progress: null })
    const { rows } = await db.query<{ row: string }>('select r::text as row from reading r')
    expect(rows.map(({ row }) => row).join()).not.toContain('тайна')
    expect(openPassword(stored, secrets)).toBe('тайна')
    expect(() => openPassword({ ...stored, integrationKey: 0 }, secrets)).toThrow()
  })

  it('keeps its password for the same address and user, and takes none from elsewhere', async () => {
    const { password: _, ...without } = INPUT
    const putWithout = (changes: Partial<ReadingInput>) =>
      fields(putReading(db, integration, { ...without, ...changes }, rules()))
    expect(await putWithout({})).toEqual(['/password reading-password-needed'])
    await put()
    expect(await putWithout({ everyMinutes: 5 })).toBe('taken')
    expect(openPassword(await getReading(db, integration.key), secrets)).toBe('тайна')
    expect(await putWithout({ url: 'https://elsewhere.example' })).toEqual([
      '/password reading-password-needed',
    ])
    expect(await putWithout({ login: 'другой' })).toEqual(['/password reading-password-needed'])
  })

  it('is checked as stored or as entered, and the stored password goes to no other address', async () => {
    const candidate = (input: Parameters<typeof candidateOf>[2]) =>
      candidateOf(db, integration, input, rules())
    await expect(candidate({})).rejects.toMatchObject({ code: 'not-found' })
    expect(await candidate({ ...ADDRESS, password: '' })).toMatchObject({ password: '' })
    await put({ organization: '7707083893' })
    const stored = { ...ADDRESS, password: 'тайна', organization: '7707083893', program: bp }
    expect(await candidate({})).toEqual(stored)
    expect(await candidate({ organization: null })).toEqual({ ...stored, organization: null })
    for (const other of [{ url: 'https://elsewhere.example' }, { login: 'другой' }])
      expect(await fields(candidate(other))).toEqual(['/password reading-password-needed'])
  })

  it('knows an address in any spelling, of the service and of the web client too', async () => {
    expect(await put()).toMatchObject({ url: ADDRESS.url })
    const { password: _, ...without } = INPUT
    for (const tail of ['/', '/ru_RU/', '/odata/standard.odata/'])
      expect((await putReading(db, integration, { ...without, url: ADDRESS.url + tail }, rules())).url).toBe(
        ADDRESS.url,
      )
    const bare = await put({ url: 'http://1c.example.ru:8080' })
    expect(bare.url).toBe('http://1c.example.ru:8080')
  })

  it('put again forgets what would have shown an older copy, and reads everything at once', async () => {
    await put()
    await db.query(
      `update reading set failure = '{"code":"older-copy","params":{},"count":1}', progress = '{}',
              newest = '{"a":{}}', next_at = now() + interval '1 hour', requested = false
        where integration_key = $1`,
      [integration.key],
    )
    const again = await put()
    expect(again).toMatchObject({ failure: null, progress: null, newest: {}, requested: true })
    expect(again.nextAt!.getTime()).toBeLessThanOrEqual(Date.now() + 60_000)
    expect(await put({ enabled: false })).toMatchObject({ nextAt: null, requested: false })
    await expect(requestReading(db, integration)).rejects.toMatchObject({ reason: { code: 'reading-off' } })
  })

  it('a reading that a person asks for is due now, and there has to be one', async () => {
    await expect(requestReading(db, integration)).rejects.toMatchObject({ code: 'not-found' })
    await put()
    await db.query("update reading set requested = false, next_at = now() + interval '1 hour'")
    const { nextAt, requested } = await requestReading(db, integration)
    expect([nextAt!.getTime() <= Date.now() + 60_000, requested]).toEqual([true, true])
  })

  it('names what is wrong with the address, and the variable that allows an internal one', async () => {
    const of = (url: string) => fields(put({ url }))
    expect(await of('1c.example.ru/base')).toEqual(['/url reading-url-shape'])
    expect(await of('https://1c.example.ru/%E0%A4%A')).toEqual(['/url reading-url-shape'])
    expect(await of('ftp://1c.example.ru/base')).toEqual(['/url reading-url-shape'])
    expect(await of('https://anna:x@1c.example.ru/base')).toEqual(['/url reading-url-credentials'])
    expect(await of('https://1c.example.ru/base?a=1')).toEqual(['/url reading-url-tail'])
    for (const url of [
      'http://127.0.0.1/base',
      'http://localhost/base',
      'http://[::1]/b',
      'http://10.1.2.3/b',
    ])
      expect(await of(url), url).toEqual(['/url reading-url-private'])
    await expect(put({ url: 'http://127.0.0.1/base' })).rejects.toMatchObject({
      errors: [{ message: expect.stringContaining('ALLOW_PRIVATE_ADDRESSES=yes') }],
    })
    expect(await fields(put({ login: 'a\u0000b' }))).toEqual(['/login unprintable'])
    const inside = { ...INPUT, url: 'http://127.0.0.1/base' }
    expect(await fields(putReading(db, integration, inside, rules(true)))).toBe('taken')
  })

  it('is refused for a sandbox and for a program whose documents are not known', async () => {
    const refused = (one: Integration) =>
      putReading(db, one, INPUT, rules()).then(
        () => 'taken',
        error => error.reason.code,
      )
    expect(await refused({ ...integration, sandbox: true })).toBe('reading-of-sandbox')
    const settings = { ...PAID_BY_CARD, client: 'rt' } as const
    expect(await refused({ ...integration, settings })).toBe('reading-of-client')
    const unknown = { ...integration, settings: { ...PAID_BY_CARD, client: 'auto' as const } }
    expect(await refused({ ...unknown, recognizedClient: 'bitrix' })).toBe('reading-of-client')
    expect(await refused(unknown)).toBe('taken')
  })

  it('a lost key takes the password, which has to be entered again; deleted, all of it is gone', async () => {
    await put()
    await forgetReadingPasswords(db)
    const stored = await getReading(db, integration.key)
    expect(openPassword(stored, secrets)).toBeUndefined()
    const { password: _, ...without } = INPUT
    expect(await fields(putReading(db, integration, without, rules()))).toEqual([
      '/password reading-password-needed',
    ])
    await deleteReading(db, integration, {})
    expect(await findReading(db, integration.key)).toBeUndefined()
    await expect(deleteReading(db, integration, {})).rejects.toMatchObject({ code: 'not-found' })
  })

  it('put anew, it counts on from the readings whose rows are known', async () => {
    accepted(await putOrder(db, place))
    await db.query(
      `insert into read_document (integration_key, order_key, ref, kind, marked, reading, seen_at)
       select $1, max(key), gen_random_uuid(), 'СчетНаОплатуПокупателю', true, 7, now() from sale_order`,
      [integration.key],
    )
    expect(await put()).toMatchObject({ number: 7 })
  })
})
