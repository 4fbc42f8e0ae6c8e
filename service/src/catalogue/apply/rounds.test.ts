import { describe, expect, it } from 'vitest'
import { zipped } from '../../../test/support/archive.js'
import { awayFromMidnight } from '../../../test/support/away-from-midnight.js'
import { ITEM, importFile, offersFile } from '../../../test/support/catalogue.js'
import { uploadingUt } from '../../../test/support/uploading-ut.js'
import type { Queryable } from '../../db/database.js'
import { dayName, dayOf } from '../../db/days.js'
import { createDays } from '../../journal/partitions.js'
import type { RoundPauses } from '../catalogue-limits.js'
import { listFinishedRounds } from './close-round.js'
import { ROUND_LIMITS } from './rounds.js'

const one = uploadingUt()
const { item } = one
const finishedRounds = async (db: Queryable, pauses: RoundPauses) =>
  (await listFinishedRounds(db, pauses)).map(({ key }) => key)
const isOver = async (pauses = { settleSeconds: 15, portionSeconds: 120 }) =>
  (await finishedRounds(one.db, pauses)).includes(one.of.key)

describe('a catalogue of 1C', () => {
  it('whole in several files: only what none of them mentions is gone, once all of them came', async () => {
    const first = await one.session()
    await first.upload('import0_1.xml', importFile([item(1), item(2), item(3), item(4)]))
    await one.closeRound()
    const second = await one.session()
    await second.upload('import0_1.xml', importFile([item(1)]))
    const third = await one.session()
    await third.upload('import0_2.xml', importFile([item(2)]))
    await third.upload('offers0_2.xml', offersFile([{ id: ITEM(3), price: '1' }]))
    expect(Object.values(await one.states())).toEqual(['current', 'current', 'current', 'current'])
    expect(await isOver()).toBe(false)
    await one.db.query(
      `update catalogue_round set last_file_at = now() - interval '30 s' where integration_key = $1`,
      [one.of.key],
    )
    expect(await isOver()).toBe(false)
    expect(await isOver({ settleSeconds: 15, portionSeconds: 29 })).toBe(true)
    await one.closeRound()
    expect(await one.states()).toMatchObject({ [ITEM(3)]: 'current', [ITEM(4)]: 'gone' })
    expect((await one.events()).at(-1)).toEqual({
      whole: true,
      added: 0,
      changed: 0,
      gone: 1,
      brokenLinks: [],
    })
    expect(await isOver()).toBe(false)
    const again = await one.session()
    await again.upload('import0_1.xml', importFile([item(4)], { changesOnly: true }))
    expect(await one.states()).toMatchObject({ [ITEM(1)]: 'current', [ITEM(4)]: 'current' })
  })

  it('is over when 1C says so, or has gone on to its orders', async () => {
    const session = await one.session()
    await session.upload('import0_1.xml', importFile([item(1)]))
    expect(await isOver()).toBe(false)
    expect(await session.ask('mode=deactivate&timestamp=1')).toBe('success')
    expect(await isOver()).toBe(true)
    await one.closeRound()
    await (await one.session()).upload('import0_1.xml', importFile([item(1)]))
    await one.goOn()
    expect(await isOver({ settleSeconds: 15, portionSeconds: 120 })).toBe(false)
    await one.db.query(
      `update catalogue_round set last_file_at = now() - interval '60 s' where integration_key = $1`,
      [one.of.key],
    )
    await one.db.query(
      `update exchange_session set opened_at = now() - interval '20 s'
        where id = (select max(id) from exchange_session where integration_key = $1)`,
      [one.of.key],
    )
    expect(await isOver()).toBe(true)
  })

  it('that is still coming is looked for among the exchanges since its last file, not in the whole journal', async () => {
    await awayFromMidnight()
    const before = new Date(Date.now() - 80 * 86_400_000)
    await createDays(one.db, before)
    await createDays(one.db, new Date())
    await (await one.session()).upload('import0_1.xml', importFile([item(1)]))
    const plan: string[] = []
    const explained: Queryable = {
      ...one.db,
      async query(text, values) {
        const { rows } = await one.db.query<{ 'QUERY PLAN': string }>(
          `explain (analyze, costs off, timing off) ${text}`,
          values,
        )
        plan.push(...rows.map(row => row['QUERY PLAN']))
        return one.db.query(text, values)
      },
    }
    const finished = await finishedRounds(explained, { settleSeconds: 15, portionSeconds: 120 })
    expect(finished).not.toContain(one.of.key)
    const scans = (day: Date) =>
      plan.filter(line => line.includes(` on exchange_session_${dayName(dayOf(day))}`))
    expect(scans(new Date())).not.toEqual([])
    expect(scans(before).filter(line => !line.includes('never executed'))).toEqual([])
  })

  it('whose pictures come last is over when nothing more comes, or 1C says so', async () => {
    const sendWithPicture = async () => {
      const session = await one.session()
      await session.upload('import0_1.xml', importFile([item(1)]))
      const picture = Buffer.of(0xff, 0xd8, 0xff, 0xe0)
      expect(await session.ask('mode=file&filename=1.jpg', picture)).toBe('success')
      return session
    }
    await sendWithPicture()
    const later = (table: string, column: string) =>
      one.db.query(`update ${table} set ${column} = now() - interval '3 min' where integration_key = $1`, [
        one.of.key,
      ])
    await later('catalogue_round', 'last_file_at')
    expect(await isOver()).toBe(false)
    await later('upload', 'last_part_at')
    expect(await isOver()).toBe(true)
    await one.closeRound()
    const session = await sendWithPicture()
    expect(await isOver()).toBe(false)
    await session.ask('mode=complete')
    expect(await isOver()).toBe(true)
  })

  it('whole, uploaded anew before the last one settled, takes away what it lacks all the same', async () => {
    await (await one.session()).upload('import.xml', importFile([item(1), item(2)]))
    await (await one.session()).upload('import.xml', importFile([item(1)]))
    await one.closeRound()
    expect(await one.states()).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'gone' })
  })

  it.each(['import', 'services'])(
    'whole, of which УНФ sends numbered files one after another, is waited for as long as УТ is: %s',
    async name => {
      await (await one.session()).upload(`${name}0.xml`, importFile([item(1), item(2)]))
      await one.closeRound()
      await (await one.session()).upload(`${name}0.xml`, importFile([item(1)]))
      await one.db.query(
        `update catalogue_round set last_file_at = now() - interval '30 s' where integration_key = $1`,
        [one.of.key],
      )
      expect(await isOver()).toBe(false)
      await (await one.session()).upload(`${name}1.xml`, importFile([item(2)], { changesOnly: true }))
      await one.closeRound()
      expect(await one.states()).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'current' })
    },
  )

  it('whole, of which УНФ sends the last file again in a session of its own, is not begun anew by that', async () => {
    await (await one.session()).upload('import0.xml', importFile([item(1), item(2)]))
    await one.closeRound()
    await (await one.session()).upload('import0.xml', importFile([item(1)]))
    for (const price of ['1', '1', '2'])
      await (await one.session()).upload('offers0.xml', offersFile([{ ...item(1), price }]))
    await one.closeRound()
    expect(await one.states()).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'gone' })
  })

  it.each([
    ['in one session', false],
    ['each in a session of its own', true],
  ])('whole, begun anew after changes of its first file, keeps that file: files %s', async (_, apart) => {
    const sendBoth = async () => {
      const first = await one.session()
      await first.upload('import0_1.xml', importFile([item(1), item(2)]))
      const second = apart ? await one.session() : first
      await second.upload('import0_2.xml', importFile([item(3), item(4)]))
    }
    await sendBoth()
    await one.closeRound()
    await sendBoth()
    await (await one.session()).upload('import0_1.xml', importFile([item(1)], { changesOnly: true }))
    await sendBoth()
    await one.closeRound()
    expect(Object.values(await one.states())).toEqual(['current', 'current', 'current', 'current'])
  })

  it('whole, broken off and begun anew, takes nothing away that is still to come', async () => {
    const first = await one.session()
    await first.upload('import0_1.xml', importFile([item(1), item(2)]))
    await first.upload('import0_2.xml', importFile([item(3), item(4)]))
    await one.closeRound()
    await (await one.session()).upload('import0_1.xml', importFile([item(1), item(2)]))
    const again = await one.session()
    await again.upload('import0_1.xml', importFile([item(1), item(2)]))
    const current = Object.fromEntries([1, 2, 3, 4].map(number => [ITEM(number), 'current']))
    expect(await one.states()).toEqual(current)
    await again.upload('import0_2.xml', importFile([item(3), item(4)]))
    await one.closeRound()
    expect(await one.states()).toEqual(current)
    expect((await one.events()).filter(({ gone }) => gone !== 0)).toEqual([])
  })

  it('takes nothing away when the archive of a portion in a session of its own could not be read', async () => {
    await (await one.session()).upload('import0_1.xml', importFile([item(1), item(2)]))
    await one.closeRound()
    await (await one.session()).upload('import0_1.xml', importFile([item(1)]))
    const broken = Buffer.from('PK\u0003\u0004 and no more')
    expect(await (await one.session()).upload('v8_2.zip', broken)).toMatch(/^failure/)
    await one.closeRound()
    expect(await one.states()).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'current' })
    await (await one.session()).upload('import0_1.xml', importFile([item(1)]))
    await one.closeRound()
    expect(await one.states()).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'gone' })
  })

  it('takes nothing away when one of its files could not be read, or when it names no item', async () => {
    await (await one.session()).upload('import0_1.xml', importFile([item(1), item(2)]))
    await one.closeRound()
    const broken = await one.session()
    await broken.upload('import0_1.xml', importFile([item(1)]))
    const cut = importFile([item(2), item(9)]).replace('Услуга 9</Наименование>', 'Услуга 9</Наименование2>')
    expect(await broken.upload('import0_2.xml', cut)).toMatch(/^failure\n.*строка \d+, столбец \d+/)
    await one.closeRound()
    expect(await one.states()).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'current' })
    const cutArchive = await one.session()
    await cutArchive.upload('import0_1.xml', importFile([item(1)]))
    expect(await cutArchive.upload('v8_1.zip', Buffer.from('PK\u0003\u0004 and no more'))).toMatch(/^failure/)
    await one.closeRound()
    expect(await one.states()).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'current' })
    await (await one.session()).upload('import0_1.xml', importFile([]))
    await one.closeRound()
    expect(await one.states()).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'current' })
  })

  it('of more catalogues or files than are kept takes nothing away, however many come, and the next is judged again', async () => {
    const kept = async () => {
      const { rows } = await one.db.query<object>(
        `select files, catalogues, cardinality(whole_items) as whole, failed,
                (select count(*) from catalogue_round_file f where f.integration_key = r.integration_key) as rows
           from catalogue_round r where integration_key = $1`,
        [one.of.key],
      )
      return rows[0]
    }
    const sendWhole = async (name: string, items: number[], catalogue = 'c') => {
      const file = importFile(
        items.map(number => item(number)),
        { catalogue },
      )
      return (await one.session()).upload(name, file)
    }
    await sendWhole('import.xml', [1, 2])
    await one.closeRound()

    const many: Record<string, string> = {}
    for (let number = 1; number <= ROUND_LIMITS.catalogues + 5; number++)
      many[`import${number}.xml`] = importFile([item(1)], { catalogue: number === 1 ? 'c' : `c${number}` })
    expect(await (await one.session()).upload('v8_1.zip', await zipped(many))).toBe('success')
    const most = ROUND_LIMITS.catalogues
    const ofMost = { files: most, catalogues: most, whole: most, rows: most }
    expect(await kept()).toEqual({ ...ofMost, failed: true })
    await one.closeRound()
    expect(await one.states()).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'current' })

    await sendWhole('import1.xml', [1])
    await one.db.query('update catalogue_round set files = $2 where integration_key = $1', [
      one.of.key,
      ROUND_LIMITS.files,
    ])
    const full = { files: ROUND_LIMITS.files, catalogues: 1, whole: 1, rows: 1 }
    expect(await kept()).toEqual({ ...full, failed: false })
    await sendWhole('import2.xml', [1], 'd')
    expect(await kept()).toEqual({ ...full, failed: true })
    await one.closeRound()
    expect(await one.states()).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'current' })

    await sendWhole('import.xml', [1])
    await one.closeRound()
    expect(await one.states()).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'gone' })
  })
})
