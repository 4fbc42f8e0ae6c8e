import { z } from 'zod'
import { CLIENT_CHOICES } from '../clients.js'
import { ENCODINGS, PAYMENTS, SCHEMA_VERSIONS, SETTINGS_DEFAULTS } from '../settings/settings.js'
import {
  MAX_BATCH,
  MAX_METHOD_LENGTH,
  MAX_ORDER_NUMBER,
  MAX_QUARANTINE_AFTER,
  MAX_QUARANTINE_PAUSE,
  MAX_RULES,
  MAX_SILENT_AFTER,
  MAX_WORD_LENGTH,
} from '../settings/settings-limits.js'
import { DESCRIPTIONS } from '../settings/texts-schema.js'

const methodName = z.string().trim().min(1).max(MAX_METHOD_LENGTH)
const word = z.string().trim().min(1).max(MAX_WORD_LENGTH)

const paymentRuleSchema = z
  .strictObject({
    status: word.optional().describe(DESCRIPTIONS.status),
    gateway: word.optional().describe(DESCRIPTIONS.gateway),
    paymentmethodname: methodName.optional().describe(DESCRIPTIONS.ruleMethod),
  })
  .meta({ id: 'PaymentRule' })

/** An optional setting with its description and default. */
function withDefault<Schema extends z.ZodType>(key: keyof typeof SETTINGS_DEFAULTS, schema: Schema) {
  return schema.optional().meta({ description: DESCRIPTIONS[key], default: SETTINGS_DEFAULTS[key] })
}

/** For OpenAPI and an editor; `readSettings`, without zod, checks the meaning. A test keeps both in step. */
export const settingsSchema = z
  .strictObject({
    paymentrules: z.array(paymentRuleSchema).min(1).max(MAX_RULES).describe(DESCRIPTIONS.paymentrules),
    paymentmethodname: methodName.describe(DESCRIPTIONS.paymentmethodname),
    client: withDefault('client', z.enum(CLIENT_CHOICES)),
    schemaversion: withDefault('schemaversion', z.enum(SCHEMA_VERSIONS)),
    encoding: withDefault('encoding', z.enum(ENCODINGS)),
    payments: withDefault('payments', z.enum(PAYMENTS)),
    ordernumber: withDefault('ordernumber', z.enum(['sequence', 'platform'])),
    ordernumberfrom: z.int().min(1).max(MAX_ORDER_NUMBER).optional().describe(DESCRIPTIONS.ordernumberfrom),
    batchlimit: withDefault('batchlimit', z.int().min(1).max(MAX_BATCH)),
    ordersfrom: z.iso.date().optional().describe(DESCRIPTIONS.ordersfrom),
    closedbefore: z.iso.date().optional().describe(DESCRIPTIONS.closedbefore),
    commentprefix: withDefault('commentprefix', z.boolean()),
    orderidrequisite: withDefault('orderidrequisite', z.boolean()),
    zip: withDefault('zip', z.boolean()),
    filelimit: withDefault('filelimit', z.int().min(0)),
    accept1c: withDefault('accept1c', z.boolean()),
    quarantineafter: withDefault('quarantineafter', z.int().min(0).max(MAX_QUARANTINE_AFTER)),
    quarantinepause: withDefault('quarantinepause', z.int().min(0).max(MAX_QUARANTINE_PAUSE)),
    silentafter: z.int().min(1).max(MAX_SILENT_AFTER).optional().describe(DESCRIPTIONS.silentafter),
  })
  .meta({ id: 'IntegrationSettings' })
