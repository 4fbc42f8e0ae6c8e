import type { IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import { describeProblem, type Locale } from '@obmen/contract'
import { batchLineSchema, type SavedOrder, savedOrderSchema } from '@obmen/contract/rest'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isUuid } from '../../../db/values.js'
import { AppError, invalidAt, STATUS } from '../../../errors/app-error.js'
import { languageOf, presentError } from '../../../errors/rest-problem.js'
import { toAppError } from '../../../errors/to-app-error.js'
import type { OrderInput, SavedOrder as Saved, SaveResult } from '../../../orders/intake/put.js'
import { orderSchema } from '../../../orders/intake/read/order-schema.js'
import { recordRefusals } from '../../../orders/intake/record-refusals.js'
import { SAVE_GROUP_SIZE, type SaveOptions, saveOrders } from '../../../orders/intake/save-orders.js'
import { inspectPuts } from '../../../preflight/inspect-orders.js'
import type { RequestLog } from '../../../requests/record/open-request-log.js'
import { Semaphore } from '../../../workers/semaphore.js'
import { locationOf } from '../../access.js'
import type { ApiDeps } from '../../deps.js'
import { warnOfOverwritten, warnOfUnsentPayments } from '../../intake/accounting-warnings.js'
import { groupLines, hasMoreLines, type RawLine } from '../../intake/batch-lines.js'
import { readBytes, readPieces } from '../../intake/json-body.js'
import { operations } from '../../operation.js'
import { etag, readPrecondition } from '../../precondition.js'
import { aboutRequest } from '../../record-requests.js'
import { validateWithZod } from '../../validation/validate.js'

/** Orders from the platform, single and in batches. */
export function orderIntakeRoutes(api: FastifyInstance, deps: ApiDeps): void {
  const save = openSaving(deps)
  void api.register(async scope => {
    // A raw JSON body: the reader decides in which thread to parse it.
    scope.removeContentTypeParser('application/json')
    scope.addContentTypeParser('application/json', (request: FastifyRequest, body: Readable) =>
      readBytes(request, body),
    )
    putRoute(scope, deps, save)
  })
  void api.register(async scope => batchRoute(scope, deps, save))
}

type Save = (locationId: string, inputs: readonly OrderInput[], options: SaveOptions) => Promise<SaveResult[]>

/**
 * Puts of one location, which may all wait for one company, hold at most half of the connections. Two of its
 * batches leave room for single puts: more would only wait for each other's order numbers.
 */
function openSaving({ db, config, log }: ApiDeps): Save {
  const share = Math.max(1, Math.floor(config.databasePoolSize / 2))
  const sizeOfBatch = Math.max(1, Math.floor(share * 0.4))
  const saving = new Semaphore({
    limit: Number.POSITIVE_INFINITY,
    queue: Number.POSITIVE_INFINITY,
    ofOwnerAtOnce: share,
  })
  return async (locationId, inputs, options) => {
    // A batch waits for as long as it takes: its lines are answered one by one.
    const signal = options.refuse ? undefined : AbortSignal.timeout(config.databaseLockTimeoutSeconds * 1000)
    const size = options.refuse ? sizeOfBatch : 1
    const leave = await saving.enter({ owners: [locationId], size, signal }).catch(() => {
      throw new AppError('unavailable', describeProblem('database-busy'))
    })
    try {
      const results = await saveOrders(db, locationId, inputs, { ...options, inspect: inspectPuts })
      if (results.some(result => 'error' in result))
        await db
          .transaction(tx => recordRefusals(tx, locationId, results))
          .catch(error => log.warn({ err: error }, 'refused orders could not be told as events'))
      return results
    } finally {
      leave()
    }
  }
}

function putRoute(api: FastifyInstance, { db, reading }: ApiDeps, save: Save): void {
  operations(api, 'Orders').put('/orders/:id', {
    id: 'putOrder',
    access: 'orders:write',
    summary: 'Put an order',
    reads: ['If-Match', 'If-None-Match', 'Obmen-Origin'],
    answers: ['ETag'],
    description:
      'Putting the same content again changes nothing. If-Match: "<revision>" protects a newer ' +
      'revision from being overwritten. Obmen-Origin: <integrationId> tells that the change was ' +
      'taken over from that 1C, which then is not sent it.',
    params: z.object({ id: z.string() }),
    body: orderSchema,
    response: { 200: savedOrderSchema, 201: savedOrderSchema },
    bodySetting: 'requestBodyLimit',
    // The body's schema is for the documentation only: saveOrders reads the order.
    route: {
      validatorCompiler: part =>
        part.httpPart === 'body' ? value => ({ value }) : validateWithZod(part as never),
    },
    handle: async (request, reply) => {
      const locationId = locationOf(request)
      const precondition = readPrecondition(request.headers)
      const input: OrderInput = {
        body: request.body,
        id: request.params.id,
        ...(precondition && { precondition }),
        origin: readOrigin(request.headers),
      }
      const [result] = await save(locationId, [input], {
        read: inputs => reading.read(locationId, inputs),
      })
      if (!result || 'error' in result)
        throw (
          result?.error ??
          new AppError('internal', describeProblem('order-not-found', { id: request.params.id }))
        )
      const known = input.origin ? await warnOfUnsentPayments(db, locationId, result) : result
      const [warned] = await warnOfOverwritten(db, locationId, [known])
      reply.status(result.status).header('etag', etag(result.revision))
      return presentSaved(warned as Saved, languageOf(request.headers['accept-language']))
    },
  })
}

