import { expect, it } from 'vitest'
import { freshDatabase } from '../../../test/support/databases.js'
import { connect, makePlace } from '../../../test/support/place.js'
import { countItems } from './list-items.js'

it('a characteristic without a state of its own is counted with the state of its item', async () => {
  await using db = await freshDatabase()
  const { key } = await connect(db, await makePlace(db))
  await db.query(
    `insert into catalogue_item (integration_key, item_id, base_id, described, state, name, sort_key, search)
     select $1, base || part, base, part = '', state, '', '', to_tsvector('simple', '')
       from (values ('1', '', 'gone'), ('1', '#1', 'current'), ('2', '', 'gone'), ('2', '#1', 'deleted'),
                    ('3', '', 'current'), ('3', '#1', 'deleted'), ('4', '', 'current'), ('4', '#1', 'current'))
              as i(base, part, state)`,
    [key],
  )
  expect(await countItems(db, key)).toEqual({ current: 3, deleted: 2, gone: 3 })
})
