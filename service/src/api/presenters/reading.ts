import type { Reading } from '@obmen/contract/rest'
import type { FastifyRequest } from 'fastify'
import { READING_PHASES, readingState, type StoredReading } from '../../reading/reading.js'
import { PHASE_TEXTS } from '../../reading/texts-progress.js'

/** How a 1C is read. An accountant needs neither the address nor the login. */
export function presentReading({ scope }: Pick<FastifyRequest, 'scope'>, row: StoredReading): Reading {
  const hidden = typeof scope === 'object' && scope !== null
  const state = readingState(row, new Date())
  return {
    url: hidden ? null : row.url,
    login: hidden ? null : row.login,
    passwordSet: row.password !== '',
    everyMinutes: row.everyMinutes,
    enabled: row.enabled,
    organization: row.organization,
    state,
    running: state === 'running' ? presentProgress(row.progress!) : null,
    lastReading: row.lastReading && presentLast(row.lastReading),
    nextAt: row.nextAt?.toISOString() ?? null,
    failure: row.failure && {
      code: row.failure.code,
      message: row.failure.code,
      at: row.failure.at,
      count: row.failure.count,
    },
    unconfirmed: { orders: 0, loaded: 0 },
  }
}

function presentProgress({ startedAt, documents, phase }: NonNullable<StoredReading['progress']>) {
  const percent = Math.round((READING_PHASES.indexOf(phase) / READING_PHASES.length) * 100)
  return { startedAt, documents, percent, doing: PHASE_TEXTS[phase] }
}

function presentLast({ unpublished, ...last }: NonNullable<StoredReading['lastReading']>) {
  const { startedAt, finishedAt, documents, calls, whole, partial, organizationName } = last
  return {
    ...{ startedAt, finishedAt, documents, calls, whole, partial, organizationName },
    durationMs: Date.parse(last.finishedAt) - Date.parse(last.startedAt),
    unpublished: unpublished.map(name => ({ name, brings: '' })),
  }
}