/** From the header Obmen-Origin: the id of an integration. @throws AppError invalid */
function readOrigin(headers: IncomingHttpHeaders): string | undefined {
  const origin = String(headers['obmen-origin'] ?? '').trim()
  if (origin === '') return undefined
  if (!isUuid(origin)) throw invalidAt('/obmen-origin', describeProblem('origin-shape'))
  return origin
}

/** Lines and bytes of one batch, which is in memory as a whole. */
const BATCH_LINES = 10_000
const BATCH_BYTES = 32 * 2 ** 20

const batchTooLarge = (): AppError =>
  new AppError('too-large', describeProblem('batch-too-large', { lines: BATCH_LINES, bytes: BATCH_BYTES }))

/** Its body is read to the end before the first answer: most clients read none before they have sent all. */
function batchRoute(api: FastifyInstance, { db, config, reading, requests }: ApiDeps, save: Save): void {
  api.addContentTypeParser('application/x-ndjson', (request: FastifyRequest, body: Readable) =>
    readPieces(request, body, batchTooLarge),
  )
  operations(api, 'Orders').post('/orders::batch', {
    id: 'putOrders',
    access: 'orders:write',
    summary: 'Put many orders',
    description:
      `application/x-ndjson with one order per line, at most ${BATCH_LINES} lines and ${BATCH_BYTES} bytes ` +
      '(413 `batch-too-large`: send several batches). Once it has come as a whole it is answered line by ' +
      'line in the same order; an invalid line does not affect the others. The answer to an accepted order ' +
      'is that of PUT, warnings included.',
    takes: { 'application/x-ndjson': orderSchema },
    sends: { 'application/x-ndjson': batchLineSchema },
    route: { bodyLimit: BATCH_BYTES },
    handle: async (request, reply) => {
      const locationId = locationOf(request)
      const pieces = request.body as Buffer[] | undefined
      if (!pieces) throw new AppError('unsupported-media-type', describeProblem('batch-type-needed'))
      if (hasMoreLines(pieces, BATCH_LINES)) throw batchTooLarge()
      const groups = groupLines(pieces, {
        lineLimit: config.requestBodyLimit,
        groupSize: SAVE_GROUP_SIZE,
        groupBytes: config.intakeGroupLimit,
      })
      const record = recordLines(request, requests)
      const language = languageOf(request.headers['accept-language'])
      async function* saveLines(): AsyncGenerator<string> {
        for await (const lines of groups) {
          const inputs = lines.map(({ content }): OrderInput => ({ body: content }))
          // When the database fails, each line that was not saved reports it.
          const saved = await save(locationId, inputs, {
            read: some => reading.read(locationId, some),
            refuse: toAppError,
          })
          record(lines, saved)
          const results = await warnOfOverwritten(db, locationId, saved)
          yield results
            .map((one, index) => `${JSON.stringify(answer(lines[index]!.line, one, language))}\n`)
            .join('')
        }
      }
      const answers = Readable.from(saveLines(), { objectMode: false })
      answers.on('error', error => request.log.warn({ err: error }, 'batch: cut off'))
      return reply.header('content-type', 'application/x-ndjson; charset=utf-8').send(answers)
    },
  })
}

/** Called for each group of lines when it is answered. */
type LinesAnswered = (lines: readonly RawLine[], results: readonly SaveResult[]) => void

/** Counts the lines of a batch, and records each rejected one, so that it is found by its order's id. */
function recordLines(request: FastifyRequest, requests: RequestLog): LinesAnswered {
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

function answer(line: number, result: SaveResult, language: Locale): object {
  if (!('error' in result)) return { line, ...presentSaved(result, language), status: result.status }
  const { id, error } = result
  return { line, ...(id !== undefined && { id }), ...presentError(error, language) }
}

function presentSaved(saved: Omit<Saved, 'status'>, language: Locale): SavedOrder {
  const { id, number: numberIn1c, revision, changed, owedTo, customer } = saved
  const warnings = saved.warnings.map(({ message, ...warning }) => ({
    ...warning,
    message: message[language],
  }))
  return { id, numberIn1c, revision, changed, owedTo, warnings, ...(customer && { customer }) }
}
