import { statfs } from 'node:fs/promises'
import type { SystemProblem } from '@obmen/contract'
import {
  createdLocationSchema,
  locationInputSchema,
  locationSummariesSchema,
  type System,
  systemPatchSchema,
  systemSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance } from 'fastify'
import { lastBackup } from '../../backup/backups.js'
import { resumeSending, sendingPausedAt } from '../../backup/sending.js'
import { listVariables } from '../../config.js'
import { missingMigrations } from '../../db/migrate.js'
import { serverStatus } from '../../db/server-status.js'
import { AppError } from '../../errors/app-error.js'
import { countTroubled, lastCalls } from '../../integrations/state/states.js'
import { countJobs } from '../../jobs/job.js'
import { queueStatus } from '../../outbox/entries/read-entries.js'
import { invitePerson } from '../../people/invitations.js'
import { createLocation, listLocations } from '../../places/locations.js'
import { personOf } from '../access.js'
import type { ApiDeps } from '../deps.js'
import { operations } from '../operation.js'
import { dated } from '../presenters/dated.js'
import { SYSTEM_TEXTS } from '../texts.js'
import { passOn } from './people/people.js'

const LOW_DISK_BYTES = 1024 ** 3

/** For whoever runs the server (role «Системный оператор»). */
export function systemRoutes(scope: FastifyInstance, deps: ApiDeps): void {
  const api = operations(scope, 'System')
  const { db, config, log } = deps
  api.get('/system', {
    id: 'getSystem',
    access: 'system-operator',
    summary: 'Health, disk and limits of the system',
    response: { 200: systemSchema },
    handle: async () => presentSystem(deps),
  })

  api.patch('/system', {
    id: 'updateSystem',
    access: 'system-operator',
    summary: 'Change the log level, or resume sending after a restore',
    body: systemPatchSchema,
    response: { 200: systemSchema },
    handle: async request => {
      const { logLevel, sendingPausedAt: resumed } = request.body
      if (logLevel !== undefined) {
        log.level = logLevel
        log.info({ level: logLevel }, 'log level changed')
      }
      if (resumed === null && (await resumeSending(db))) log.info('sending resumed')
      return presentSystem(deps)
    },
  })

  api.get('/system/locations', {
    id: 'listLocations',
    access: 'system-operator',
    summary: 'All locations',
    description: 'Those with most 1C bases in trouble first, then by name.',
    response: { 200: locationSummariesSchema },
    handle: async () => {
      const [locations, troubled] = await Promise.all([listLocations(db), countTroubled(db, config)])
      const items = locations.map(({ statuslabels: _, version: __, ...one }) =>
        dated({ ...one, troubled: troubled.get(one.id) ?? 0 }),
      )
      return { items: items.sort((one, other) => other.troubled - one.troubled) }
    },
  })

  api.post('/system/locations', {
    id: 'createLocation',
    access: 'system-operator',
    creates: true,
    event: 'invitation-made',
    summary: 'Add a location with its first administrator',
    body: locationInputSchema,
    response: { 201: createdLocationSchema },
    handle: async request => {
      const { adminEmail, ...input } = request.body
      const invitation = {
        email: adminEmail,
        role: 'location-administrator',
        invitedBy: personOf(request),
      } as const
      return db.transaction(async tx => {
        const { id } = await createLocation(tx, input)
        const invited = { ...invitation, locationId: id }
        const { invitation: made, secret } = await invitePerson(tx, invited, new Date()).catch(error =>
          Promise.reject(atAdminEmail(error)),
        )
        const { url: invitationUrl, mailed } = await passOn(tx, made.id, secret, deps)
        return { id, invitationUrl, mailed }
      })
    },
  })
}

async function presentSystem(deps: ApiDeps): Promise<System> {
  const { db, config, log, embeddedDatabase } = deps
  const [database, pending, backup, queue, jobs, calls, troubled, disk, paused] = await Promise.all([
    serverStatus(db),
    missingMigrations(db),
    lastBackup(db),
    queueStatus(db),
    countJobs(db),
    lastCalls(db),
    countTroubled(db, config),
    embeddedDatabase ? freeSpace(config.dataDir) : null,
    sendingPausedAt(db),
  ])
  const problems: [SystemProblem, string][] = []
  if (pending.length > 0) problems.push(['pending-migrations', SYSTEM_TEXTS.pendingMigrations(pending)])
  if (disk && disk.freeBytes < LOW_DISK_BYTES)
    problems.push(['little-disk', SYSTEM_TEXTS.littleDisk(disk.path)])
  if (config.publicUrl === undefined) problems.push(['no-public-url', SYSTEM_TEXTS.noPublicUrl])
  return {
    version: deps.version,
    commit: deps.commit,
    node: process.version,
    startedAt: deps.startedAt.toISOString(),
    memoryBytes: process.memoryUsage.rss(),
    logLevel: log.level as System['logLevel'],
    publicUrl: deps.publicUrl(),
    database: { embedded: embeddedDatabase, ...database, pendingMigrations: pending },
    disk,
    backup: { dir: config.backupDir ?? null, ...dated(backup) },
    sendingPausedAt: paused?.toISOString() ?? null,
    queue: dated(queue),
    jobs,
    exchanges: { ...dated(calls), troubled: [...troubled.values()].reduce((sum, count) => sum + count, 0) },
    limits: listVariables(config),
    problems: problems.map(([, text]) => text),
    problemCodes: problems.map(([code]) => code),
  }
}

/** What the invitation calls `/email` is `/adminEmail` of this request. */
function atAdminEmail(error: unknown): unknown {
  if (!(error instanceof AppError) || !error.errors) return error
  const errors = error.errors.map(problem => ({ ...problem, path: '/adminEmail' }))
  return error.withErrors(errors)
}

async function freeSpace(path: string): Promise<NonNullable<System['disk']>> {
  const { bavail, blocks, bsize } = await statfs(path)
  return { path, freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}
