import { expect, test } from 'vitest'
import { settingsChanges } from './settings-changes.js'

test('keys that came, went and changed are told; the same ones are not', () => {
  expect(settingsChanges({ a: 1, b: 'x', c: true }, { a: 1, b: 'y', d: 2 })).toEqual([
    { key: 'b', removed: ['x'], added: ['y'] },
    { key: 'd', removed: [], added: [2] },
    { key: 'c', removed: [true], added: [] },
  ])
})

test('of a list only what came and what went is told', () => {
  const [one, two, three] = [{ status: '1' }, { status: '2' }, { status: '3' }]
  expect(settingsChanges({ rules: [one, two] }, { rules: [two, three] })).toEqual([
    { key: 'rules', removed: [one], added: [three] },
  ])
  expect(settingsChanges({ rules: [one, one] }, { rules: [one] })).toEqual([
    { key: 'rules', removed: [one], added: [] },
  ])
})

test('everything is new in settings that begin', () => {
  expect(settingsChanges(undefined, { a: 1 })).toEqual([{ key: 'a', removed: [], added: [1] }])
})
