import { beforeEach, describe, expect, it } from 'vitest'
import { zipped } from '../../../test/support/archive.js'
import { ITEM, importFile, offersFile } from '../../../test/support/catalogue.js'
import { basic, send as call, type OneCRequest } from '../../../test/support/exchange.js'
import { uploadingUt } from '../../../test/support/uploading-ut.js'
import { stepClosing } from './close-import.js'
import { MOST_FILES } from './import.js'

const one = uploadingUt()
const { item, send, refuse, isOver } = one

/** The states of all items once the import is closed, by number. */
const states = async () => {
  await one.closeImport()
  return Object.values(await one.states())
}
const imports = async () => {
  const { rows } = await one.db.query<{ doubtful: boolean }>(
    'select doubtful from catalogue_import where integration_key = $1',
    [one.of.key],
  )
  return rows
}
const isDoubtful = async () => (await imports())[0]?.doubtful
const whole = (...items: number[]) => importFile(items.map(number => item(number)))

describe('an import of a whole catalogue', () => {
  it('takes away only what none of its files names, once 1C reports that all came', async () => {
    await send('import0_1.xml', [1, 2, 3, 4])
    await one.closeImport()
    const session = await one.session()
    await session.upload('import0_1.xml', whole(1))
    await session.upload('import0_2.xml', whole(2))
    await session.upload('offers0_2.xml', offersFile([{ id: ITEM(3), price: '1' }]))
    expect(Object.values(await one.states())).toEqual(['current', 'current', 'current', 'current'])
    expect(await isOver()).toBe(false)
    expect(await session.ask('mode=deactivate&timestamp=1')).toBe('success')
    expect(await isOver()).toBe(true)
    expect(await states()).toEqual(['current', 'current', 'current', 'gone'])
    expect((await one.events()).at(-1)).toMatchObject({ whole: true, added: 0, changed: 0, gone: 1 })
    expect(await imports()).toEqual([])
    await send('import0_1.xml', [4], { changesOnly: true })
    expect(await states()).toEqual(['current', 'current', 'current', 'current'])
  })

  it.each([
    ['goes on to its orders', 20],
    ['sends nothing for two minutes', 130],
  ])('that came in one session is over once 1C %s', async (what, seconds) => {
    await send('import0_1.xml', [1, 2, 3])
    await one.closeImport()
    await send('import0_1.xml', [1, 2])
    if (what === 'goes on to its orders') await one.goOn()
    expect(await isOver()).toBe(false)
    expect(await isOver(seconds)).toBe(true)
    while (await stepClosing(one.db, one.of.key));
    expect(Object.values(await one.states())).toEqual(['current', 'current', 'gone'])
  })

  it.each([
    ['in the middle of its portions', [[1]]],
    ['after portions in several sessions', [[1, 2], [3]]],
  ])('that 1C leaves off %s takes nothing away', async (_, portions) => {
    await send('import0_1.xml', [1, 2, 3, 4])
    await one.closeImport()
    for (const [index, items] of portions.entries()) await send(`import0_${index + 1}.xml`, items)
    expect(await isOver(130)).toBe(true)
    while (await stepClosing(one.db, one.of.key));
    expect(Object.values(await one.states())).toEqual(['current', 'current', 'current', 'current'])
    expect(await imports()).toEqual([])
  })

  it.each(['second file', 'end'])('takes nothing away when its %s comes in another session', async what => {
    await send('import0_1.xml', [1, 2, 3])
    await one.closeImport()
    const [session, other] = [await one.session(), await one.session()]
    await session.upload('import0_1.xml', whole(1))
    await (what === 'end' ? session : other).upload('import0_2.xml', whole(2))
    await other.ask('mode=complete')
    expect(await states()).toEqual(['current', 'current', 'current'])
  })

  it('has the files that are read after 1C reported its end', async () => {
    await send('import0_1.xml', [1, 2, 3])
    await one.closeImport()
    const session = await one.session()
    await session.upload('import0_1.xml', whole(1))
    await session.ask('mode=complete')
    await session.upload('import0_2.xml', whole(2))
    expect(Object.values(await one.states())).toEqual(['current', 'current', 'current'])
    expect(await states()).toEqual(['current', 'current', 'gone'])
  })

  it('that 1C has ended is closed by the next file, which is of another import', async () => {
    const first = await one.session()
    await first.upload('import0.xml', whole(1, 2))
    await first.ask('mode=complete')
    await send('import0.xml', [1])
    expect(await isOver()).toBe(false)
    expect(await states()).toEqual(['current', 'gone'])
  })

  it('is waited for while its pictures come', async () => {
    const session = await one.session()
    await session.upload('import0_1.xml', whole(1))
    const picture = Buffer.of(0xff, 0xd8, 0xff, 0xe0)
    await one.db.query(
      `update catalogue_import set last_file_at = now() - interval '3 min' where integration_key = $1`,
      [one.of.key],
    )
    expect(await session.ask('mode=file&filename=1.jpg', picture)).toBe('success')
    expect(await isOver()).toBe(false)
    expect(await isOver(130)).toBe(true)
  })

  it('that names no item takes nothing away', async () => {
    await send('import0_1.xml', [1])
    await one.closeImport()
    await send('import0_1.xml', [])
    expect(await states()).toEqual(['current'])
  })
})

