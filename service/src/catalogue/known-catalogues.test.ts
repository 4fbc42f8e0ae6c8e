import { expect, it } from 'vitest'
import { importFile } from '../../test/support/catalogue.js'
import { uploadingUt } from '../../test/support/uploading-ut.js'
import { KNOWN_CATALOGUES, sweepKnownCatalogues } from './sweep-catalogue.js'

const one = uploadingUt()
const group = '<Группа><Ид>g</Ид><Наименование>Группа</Наименование></Группа>'
const send = async (catalogue: string, items: number[], groups = '') =>
  (await one.session()).upload(
    'import.xml',
    importFile(
      items.map(number => one.item(number)),
      { catalogue, groups, changesOnly: true },
    ),
  )
const known = async () => {
  const { rows } = await one.db.query<{ id: string }>(
    'select catalogue_id as id from known_catalogue where integration_key = $1 order by last_named_at',
    [one.of.key],
  )
  return rows.map(({ id }) => id)
}
const daysLater = (days: number) =>
  one.db.query(
    'update known_catalogue set last_named_at = last_named_at - make_interval(days => $2) where integration_key = $1',
    [one.of.key, days],
  )

it('a catalogue of which nothing is left is forgotten once no file has named it for long', async () => {
  await send('left', [1])
  await send('groups', [], group)
  await send('moved', [2])
  await daysLater(170)
  await send('now', [2])
  await sweepKnownCatalogues(one.db, 180)
  expect(await known()).toEqual(['left', 'groups', 'moved', 'now'])
  await daysLater(11)
  await sweepKnownCatalogues(one.db, 180)
  expect(await known()).toEqual(['left', 'groups', 'now'])
  await daysLater(170)
  await sweepKnownCatalogues(one.db, 180)
  expect(await known()).toEqual(['left', 'groups', 'now'])
})

it('of more than are kept of an integration those that were named longest ago are forgotten, but none with items', async () => {
  await send('left', [1])
  await one.db.query(
    `insert into known_catalogue (integration_key, catalogue_id, last_named_at)
     select $1, 'c' || n, now() + make_interval(secs => n) from generate_series(1, $2) n`,
    [one.of.key, KNOWN_CATALOGUES * 2 + 100],
  )
  expect(await sweepKnownCatalogues(one.db, 180)).toBe(KNOWN_CATALOGUES + 101)
  const left = await known()
  expect(left).toHaveLength(KNOWN_CATALOGUES)
  expect(left.slice(0, 2)).toEqual(['left', `c${KNOWN_CATALOGUES + 102}`])
})
