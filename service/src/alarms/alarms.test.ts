import type { AlarmCause, AlarmChannel } from '@obmen/contract'
import type { AlarmSettingsInput } from '@obmen/contract/rest'
import { beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { connect, makeCompany, makePlace } from '../../test/support/place.js'
import type { Database } from '../db/database.js'
import type { Condition } from './alarm.js'
import { keepAlarms } from './lifecycle.js'
import { acknowledge, listAlarms } from './list-alarms.js'
import { planNotices } from './notices.js'
import { fillSettings, saveSettings } from './settings.js'

const MINUTE = 60_000
const HOUR = 60
/** In the middle of a day of the location, whose clock is five hours ahead. */
const START = Date.parse('2026-11-30T08:00:00Z')
const at = (minutes: number): Date => new Date(START + minutes * MINUTE)

describeOnEachPostgres('alarms', pg => {
  let db: Database
  let locationId: string
  let userId: string
  beforeEach(async () => {
    db = await pg.freshDatabase()
    locationId = (await makePlace(db)).locationId
    userId = await person('anna@example.ru')
  })
  /** An administrator, or an accountant of these companies. */
  const person = async (email: string, companyIds?: string[]): Promise<string> => {
    const { rows } = await db.query<{ id: string }>(
      `with made as (insert into user_account (email) values ($1) returning id)
       insert into user_role (user_id, role, location_id, company_ids) select id, $3, $2, $4 from made
       returning user_id as id`,
      [email, locationId, companyIds ? 'accountant' : 'location-administrator', companyIds],
    )
    return rows[0]!.id
  }
  const condition = (cause: AlarmCause, more: Partial<Condition> = {}): Condition => ({
    ...{ cause, locationId, subject: 'kassa', integrationKey: null, since: at(-5), facts: {} },
    ...more,
  })
  /** What is wrong at that minute; what falls due is sent at once. Tells what was sent. */
  const look = async (minutes: number, conditions: Condition[], unjudged: AlarmCause[] = []) => {
    const now = at(minutes)
    await db.transaction(async tx => {
      const kept = await keepAlarms(tx, conditions, { unjudged: new Set(unjudged), now })
      await planNotices(tx, kept, CHANNELS, now)
    })
    const { rows } = await db.query<{ told: string }>(
      `with sent as (
         update alarm_notice set sent_at = $1 where due_at <= $1 and sent_at is null
         returning alarm_key, user_id, kind)
       select concat_ws(' ', case when s.user_id <> $2 then 'other' end, s.kind, a.cause) as told
         from sent s join alarm a on a.key = s.alarm_key order by told`,
      [now, userId],
    )
    return rows.map(({ told }) => told)
  }
  const CHANNELS: AlarmChannel[] = ['mail']
  const choose = (settings: AlarmSettingsInput) =>
    saveSettings(db, { userId, locationId }, fillSettings(settings))

  it('are told once, then at growing pauses that they still are, and that they are over', async () => {
    const silent = [condition('silent')]
    expect(await look(0, silent)).toEqual(['open silent'])
    const told: string[] = []
    for (let hour = 1; hour <= 66; hour++)
      for (const one of await look(hour * HOUR, silent)) told.push(`${hour}: ${one}`)
    expect(told).toEqual([
      '1: still silent',
      '5: still silent',
      '17: still silent',
      '41: still silent',
      '65: still silent',
    ])
    expect(await look(67 * HOUR, [])).toEqual(['over silent'])
    expect(await look(68 * HOUR, [])).toEqual([])
    const { rows } = await db.query('select type from event order by key')
    expect(rows).toEqual([{ type: 'alarm.opened' }, { type: 'alarm.over' }])
  })

  it('are not told of what comes and goes within three minutes', async () => {
    const refused = [condition('refused')]
    for (const minute of [0, 2]) expect(await look(minute, refused)).toEqual([])
    expect(await look(2.5, [])).toEqual([])
    for (const minute of [3, 5]) expect(await look(minute, refused)).toEqual([])
    expect(await look(6, refused)).toEqual(['open refused'])
  })

  it('say nothing of what follows from another, which is not told as over meanwhile', async () => {
    expect(await look(0, [condition('late')])).toEqual([])
    expect(await look(1, [condition('late')])).toEqual(['open late'])
    expect(await look(2, [condition('silent')])).toEqual(['open silent'])
    // The reminder of one hour is that of the silence alone.
    expect(await look(HOUR + 2, [condition('silent'), condition('late')])).toEqual(['still silent'])
    expect(await look(HOUR + 3, [condition('late')])).toEqual(['over silent', 'still late'])
    expect(await look(HOUR + 4, [])).toEqual(['over late'])
  })

  it('wait for the end of quiet hours, and are not told at all if they are over by then', async () => {
    await choose({ quietHours: { from: '12:30', to: '15:00' } })
    expect(await look(0, [condition('silent'), condition('held')])).toEqual([])
    expect(await look(90, [condition('silent')])).toEqual([])
    expect(await look(119, [condition('silent')])).toEqual([])
    expect(await look(120, [condition('silent')])).toEqual(['open silent'])
  })

  it('remind nobody while they are acknowledged', async () => {
    const silent = [condition('silent')]
    await look(0, silent)
    const { rows } = await db.query<{ id: string }>('select id from alarm')
    await acknowledge(db, rows[0]!.id, { userId, locationId }, 8)
    await db.query('update alarm set acknowledged_until = $1', [at(8 * HOUR)])
    for (const hour of [1, 5, 7]) expect(await look(hour * HOUR, silent)).toEqual([])
    expect(await look(8 * HOUR, silent)).toEqual(['still silent'])
  })

  it('are told to each who wants to know, and over only to who was told', async () => {
    await choose({ causes: { silent: false } })
    const both = [condition('silent'), condition('held')]
    expect(await look(0, both)).toEqual(['open held'])
    await person('boris@example.ru')
    expect(await look(1, both)).toEqual(['other open held', 'other open silent'])
    await choose({ channels: { mail: { enabled: false } } })
    expect(await look(2, [])).toEqual(['other over held', 'other over silent'])
  })

  it('are told and shown to an accountant if they are of a 1C of their companies, without where it is', async () => {
    const own = { locationId, companyId: await makeCompany(db, locationId) }
    const accountant = await person('vera@example.ru', [own.companyId])
    const other = await connect(db, { locationId, companyId: await makeCompany(db, locationId) })
    const facts = { failure: 'Сервер 1c.example.ru не отвечает.' }
    const failing = [await connect(db, own), other].map(({ key }) =>
      condition('reading-failed', { integrationKey: key, subject: String(key), facts }),
    )
    await look(0, [...failing, condition('webhook-stopped')])
    const { rows } = await db.query(
      `select a.subject from alarm_notice n join alarm a on a.key = n.alarm_key where n.user_id = $1`,
      [accountant],
    )
    const scope = { locationId, companyIds: [own.companyId] }
    const { items } = await listAlarms(db, scope, { state: 'open', limit: 10 })
    expect(rows).toEqual([{ subject: failing[0]!.subject }])
    expect(items).toMatchObject([{ cause: 'reading-failed', facts: { failure: null } }])
  })

  it('of the server stay as they are while no server can judge them, for an hour', async () => {
    const disk = condition('disk', { locationId: null, subject: '' })
    await look(0, [disk])
    const open = async () => (await db.query('select from alarm where ended_at is null')).rowCount
    await look(59, [], ['disk'])
    expect(await open()).toBe(1)
    await look(60, [], ['disk'])
    expect(await open()).toBe(0)
  })
})
