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

/**
 * The shape of settings, for OpenAPI and an editor. `readSettings`, which runs without zod, checks the
 * meaning; a test keeps both in step.
 */
export const settingsSchema = z
  .strictObject({
    paymentrules: z.array(paymentRuleSchema).min(1).max(MAX_RULES).describe(DESCRIPTIONS.paymentrules),
    paymentmethodname: methodName.describe(DESCRIPTIONS.paymentmethodname),
    client: z
      .enum(CLIENT_CHOICES)
      .optional()
      .meta({ description: DESCRIPTIONS.client, default: SETTINGS_DEFAULTS.client }),
    schemaversion: z
      .enum(SCHEMA_VERSIONS)
      .optional()
      .meta({ description: DESCRIPTIONS.schemaversion, default: SETTINGS_DEFAULTS.schemaversion }),
    encoding: z
      .enum(ENCODINGS)
      .optional()
      .meta({ description: DESCRIPTIONS.encoding, default: SETTINGS_DEFAULTS.encoding }),
    payments: z
      .enum(PAYMENTS)
      .optional()
      .meta({ description: DESCRIPTIONS.payments, default: SETTINGS_DEFAULTS.payments }),
    ordernumber: z
      .enum(['sequence', 'platform'])
      .optional()
      .meta({ description: DESCRIPTIONS.ordernumber, default: SETTINGS_DEFAULTS.ordernumber }),
    ordernumberfrom: z.int().min(1).max(MAX_ORDER_NUMBER).optional().describe(DESCRIPTIONS.ordernumberfrom),
    batchlimit: z
      .int()
      .min(1)
      .max(MAX_BATCH)
      .optional()
      .meta({ description: DESCRIPTIONS.batchlimit, default: SETTINGS_DEFAULTS.batchlimit }),
    ordersfrom: z.iso.date().optional().describe(DESCRIPTIONS.ordersfrom),
    closedbefore: z.iso.date().optional().describe(DESCRIPTIONS.closedbefore),
    commentprefix: z
      .boolean()
      .optional()
      .meta({ description: DESCRIPTIONS.commentprefix, default: SETTINGS_DEFAULTS.commentprefix }),
    zip: z.boolean().optional().meta({ description: DESCRIPTIONS.zip, default: SETTINGS_DEFAULTS.zip }),
    filelimit: z
      .int()
      .min(0)
      .optional()
      .meta({ description: DESCRIPTIONS.filelimit, default: SETTINGS_DEFAULTS.filelimit }),
    accept1c: z
      .boolean()
      .optional()
      .meta({ description: DESCRIPTIONS.accept1c, default: SETTINGS_DEFAULTS.accept1c }),
    quarantineafter: z
      .int()
      .min(0)
      .max(MAX_QUARANTINE_AFTER)
      .optional()
      .meta({ description: DESCRIPTIONS.quarantineafter, default: SETTINGS_DEFAULTS.quarantineafter }),
    quarantinepause: z
      .int()
      .min(0)
      .max(MAX_QUARANTINE_PAUSE)
      .optional()
      .meta({ description: DESCRIPTIONS.quarantinepause, default: SETTINGS_DEFAULTS.quarantinepause }),
  })
  .meta({ id: 'IntegrationSettings' })
