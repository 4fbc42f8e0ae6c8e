import type { FastifyRequest } from 'fastify'
import { AppError } from '../../errors/app-error.js'
import { STATUS } from '../../errors/rest-problem.js'
import type { SaveResult } from '../../orders/intake/put.js'
import type { RequestLog } from '../../requests/record/open-request-log.js'
import { aboutRequest } from '../record-requests.js'
import type { RawLine } from './batch-lines.js'

/** Called for each group of lines when it is answered. */
export type LinesAnswered = (lines: readonly RawLine[], results: readonly SaveResult[]) => void

/** Counts the lines of a batch, and records each rejected one, so that it is found by its order's id. */
export function recordLines(request: FastifyRequest, requests: RequestLog): LinesAnswered {
  const counts = { lineCount: 0, refusedCount: 0 }
  request.batchCounts = counts
  const about = aboutRequest(request)!
  return (lines, results) => {
    counts.lineCount += results.length
    for (const [index, result] of results.entries()) {
      if (!('error' in result)) continue
      counts.refusedCount++
      const { line, content } = lines[index]!
      const { code, message, reason, errors } = result.error
      requests.add({
        ...about,
        durationMs: Date.now() - about.at.getTime(),
        line,
        orderId: result.id,
        status: STATUS[code],
        code,
        detail: message,
        reason,
        errors,
        body: content instanceof AppError ? undefined : content,
      })
    }
  }
}
