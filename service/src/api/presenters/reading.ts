import { READING_PHASES } from '@obmen/contract'
import type { Reading } from '@obmen/contract/rest'
import type { FastifyRequest } from 'fastify'
import type { Queryable } from '../../db/database.js'
import { type ReadingProgress, readingState, type StoredReading } from '../../reading/reading.js'
import { describeSet, failureInWords, PHASE_TEXTS } from '../../reading/texts.js'
import { countUnconfirmed } from '../../reading/verdicts/count-unconfirmed.js'

/** How a 1C is read. An accountant needs neither the address nor the login. */
export async function presentReading(
  db: Queryable,
  { scope }: Pick<FastifyRequest, 'scope'>,
  row: StoredReading,
): Promise<Reading> {
  const { everyMinutes, enabled, organization, progress, lastReading: last, failure } = row
  const hidden = typeof scope === 'object' && scope !== null
  const state = readingState(row, new Date())
  return {
    url: hidden ? null : row.url,
    login: hidden ? null : row.login,
    passwordSet: row.password !== '',
    everyMinutes,
    enabled,
    organization,
    state,
    running: state === 'running' && progress ? presentProgress(progress) : null,
    lastReading: last && {
      startedAt: last.startedAt,
      finishedAt: last.finishedAt,
      durationMs: Date.parse(last.finishedAt) - Date.parse(last.startedAt),
      documents: last.documents,
      calls: last.calls,
      whole: last.whole,
      partial: last.partial,
      organizationName: last.organizationName,
      unpublished: last.unpublished.map(describeSet),
      cutOff: (last.cutOff ?? []).map(describeSet),
    },
    nextAt: row.nextAt?.toISOString() ?? null,
    failure: failure && {
      code: failure.code,
      message: failureInWords(failure, { forAccountants: hidden }),
      at: failure.at,
      count: failure.count,
    },
    unconfirmed: await countUnconfirmed(db, row.integrationKey),
  }
}

function presentProgress(progress: ReadingProgress): NonNullable<Reading['running']> {
  const { startedAt, documents, phase } = progress
  const done = READING_PHASES.indexOf(phase) + doneOfPhase(progress)
  const percent = Math.floor((done / READING_PHASES.length) * 100)
  return { startedAt, documents, percent, phase, doing: PHASE_TEXTS[phase] }
}

/** Of a phase that goes from date to date, from 0 to 1. */
function doneOfPhase({ cursor, from, to }: ReadingProgress): number {
  const at = /\d{4}-\d\d-\d\dT[\d:]{8}/.exec(cursor ?? '')?.[0]
  if (at === undefined) return 0
  const [position, start, end] = [at, from, to].map(date => Date.parse(`${date.slice(0, 19)}Z`)) as [
    number,
    number,
    number,
  ]
  return Math.min(Math.max((position - start) / (end - start || 1), 0), 1)
}
