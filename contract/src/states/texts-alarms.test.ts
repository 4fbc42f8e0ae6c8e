import { expect, test } from 'vitest'
import { ALARM_CAUSES } from '../enumerations.js'
import { describeAlarm } from './texts-alarms.js'

const FACTS = {
  ...{ since: '2026-12-01T09:30:00Z', integrationId: '7', integrationName: 'Main', orders: 2, tasks: 2 },
  ...{ lastSeenAt: '2026-12-01T08:30:00Z', owedSince: '2026-12-01T08:00:00Z', file: 'orders.xml' },
}

test.each(ALARM_CAUSES)('an alarm says what is wrong, since when and what to do: %s', cause => {
  const [russian, english] = [describeAlarm(cause, FACTS, 'ru'), describeAlarm(cause, FACTS, 'en')]
  expect(russian.subject).toMatch(/[а-яё]/i)
  expect(russian.since).toBe('С 1 декабря в 12:30')
  expect(russian.action).toMatch(/^[А-Я].*\.$/)
  expect(english.subject).not.toMatch(/[а-яё]/i)
  expect(english.since).toBe('Since 1 December at 12:30')
  expect(english.action).toMatch(/^[A-Z][^а-яё]*\.$/i)
  expect(russian.path).toBe(english.path)
  expect(russian.path).toMatch(/^\/[a-z]+/)
  const bare = describeAlarm(cause, {}, 'ru')
  expect(Object.values(bare).join(' ')).not.toMatch(/undefined|null|Invalid/)
})