it.each<[string, string, OneCRequest, string?]>([
  ['with a wrong password', 'type=sale&mode=checkauth', {}, 'wrong'],
  ['that asks for headers alone', 'type=sale&mode=checkauth', { method: 'HEAD' }],
  ['of an unknown session', 'type=catalog&mode=file&filename=1.jpg', { cookie: 'obmen1c=1.a', body: '1' }],
])('a call %s is no sign that 1C went on to its orders', async (_, query, asking, password) => {
  await send('import0_1.xml', [1])
  const authorization = basic(one.of.login, password ?? one.of.password)
  await call(one.backend, `/1c?${query}`, { ...asking, headers: { authorization } })
  const recorded = async () => {
    const { rows } = await one.db.query(
      'select from exchange_session where integration_key = $1 and summary_only',
      [one.of.key],
    )
    return rows.length
  }
  await expect.poll(recorded).toBe(1)
  expect(await isOver(20)).toBe(false)
})

describe('a whole catalogue that begins anew', () => {
  beforeEach(async () => {
    await send('import0_1.xml', [1, 2])
    await send('import0_2.xml', [3])
    await one.closeImport()
  })

  const sendBoth = async () => {
    const session = await one.session()
    await session.upload('import0_1.xml', whole(1))
    await session.upload('import0_2.xml', whole(3))
  }

  it('counts without the files that came before', async () => {
    await send('import0_1.xml', [1, 2])
    await sendBoth()
    expect(await states()).toEqual(['current', 'gone', 'current'])
  })

  it('keeps its first file, of which changes came meanwhile', async () => {
    await send('import0_1.xml', [1, 2])
    await send('import0_2.xml', [3])
    await send('import0_1.xml', [1], { changesOnly: true })
    await send('import0_1.xml', [1, 2])
    await send('import0_2.xml', [3])
    expect(await states()).toEqual(['current', 'current', 'current'])
  })

  it('takes nothing away where a portion alone comes again', async () => {
    await send('import0_1.xml', [1, 2])
    await send('import0_2.xml', [3])
    await send('import0_2.xml', [3])
    expect(await isDoubtful()).toBe(true)
    expect(await states()).toEqual(['current', 'current', 'current'])
  })

  it('takes nothing away after a failure, however often it begins', async () => {
    await refuse('import0_1.xml')
    for (let times = 0; times < 2; times++) {
      await send('import0_2.xml', [3])
      await send('import0_1.xml', [1])
    }
    expect(await states()).toEqual(['current', 'current', 'current'])
    await sendBoth()
    expect(await states()).toEqual(['current', 'gone', 'current'])
  })
})

