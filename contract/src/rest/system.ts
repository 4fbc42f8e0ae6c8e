import { z } from 'zod'
import { LOG_LEVELS, SYSTEM_PROBLEMS } from '../enumerations.js'
import { countedSchema, timestampSchema, uuidSchema } from './common.js'
import { mailedSchema } from './people.js'

/** Of the whole system: a restored database waits for a person to say that it is no trial. */
export const sendingPausedAtSchema = timestampSchema
  .nullable()
  .describe(
    'Since when nothing is sent by itself, as after a restore, until an operator resumes it; null: it is',
  )

export const systemSchema = z
  .object({
    version: z.string(),
    commit: z.string().nullable().describe('What it was built from; null if that is not known'),
    node: z.string(),
    startedAt: timestampSchema,
    memoryBytes: z.int(),
    logLevel: z.enum(LOG_LEVELS),
    publicUrl: z.string(),
    database: z.object({
      embedded: z.boolean(),
      version: z.string(),
      sizeBytes: z.int(),
      connections: z.int(),
      pendingMigrations: z.array(z.string()),
    }),
    disk: z.object({ path: z.string(), freeBytes: z.int(), totalBytes: z.int() }).nullable(),
    backup: z.object({
      dir: z.string().nullable().describe('BACKUP_DIR; null: none is taken by itself'),
      endedAt: timestampSchema.nullable().describe('When the last one was finished'),
      failure: z.string().nullable().describe('Why the latest try has failed, Russian'),
    }),
    sendingPausedAt: sendingPausedAtSchema,
    queue: z.object({
      owed: countedSchema,
      oldestOwedSince: timestampSchema.nullable(),
      openBatches: z.int(),
    }),
    jobs: z.object({
      waiting: z.int().describe('Background jobs that are due and not taken yet'),
      failed: z.int().describe('Background jobs whose last try failed; they are tried again'),
    }),
    exchanges: z.object({
      integrations: z.int(),
      troubled: z.int().describe('Of those, in trouble by the rule of /attention'),
      lastCallAt: timestampSchema.nullable().describe('When any 1C called last'),
    }),
    limits: z
      .array(
        z.object({
          name: z.string(),
          value: z.string().describe('As in the environment, sizes in bytes; empty: not set, or a secret'),
          changed: z.boolean().describe('Not the default'),
          unit: z.enum(['bytes', 'seconds', 'minutes', 'hours', 'days', 'none']),
          meaning: z.string().describe('Russian'),
        }),
      )
      .describe('The variables of docs/configuration.md'),
    problems: z.array(z.string()).describe('What should be looked at, Russian; empty: all is well'),
    problemCodes: z.array(z.enum(SYSTEM_PROBLEMS)).describe('The same, as codes'),
  })
  .meta({ id: 'System' })
export type System = z.infer<typeof systemSchema>
export const systemPatchSchema = z.strictObject({
  logLevel: z.enum(LOG_LEVELS).optional(),
  sendingPausedAt: z.null().optional().describe('Null resumes sending: what has waited goes out'),
})

export const locationSummarySchema = z
  .object({
    id: uuidSchema,
    name: z.string(),
    timezone: z.string(),
    createdAt: timestampSchema,
    companyCount: z.int(),
    integrationCount: z.int(),
    troubled: z.int().describe('Integrations in trouble by the rule of /attention'),
    orderCount: z.int(),
    owed: countedSchema,
  })
  .meta({ id: 'LocationSummary' })
export type LocationSummary = z.infer<typeof locationSummarySchema>
export const locationSummariesSchema = z.object({ items: z.array(locationSummarySchema) })
export const locationInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  timezone: z.string().max(64),
  adminEmail: z.string().trim().min(3).max(254),
})

/** The link goes to the future administrator; it is shown once. */
export const createdLocationSchema = z
  .object({ id: uuidSchema, invitationUrl: z.string(), mailed: mailedSchema })
  .meta({ id: 'CreatedLocation' })
export type CreatedLocation = z.infer<typeof createdLocationSchema>
