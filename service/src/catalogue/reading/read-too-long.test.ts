import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { importFile } from '../../../test/support/catalogue.js'
import { uploadingUt } from '../../../test/support/uploading-ut.js'

const ITEMS = 1600
/** A busy machine applies the first portion within it. */
const SECONDS = 20
const WAITING = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
const one = uploadingUt({ uploadReadSeconds: SECONDS })

it('a catalogue that takes too long to read keeps what was applied, and tells it', async () => {
  const items = Array.from({ length: ITEMS }, (_, index) => one.item(index + 1))
  const middle = items[ITEMS / 2]!
  const session = await one.session()
  expect(await session.upload('import0_1.xml', importFile([middle], { changesOnly: true }))).toBe('success')
  const before = await one.events()
  let answer: Promise<string> | undefined
  await one.db.transaction(async tx => {
    // Whoever reads the file waits here until its time is over.
    await tx.query('select from catalogue_item where integration_key = $1 and item_id = $2 for update', [
      one.of.key,
      middle.id,
    ])
    answer = session.upload(
      'import0_2.xml',
      importFile(items.map(item => ({ ...item, name: `${item.name} новая` }))),
    )
    const reader = async (): Promise<void> => {
      await expect.poll(async () => (await one.db.query(WAITING)).rowCount).toBeGreaterThan(0)
      await delay(SECONDS * 1000)
    }
    // On a busy machine its time may be over before it comes so far.
    await Promise.race([reader(), answer])
  })
  expect(await answer).toMatch(new RegExp(`^failure\\nФайл не удалось прочитать за ${SECONDS} с`))
  const { rows: stored } = await one.db.query<{ count: number }>(
    `select count(*) as count from catalogue_item where integration_key = $1 and name like '%новая'`,
    [one.of.key],
  )
  const applied = stored[0]!.count
  expect(applied).toBeGreaterThan(0)
  expect(applied).toBeLessThan(ITEMS)
  const [told, ...others] = (await one.events()).slice(before.length)
  expect(others).toEqual([])
  expect((told!.added as number) + (told!.changed as number)).toBe(applied)
  const { rows } = await one.db.query(
    `select u.state, u.documents, u.changed, f.state as file, f.failure_reason->>'code' as reason, u.failure_reason->>'code' as why
       from upload u join upload_file f on f.upload_id = u.id where u.name = 'import0_2.xml'`,
  )
  const code = 'file-read-too-long'
  expect(rows).toEqual([
    { state: 'failed', documents: applied, changed: applied, file: 'failed', reason: code, why: code },
  ])
  // What it did not come to is not gone.
  await one.closeImport()
  expect(Object.values(await one.states())).not.toContain('gone')
})