describe('a whole catalogue takes nothing away', () => {
  beforeEach(async () => {
    await send('import0_1.xml', [1, 2])
    await one.closeImport()
  })
  const nothingIsGone = async () => {
    expect(await states()).toEqual(['current', 'current'])
    await send('import0_1.xml', [1])
    expect(await states()).toEqual(['current', 'gone'])
  }

  it('when a file of it was refused, be it the first or a later one', async () => {
    await refuse('import0_1.xml')
    await send('import0_2.xml', [1])
    expect(await states()).toEqual(['current', 'current'])
    await send('import0_1.xml', [1])
    await refuse('import0_2.xml')
    await nothingIsGone()
  })

  it('when a file of it could not be read, or its archive', async () => {
    const session = await one.session()
    await session.upload('import0_1.xml', whole(1))
    const cut = whole(2, 9).replace('Услуга 9</Наименование>', 'Услуга 9</Наименование2>')
    expect(await session.upload('import0_2.xml', cut)).toMatch(/^failure\n.*строка \d+, столбец \d+/)
    expect(await states()).toEqual(['current', 'current'])
    await send('import0_1.xml', [1])
    const broken = Buffer.from('PK\u0003\u0004 and no more')
    expect(await (await one.session()).upload('v8_2.zip', broken)).toMatch(/^failure/)
    await nothingIsGone()
  })

  it('when the connection of a file breaks', async () => {
    await send('import0_1.xml', [1])
    await (await one.session()).breakOff('import0_2.xml', whole(2))
    await expect.poll(isDoubtful).toBe(true)
    await nothingIsGone()
  })

  it.each(['0 s', '1 day'])('when a server was killed while it received a file, %s ago', async age => {
    await send('import0_1.xml', [1])
    await one.db.query(
      `insert into upload (integration_key, location_id, session_id, type, name, next_part, last_part_at)
       select $1, $2, max(id), 'catalog', 'import0_2.xml', 2, now() - $3::interval
         from exchange_session where integration_key = $1`,
      [one.of.key, one.of.locationId, age],
    )
    if (age === '0 s') expect(await isOver(130)).toBe(true)
    else await expect.poll(isDoubtful, { timeout: 60_000 }).toBe(true)
    expect(await states()).toEqual(['current', 'current'])
  })

  it('when the database could not note a failure at once', async () => {
    await send('import0_1.xml', [1])
    await one.db.query(`
      create function refuse_doubt() returns trigger language plpgsql as $$ begin raise 'away'; end $$;
      create trigger refuse_doubt before insert on catalogue_import for each row execute function refuse_doubt()`)
    await refuse('import0_2.xml')
    expect(await isDoubtful()).toBe(false)
    await one.db.query('drop trigger refuse_doubt on catalogue_import')
    await expect.poll(isDoubtful, { timeout: 10_000 }).toBe(true)
    await nothingIsGone()
  })

  it('when it has more files than are kept', async () => {
    const session = await one.session()
    await session.upload('import0_1.xml', whole(1))
    await one.db.query('update catalogue_import set files = $2 where integration_key = $1', [
      one.of.key,
      MOST_FILES,
    ])
    await session.upload('import0_2.xml', whole(1))
    await nothingIsGone()
  })
})

describe('of several catalogues of one 1C', () => {
  const group = (id: string) => `<Группа><Ид>${id}</Ид><Наименование>Группа ${id}</Наименование></Группа>`
  const offered = (number: number) => ({ id: ITEM(number), name: `Услуга ${number}`, price: '1' })
  const upload = async (catalogue: string, items: number[], offers: number[], groups = group(catalogue)) => {
    const session = await one.session()
    await session.upload(
      'import0.xml',
      importFile(
        items.map(number => item(number)),
        { catalogue, groups },
      ),
    )
    await session.upload('offers0.xml', offersFile(offers.map(offered), { catalogue }))
  }
  const groups = async () => {
    const { rows } = await one.db.query<{ id: string; state: string }>(
      `select id, state from catalogue_reference where integration_key = $1 and kind = 'group'`,
      [one.of.key],
    )
    return Object.fromEntries(rows.map(({ id, state }) => [id, state]))
  }
  const gone = async () => {
    await one.closeImport()
    const all = await one.states()
    return Object.keys(all).filter(id => all[id] === 'gone')
  }

  it('a whole one takes nothing away of the others, in the same exchange or in one of its own', async () => {
    await upload('a', [1, 2], [4])
    await upload('b', [3], [5])
    expect(await gone()).toEqual([])
    expect(await groups()).toEqual({ a: 'current', b: 'current' })
    await upload('b', [3], [5])
    expect(await gone()).toEqual([])
    await upload('a', [1], [1], group('a2'))
    expect(await gone()).toEqual([ITEM(2), ITEM(4)])
    expect(await groups()).toEqual({ a: 'gone', a2: 'current', b: 'current' })
  })

  it('an item of two is gone once both came without it', async () => {
    await upload('b', [3, 4], [5])
    expect(await gone()).toEqual([])
    await upload('a', [1, 2, 3], [5])
    expect(await gone()).toEqual([])
    await upload('a', [1, 2], [1])
    expect(await gone()).toEqual([])
    await upload('b', [4], [4])
    expect(await gone()).toEqual([ITEM(3), ITEM(5)])
    await upload('a', [1, 4], [1])
    expect(await gone()).toEqual([ITEM(2), ITEM(3), ITEM(5)])
  })

  it('one in an archive with others is judged with them', async () => {
    await upload('a', [1, 2], [1])
    await one.closeImport()
    const files = {
      'import0.xml': importFile([item(1)], { catalogue: 'a' }),
      'import1.xml': importFile([item(3)], { catalogue: 'b' }),
    }
    expect(await (await one.session()).upload('v8.zip', await zipped(files))).toBe('success')
    expect(await gone()).toEqual([ITEM(2)])
  })
})
