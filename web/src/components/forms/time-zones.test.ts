import { expect, test } from 'vitest'
import { findTimeZones, timeZones } from './time-zones.js'

const zones = timeZones('ru', new Date('2026-11-25T07:00:00Z'))
const found = (typed: string) => findTimeZones(zones, typed).map(({ value }) => value)

test('a zone is found by its IANA name, its city in Russian and its offset', () => {
  for (const typed of ['asia/yek', 'Yekaterinburg', 'екатер', 'UTC+05:00', '+5', '+05', 'asia +05:00'])
    expect(found(typed), typed).toContain('Asia/Yekaterinburg')
  expect(found('New York')).toEqual(['America/New_York'])
  expect(found('-3')).toContain('America/Sao_Paulo')
  expect(found('Ural')).toEqual([])
})

test('who has typed nothing yet is offered the zones of Russia, from west to east', () => {
  expect(found('').slice(0, 4)).toEqual([
    'Europe/Kaliningrad',
    'Europe/Moscow',
    'Europe/Samara',
    'Asia/Yekaterinburg',
  ])
  expect(found('')).toHaveLength(12)
})

test('each says its offset and what its clock shows', () => {
  const [moscow] = findTimeZones(zones, 'europe/moscow')
  expect(moscow?.label).toBe('Москва (UTC+3)')
  expect(moscow?.detail).toMatch(/^Europe\/Moscow · Москва.* · 10:00$/)
})
