import { beforeEach, describe, expect, it } from 'vitest'
import { ITEM, importFile, offersFile } from '../../../test/support/catalogue.js'
import { uploadingUt } from '../../../test/support/uploading-ut.js'
import { listFinishedRounds } from './close-round.js'

const one = uploadingUt()
const { item, refuse } = one
const isOver = async () => {
  const finished = await listFinishedRounds(one.db, { settleSeconds: 15, portionSeconds: 120 })
  return finished.some(({ key }) => key === one.of.key)
}

describe('several catalogues of one 1C, as УНФ uploads them: each in a session of its own, its files numbered from 0', () => {
  const group = (id: string) => `<Группа><Ид>${id}</Ид><Наименование>Группа ${id}</Наименование></Группа>`
  const offered = (number: number) => ({ id: ITEM(number), name: `Услуга ${number}`, price: '1' })
  const send = async (catalogue: string, items: number[], offers: number[], groups = group(catalogue)) => {
    await (await one.session()).upload(
      'import0.xml',
      importFile(
        items.map(number => item(number)),
        { catalogue, groups },
      ),
    )
    await (await one.session()).upload('offers0.xml', offersFile(offers.map(offered), { catalogue }))
  }
  const groups = async () => {
    const { rows } = await one.db.query<{ id: string; state: string }>(
      `select id, state from catalogue_reference where integration_key = $1 and kind = 'group'`,
      [one.of.key],
    )
    return Object.fromEntries(rows.map(({ id, state }) => [id, state]))
  }
  const gone = async () => {
    const states = await one.states()
    return Object.keys(states).filter(id => states[id] === 'gone')
  }
  /** As if all catalogues had been named so much earlier for the last time. */
  const nameEarlier = (interval: string) =>
    one.db.query(
      `update known_catalogue set first_named_at = first_named_at - $2::interval, last_named_at = last_named_at - $2::interval
        where integration_key = $1`,
      [one.of.key, interval],
    )
  const allCurrent = Object.fromEntries([1, 2, 3, 4, 5].map(number => [ITEM(number), 'current']))

  it('a whole one takes nothing away of the others, in the same exchange or in one of its own', async () => {
    await send('a', [1, 2], [4])
    await send('b', [3], [5])
    await one.closeRound()
    expect(await one.states()).toEqual(allCurrent)
    expect(await groups()).toEqual({ a: 'current', b: 'current' })
    await send('b', [3], [5])
    await one.closeRound()
    expect(await one.states()).toEqual(allCurrent)
    await send('a', [1], [1], group('a2'))
    await one.closeRound()
    expect(await one.states()).toEqual({ ...allCurrent, [ITEM(2)]: 'gone', [ITEM(4)]: 'gone' })
    expect(await groups()).toEqual({ a: 'gone', a2: 'current', b: 'current' })
    expect((await one.events()).map(({ gone }) => gone).filter(gone => gone !== 0)).toEqual([2])
  })

  it('one that goes on under another id leaves nothing behind, however often', async () => {
    await send('a', [1, 2, 3, 6], [4])
    await one.closeRound()
    await nameEarlier('25 hours')
    await send('a-new', [1, 2, 3], [4])
    await one.closeRound()
    expect(await gone()).toEqual([ITEM(6)])
    expect(await groups()).toEqual({ a: 'gone', 'a-new': 'current' })
    await nameEarlier('25 hours')
    // Begun anew before it is judged.
    await send('a-newer', [1, 2], [5, 4])
    await send('a-newer', [1, 2], [4])
    await one.closeRound()
    expect(await gone()).toEqual([ITEM(3), ITEM(5), ITEM(6)])
    expect(await groups()).toEqual({ a: 'gone', 'a-new': 'gone', 'a-newer': 'current' })
    expect((await one.events()).map(({ gone }) => gone).filter(gone => gone !== 0)).toEqual([1, 2])
  })

  it('two in exchanges of their own keep their items, though these move between them', async () => {
    const state = async () => [...Object.values(await one.states()), ...Object.values(await groups())]
    await send('a', [1, 2, 3], [])
    await one.closeRound()
    await send('b', [3, 4, 5], [])
    await one.closeRound()
    await send('a', [1, 2, 3], [])
    await one.closeRound()
    await send('b', [2, 3, 4, 5], [])
    await one.closeRound()
    expect(new Set(await state())).toEqual(new Set(['current']))
  })

  it('one most of whose items come with another is replaced by that a day after it came itself', async () => {
    await send('a', [1, 2, 3, 4, 5], [])
    await one.closeRound()
    await send('b', [3, 4, 5], [])
    await one.closeRound()
    expect(await one.states()).toEqual(allCurrent)
    await nameEarlier('25 hours')
    await send('b', [3, 4, 5], [])
    await one.closeRound()
    expect(await gone()).toEqual([ITEM(1), ITEM(2)])
  })

  it('an item that one of two no longer has is gone once neither has it', async () => {
    await send('b', [3, 4], [5])
    await one.closeRound()
    await send('a', [1, 2, 3], [5])
    await one.closeRound()
    await send('a', [1, 2], [1])
    await one.closeRound()
    expect(await one.states()).toEqual(allCurrent)
    await send('b', [4], [4])
    await one.closeRound()
    expect(await gone()).toEqual([ITEM(3), ITEM(5)])
    await send('a', [1, 4], [1])
    await one.closeRound()
    expect(await gone()).toEqual([ITEM(2), ITEM(3), ITEM(5)])
    // That comes whole without 4 while a has it.
    await send('b', [6], [6])
    await one.closeRound()
    await send('a', [1], [1])
    await one.closeRound()
    expect(await gone()).toEqual([ITEM(2), ITEM(3), ITEM(4), ITEM(5)])
  })

  it('one without which all others came for half a year has gone', async () => {
    await send('a', [1], [2])
    await send('b', [3], [])
    await one.closeRound()
    const missed = (interval: string) =>
      one.db.query(
        `update known_catalogue set missed_since = missed_since - $2::interval where integration_key = $1`,
        [one.of.key, interval],
      )
    await send('b', [3], [])
    await one.closeRound()
    await missed('179 days')
    await send('b', [3], [])
    await one.closeRound()
    expect(Object.values(await one.states())).toEqual(['current', 'current', 'current'])
    await missed('2 days')
    await send('b', [3], [])
    await one.closeRound()
    await send('b', [3], [])
    await one.closeRound()
    // That of a may come yet, where 1C uploads one after another.
    expect(Object.values(await one.states())).toEqual(['current', 'current', 'current'])
    await one.db.query(
      `update known_catalogue set overdue_since = overdue_since - interval '25 hours' where integration_key = $1`,
      [one.of.key],
    )
    await send('b', [3], [])
    await one.closeRound()
    expect(await one.states()).toEqual({ [ITEM(1)]: 'gone', [ITEM(2)]: 'gone', [ITEM(3)]: 'current' })
    expect(await groups()).toEqual({ a: 'gone', b: 'current' })
  })

  it('one that comes after 1C has ended the exchange of another is not ended by that', async () => {
    await send('b', [3, 4], [])
    await one.closeRound()
    const first = await one.session()
    await first.upload('import0.xml', importFile([item(1)], { catalogue: 'a' }))
    await first.ask('mode=complete')
    expect(await isOver()).toBe(true)
    const second = await one.session()
    await second.upload('import0.xml', importFile([item(3)], { catalogue: 'b' }))
    expect(await isOver()).toBe(false)
    await second.upload('import1.xml', importFile([item(4)], { catalogue: 'b', changesOnly: true }))
    await one.closeRound()
    expect(Object.values(await one.states())).toEqual(['current', 'current', 'current'])
  })

  it('an item of which no catalogue is known belongs to any, until one mentions it', async () => {
    await send('a', [1, 2], [])
    await send('b', [3], [])
    await one.closeRound()
    await one.db.query('update catalogue_item set catalogue_id = null where integration_key = $1', [
      one.of.key,
    ])
    await (await one.session()).upload(
      'import0.xml',
      importFile([item(3)], { catalogue: 'b', changesOnly: true }),
    )
    await send('a', [1], [])
    await one.closeRound()
    expect(await one.states()).toEqual({
      ...{ [ITEM(1)]: 'current', [ITEM(2)]: 'gone', [ITEM(3)]: 'current' },
    })
  })

  it('a file that could not be read, and comes again, leaves nothing undecided', async () => {
    await send('a', [1, 2], [])
    await one.closeRound()
    const session = await one.session()
    expect(await session.upload('import0.xml', importFile([item(1)]).slice(0, -9))).toMatch(/^failure/)
    await send('a', [1], [])
    await one.closeRound()
    expect(await one.states()).toEqual({ [ITEM(1)]: 'current', [ITEM(2)]: 'gone' })
  })

  describe('whose second file is refused', () => {
    const sendOne = async (catalogue: string, name: string, number: number) => {
      const changesOnly = name !== 'import0.xml'
      await one.send(name, [number], { catalogue, changesOnly })
    }
    beforeEach(async () => {
      await send('a', [1, 2], [])
      await send('b', [3, 4, 5], [])
      await one.closeRound()
      await sendOne('a', 'import0.xml', 1)
    })

    it('lack nothing when the next one has a file of that name', async () => {
      await refuse('import1.xml')
      await sendOne('b', 'import0.xml', 3)
      await sendOne('b', 'import1.xml', 4)
      await one.closeRound()
      expect(await one.states()).toEqual(allCurrent)
    })

    it('is not begun anew by that, though the one before it had a file of that name', async () => {
      await sendOne('a', 'import1.xml', 2)
      await sendOne('b', 'import0.xml', 3)
      await refuse('import1.xml')
      await (await one.session()).upload('import1.xml', importFile([item(4)], { catalogue: 'b' }))
      await one.closeRound()
      expect(await gone()).toEqual([ITEM(5)])
    })

    it('are judged when it comes again before the next one begins', async () => {
      await refuse('import1.xml')
      await sendOne('a', 'import1.xml', 2)
      await sendOne('b', 'import0.xml', 3)
      await refuse('import1.xml')
      await sendOne('b', 'import1.xml', 4)
      await one.closeRound()
      expect(await gone()).toEqual([ITEM(5)])
    })
  })
})
