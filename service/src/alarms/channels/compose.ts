import { type AlarmCause, describeAlarm, type Locale, type Role } from '@obmen/contract'
import type { AlarmFacts } from '@obmen/contract/rest'
import { ALARM_TEXTS, INVITATION_TEXTS } from '../texts.js'

/** What a person is told of one alarm. */
export interface Told {
  kind: 'open' | 'still' | 'over'
  cause: AlarmCause
  facts: AlarmFacts
  beganAt: Date
}

/** For whom it is worded. */
export interface Reader {
  language: Locale
  /** Null: the server itself. */
  location: { id: string; name: string; timezone: string } | null
  publicUrl: string
}

export interface Message {
  subject: string
  text: string
  html: string
}

interface Part {
  title: string
  lines: string[]
  url: string
}

const SUBJECT_CHARACTERS = 180
/** So many alarms of a message are told in full. */
const TOLD_IN_FULL = 50

/** One message of any number of alarms, in the given order. */
export function composeMessage(told: readonly Told[], reader: Reader): Message {
  const t = ALARM_TEXTS[reader.language]
  const parts = told.slice(0, TOLD_IN_FULL).map(one => partOf(one, reader))
  const more = told.length > 1 ? t.andMore(told.length - 1) : ''
  const title = `${parts[0]!.title}${more}`
  const rest = told.length - parts.length
  if (rest > 0) parts.push({ title: t.rest(rest), lines: [], url: urlOf('/attention', reader) })
  return layOut(title, parts, reader)
}

interface Invited {
  role: Role
  locationName: string | null
  expiresAt: Date
  language: Locale
}

/** What a person is mailed who may have no account yet. */
export function composeInvitation(
  { role, locationName, expiresAt, language }: Invited,
  url: string,
): Message {
  const t = INVITATION_TEXTS[language]
  const until = expiresAt.toLocaleDateString(language === 'ru' ? 'ru-RU' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const lines = [t.invited(t.roles[role], locationName), t.accept(until)]
  return {
    subject: t.subject(locationName),
    text: [...lines, url, t.mistake].join('\n\n'),
    html: [...lines.map(escapeHtml), link(url, t.open), escapeHtml(t.mistake)]
      .map(part => `<p>${part}</p>`)
      .join('\n'),
  }
}

/** What the button «Проверить» sends. */
export function composeTest(reader: Reader): Message {
  const { testSubject, test } = ALARM_TEXTS[reader.language]
  const url = urlOf('/attention', reader)
  return layOut(testSubject, [{ title: testSubject, lines: [test], url }], reader)
}

function partOf({ kind, cause, facts, beganAt }: Told, reader: Reader): Part {
  const { language, location } = reader
  const t = ALARM_TEXTS[language]
  const timezone = location?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const known = { ...facts, since: beganAt.toISOString() }
  const { subject, since, why, action, path } = describeAlarm(cause, known, language, timezone)
  const lines = kind === 'over' ? [`${since}.`, t.nothingToDo] : [`${since}.`, why, t.toDo(action)]
  const title = kind === 'open' ? subject : t[kind](subject)
  return { title, lines: lines.filter(line => line !== ''), url: urlOf(path, reader) }
}

/** A person may work in several locations: the page opens in that of the alarm. */
function urlOf(path: string, { publicUrl, location }: Reader): string {
  const url = new URL(publicUrl + path)
  if (location) url.searchParams.set('location', location.id)
  return url.href
}

function layOut(subject: string, parts: readonly Part[], reader: Reader): Message {
  const t = ALARM_TEXTS[reader.language]
  const place = reader.location?.name ?? t.server
  const settings = urlOf('/account?tab=notifications', reader)
  const texts = parts.map(({ title, lines, url }) => [title, ...lines, url].join('\n'))
  const sections = parts.map(
    ({ title, lines, url }) =>
      `<h3>${escapeHtml(title)}</h3>\n<p>${lines.map(escapeHtml).join('<br>\n')}</p>\n<p>${link(url, t.open)}</p>`,
  )
  return {
    subject: `${subject} · ${place}`.slice(0, SUBJECT_CHARACTERS),
    text: [place, ...texts, `${t.why} ${settings}`].join('\n\n'),
    html: [
      `<p>${escapeHtml(place)}</p>`,
      ...sections,
      `<p><small>${t.why} ${link(settings, settings)}</small></p>`,
    ].join('\n'),
  }
}

const link = (url: string, words: string): string => `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`)
}
