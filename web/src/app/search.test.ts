import { expect, test } from 'vitest'
import { exchangesSearch, ordersSearch, parseSearch, settingsSearch, stringifySearch } from './search.js'

test('filters in the URL are plain words, and come back as they were', () => {
  const search = ordersSearch({ q: '17', state: 'owed', cursor: 'c2', before: ['', 'c1'] })
  const written = stringifySearch({ ...search })
  expect(written).toBe('?q=17&state=owed&cursor=c2&before=&before=c1')
  expect(ordersSearch(parseSearch(written))).toEqual(search)
})

test('what a URL says wrongly is ignored', () => {
  expect(ordersSearch(parseSearch('?state=nonsense&sort=drop+table&unknown=1'))).toEqual(ordersSearch({}))
  expect(settingsSearch({ tab: 'secrets' })).toEqual({ tab: undefined })
  expect(exchangesSearch({ outcome: ['a', 'b'] }).outcome).toBeUndefined()
  expect(ordersSearch({ from: '2026-13-45', to: '2026-12-01' })).toMatchObject({
    from: undefined,
    to: '2026-12-01',
  })
})

test('an empty search leaves no question mark', () => {
  expect(stringifySearch({ q: undefined })).toBe('')
})
