import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffHunks } from './line-diff.js'

const short = (before: string[], after: string[]) =>
  diffHunks(before.join('\n'), after.join('\n')).map(({ at, lines }) => [
    at,
    lines.map(({ kind, text }) => ({ same: ' ', removed: '-', added: '+' })[kind] + text).join(' '),
  ])

test('a changed line stands between three lines of what is around it', () => {
  expect(short([...'abcdefghi'], [...'abcdXfghi'])).toEqual([[2, ' b  c  d -e +X  f  g  h']])
})

test('changes far apart are hunks of their own, near ones are one', () => {
  const before = [...'0123456789abcdefghij']
  expect(short(before, [...'X123456789abcdefghiY'])).toEqual([
    [1, '-0 +X  1  2  3'],
    [17, ' g  h  i -j +Y'],
  ])
  expect(short([...'abcdefghij'], [...'abXdefghYj'])).toHaveLength(1)
})

test('equal texts have no hunks', () => {
  expect(short([...'abc'], [...'abc'])).toEqual([])
})

test('two large texts that have nothing in common take no time to speak of', () => {
  const lines = (mark: string) => Array.from({ length: 20_000 }, (_, n) => `${mark}${n}`).join('\n')
  const [hunk, ...more] = diffHunks(lines('a'), lines('b'))
  expect(more).toEqual([])
  expect(hunk?.lines).toHaveLength(40_000)
})

test('the lines told are both texts whole, each in its order', () => {
  // Texts this short are one hunk with all their lines, unless they are equal.
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before.join() !== after.join())
      const lines = diffHunks(before.join('\n'), after.join('\n')).flatMap(hunk => hunk.lines)
      const but = (kind: string) => lines.filter(line => line.kind !== kind).map(line => line.text)
      expect(but('added')).toEqual(before)
      expect(but('removed')).toEqual(after)
    }),
    { numRuns: 1000 },
  )
})
