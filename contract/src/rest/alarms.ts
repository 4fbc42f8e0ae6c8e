import { z } from 'zod'
import { ALARM_CAUSES, ALARM_CHANNELS, CHAT_FORMATS, ROLES, WEBHOOK_STATES } from '../enumerations.js'
import { pageOf, paging, reasonSchema, timestampSchema, uuidSchema } from './common.js'
import { stateCauseSchema } from './integrations/integrations.js'

/** Whose alarms: those of the chosen location or of an accountant's 1C bases, or those of the server. */
const role = z
  .enum(ROLES)
  .optional()
  .describe(
    'Alarms of the location, of an accountant’s companies’ 1C, or of the server; absent: what the caller has',
  )
export const ofAlarmRoleSchema = z.object({ role })

/** What is known of an alarm; what does not belong to its cause is missing. */
export const alarmFactsSchema = z
  .object({
    integrationId: uuidSchema.optional(),
    integrationName: z.string().optional(),
    companyName: z.string().optional(),
    lastSeenAt: timestampSchema.optional().describe('silent'),
    stateCause: stateCauseSchema.optional().describe('refused, unconfirmed'),
    orders: z.int().optional().describe('That wait, or are held; 10,001: more than 10,000'),
    owedSince: timestampSchema.optional().describe('Since when the first of them has been waiting'),
    code: z.string().optional().describe('quarantined, held: the cause of the order that was held last'),
    reason: z.string().optional().describe('The same in words, Russian'),
    file: z.string().optional().describe('failed-file: its name'),
    failure: z
      .string()
      .nullable()
      .optional()
      .describe('failed-file, reading-failed, backup-old: why, Russian'),
    readAt: timestampSchema.nullable().optional().describe('reading-failed: last read; null: never'),
    exchangeId: z.int().optional().describe('failed-file'),
    webhookId: uuidSchema.optional().describe('webhook-stopped'),
    url: z.string().optional().describe('webhook-stopped'),
    state: z.enum(WEBHOOK_STATES).optional().describe('webhook-stopped'),
    tasks: z.int().optional().describe('tasks-overdue: how many'),
    lastBackupAt: timestampSchema.nullable().optional().describe('backup-old; null: there is none'),
    path: z.string().optional().describe('disk'),
    usedPercent: z.int().optional().describe('disk'),
    freeBytes: z.int().optional().describe('disk'),
    used: z.int().optional().describe('connections'),
    allowed: z.int().optional().describe('connections'),
    offsetSeconds: z.int().optional().describe('clock: how far the server is ahead of its database'),
    host: z.string().optional().describe('certificate'),
    expiresAt: timestampSchema.optional().describe('certificate'),
  })
  .meta({ id: 'AlarmFacts' })
export type AlarmFacts = z.infer<typeof alarmFactsSchema>

export const alarmSchema = z
  .object({
    id: uuidSchema,
    cause: z.enum(ALARM_CAUSES),
    integrationId: uuidSchema.nullable().describe('Of the 1C that it is about'),
    webhookId: uuidSchema.nullable().describe('Of the webhook that it is about'),
    since: timestampSchema,
    openedAt: timestampSchema.describe('When it was raised: after a delay, where causes come and go'),
    endedAt: timestampSchema.nullable().describe('Null: it is open'),
    acknowledgedUntil: timestampSchema.nullable().describe('Nobody is reminded of it until then'),
    acknowledgedBy: z.string().nullable().describe('Name or address of that person'),
    facts: alarmFactsSchema,
  })
  .meta({ id: 'Alarm' })
export type Alarm = z.infer<typeof alarmSchema>
export const alarmPageSchema = pageOf(alarmSchema)
export const alarmListQuerySchema = z.object({
  role,
  state: z.enum(['open', 'over']).default('open'),
  ...paging,
})

export const acknowledgementInputSchema = z.strictObject({
  hours: z.int().min(1).max(168).describe('Nobody is reminded for so long'),
})

const enabled = z.boolean()
const chatId = z
  .string()
  .trim()
  .regex(/^(-?\d{1,20}|@\w{4,64})$/)
  .nullable()
  .describe('A number, or the public name of a channel: @name')
const url = z
  .string()
  .trim()
  .max(2000)
  .regex(/^https?:\/\/[!-~]+$/)
  .nullable()
const format = z.enum(CHAT_FORMATS)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const causes = z
  .partialRecord(z.enum(ALARM_CAUSES), z.boolean())
  .describe('false: not told of; what is missing is')
const QUIET = 'By the clock of the location: nothing is sent between them'

/** How a person is told of alarms; what is missing is as for who never chose anything. */
export const alarmSettingsInputSchema = z.strictObject({
  channels: z
    .strictObject({
      mail: z.strictObject({ enabled }).optional(),
      telegram: z.strictObject({ enabled, chatId: chatId.optional() }).optional(),
      max: z.strictObject({ enabled, chatId: chatId.optional() }).optional(),
      webhook: z.strictObject({ enabled, url: url.optional(), format: format.optional() }).optional(),
    })
    .optional(),
  causes: causes.optional(),
  quietHours: z.strictObject({ from: time, to: time }).nullish().describe(QUIET),
})
export type AlarmSettingsInput = z.infer<typeof alarmSettingsInputSchema>

const alarmSettingsSchema = z.object({
  channels: z.object({
    mail: z.object({ enabled }),
    telegram: z.object({ enabled, chatId }),
    max: z.object({ enabled, chatId }),
    webhook: z.object({ enabled, url, format }),
  }),
  causes,
  quietHours: z.object({ from: z.string(), to: z.string() }).nullable().describe(QUIET),
})
export type AlarmSettings = z.infer<typeof alarmSettingsSchema>

export const ownAlarmsSchema = alarmSettingsSchema
  .extend({
    available: z.array(z.enum(ALARM_CHANNELS)).describe('Channels that this server has'),
    failures: z
      .array(
        z.object({
          channel: z.enum(ALARM_CHANNELS),
          at: timestampSchema,
          message: z.string().describe('Russian'),
          reason: reasonSchema,
        }),
      )
      .describe('Channels whose last message did not go out, and why'),
  })
  .meta({ id: 'OwnAlarms' })
export type OwnAlarms = z.infer<typeof ownAlarmsSchema>

export const alarmTestInputSchema = z.strictObject({ channel: z.enum(ALARM_CHANNELS) })
export const alarmTestSchema = z.object({ sent: z.literal(true) })
