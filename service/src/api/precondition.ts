import type { IncomingHttpHeaders } from 'node:http'
import { describeProblem } from '@obmen/contract'
import type { FastifyReply } from 'fastify'
import type { Precondition } from '../db/precondition.js'
import { invalidAt } from '../errors/app-error.js'

/** The precondition in a request's headers, with a version as `etag` writes it. @throws AppError invalid */
export function readPrecondition(headers: IncomingHttpHeaders): Precondition | undefined {
  const ifMatch = headers['if-match']?.trim()
  if (ifMatch === undefined) return headers['if-none-match']?.trim() === '*' ? 'absent' : undefined
  if (ifMatch === '*') return 'exists'
  const version = /^(?:W\/)?"(\d{1,9})(?:-[\w-]{16})?"$/.exec(ifMatch)?.[1]
  if (version === undefined) throw invalidAt('/if-match', describeProblem('if-match-shape'))
  return { version: Number(version) }
}

export function etag(version: number): string {
  return `"${version}"`
}

/** The row, with its version in the answer. */
export function withEtag<Row extends { version: number }>(reply: FastifyReply, row: Row): Row {
  reply.header('etag', etag(row.version))
  return row
}
