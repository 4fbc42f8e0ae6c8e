import { z } from 'zod'
import { CLIENT_CHOICES, CLIENTS } from '../../clients.js'
import { CHANGE_KINDS, DRY_RUN_OUTCOMES, INTEGRATION_STATES, STATE_CODES } from '../../enumerations.js'
import { MAX_BATCH } from '../../settings/settings-limits.js'
import { CHECK_TONES, CLIENT_FACTS, CONNECTION_CHECKS } from '../../states/recognition.js'
import { countedSchema, pageOf, pageQuerySchema, paging, timestampSchema, uuidSchema } from '../common.js'
import { paramsSchema } from '../orders/orders.js'

const name = z.string().trim().min(1).max(200)
/** An object, or (as in the web form) a JSON string, corrected if its quotes came from a word processor. */
export const settingsInputSchema = z.union([z.record(z.string(), z.unknown()), z.string().max(100_000)])

const confirmSchema = z
  .boolean()
  .optional()
  .describe(
    'True confirms a start of counting (ordernumberfrom, nextNumber) more than 10,000 past ' +
      'the numbers in use; without it 409 number-jump',
  )

export const integrationInputSchema = z.strictObject({
  class: z.literal('CommerceML').default('CommerceML'),
  name,
  settings: settingsInputSchema,
  companyId: uuidSchema,
  sandbox: z
    .boolean()
    .default(false)
    .describe(
      'For trying out: a 1C is played against it (POST …/simulate), a real one refused; never changes',
    ),
  confirm: confirmSchema,
})
export type IntegrationInput = z.input<typeof integrationInputSchema>

export const integrationPatchSchema = z.strictObject({
  name: name.optional(),
  settings: settingsInputSchema.optional(),
  enabled: z.boolean().optional(),
  companyId: uuidSchema.optional().describe('Never changes; another value answers 409'),
  nextNumber: z
    .int()
    .min(1)
    .max(99_999_999_999)
    .optional()
    .describe(
      'After a restore, with `enabled`: from which number the company goes on. Without it 409 restored',
    ),
  confirm: confirmSchema,
})
export type IntegrationPatch = z.infer<typeof integrationPatchSchema>

export const stateCauseSchema = z
  .object({
    code: z.enum(STATE_CODES),
    orders: z
      .int()
      .nullable()
      .describe(
        'loading, not-confirmed, cut: orders of the last answer; searching, takes-none: among how many ' +
          'orders',
      ),
    login: z.string().nullable().describe('wrong-login: what 1C tried to sign in with'),
    failure: z.string().nullable().describe('failed: what 1C was answered, Russian'),
  })
  .meta({ id: 'StateCause' })

export const integrationSchema = z
  .object({
    id: uuidSchema,
    class: z.literal('CommerceML'),
    name: z.string(),
    companyId: uuidSchema,
    companyName: z.string(),
    settings: z.record(z.string(), z.unknown()).nullable().describe('Null for an accountant'),
    notes: z.array(z.string()).describe('What was corrected in the settings, or should be checked; Russian'),
    enabled: z.boolean(),
    restoredAt: timestampSchema
      .nullable()
      .describe('Since when it waits for `nextNumber`, its database having been restored from a backup'),
    sandbox: z.boolean().describe('For trying out: a 1C may be played against it'),
    version: z.int().describe('Also the ETag; If-Match guards against overwriting another administrator'),
    exchangeUrl: z.string(),
    exchangeUrlSet: z
      .boolean()
      .describe('False: PUBLIC_URL is not set, and 1C on another machine will not find the address'),
    login: z.string().nullable().describe('Null for an accountant'),
    rules: z.string().describe('What the rules do, as a Russian sentence'),
    state: z
      .enum(INTEGRATION_STATES)
      .describe(
        'By the last outcomes. waiting: has yet to sign in (for the first time, or with a new ' +
          'password); exchanging; refused: can’t sign in; unconfirmed: takes orders and does not ' +
          'confirm them; silent: does not call any more; paused',
      ),
    stateSince: timestampSchema,
    stateReason: z.string().describe('The state as a sentence, Russian'),
    stateCause: stateCauseSchema.describe('The same as a code with parameters'),
    firstSeenAt: timestampSchema.nullable(),
    lastSeenAt: timestampSchema.nullable(),
    client: z.string().nullable().describe('What 1C calls itself: User-Agent'),
    passwordChangedAt: timestampSchema,
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
    counts: z.object({
      owed: countedSchema,
      offered: countedSchema,
      held: countedSchema,
      confirmed: z.int().describe('All of them'),
    }),
    owedSince: timestampSchema.nullable().describe('Since when the oldest owed order has been waiting'),
    recognition: z
      .object({
        client: z.enum(CLIENTS).nullable().describe('The one program that everything shown fits'),
        possible: z
          .array(z.enum(CLIENTS))
          .describe('All that it fits; none: it is no 1C, or contradicts itself'),
        applied: z
          .enum(CLIENT_CHOICES)
          .describe('What orders are written for; auto: in the form that every program reads'),
        question: z
          .object({ why: z.enum(['unsure', 'mismatch']), clients: z.array(z.enum(CLIENTS)) })
          .nullable()
          .describe('For a person to answer with POST …/client; nothing is changed until then'),
        facts: z.array(z.object({ code: z.enum(CLIENT_FACTS), message: z.string().describe('Russian') })),
        checks: z.array(
          z.object({
            code: z.enum(CONNECTION_CHECKS),
            tone: z.enum(CHECK_TONES),
            orders: z.int().nullable(),
            date: z.string().nullable(),
            agent: z.string().nullable(),
            bp: z.boolean(),
            message: z.string().describe('Russian'),
          }),
        ),
      })
      .nullable()
      .describe('What its exchanges showed of the program on the other side; null in lists'),
    proposedPayments: z
      .literal('documents')
      .nullable()
      .describe(
        'A value of the setting payments that suits this 1C better: it announces nothing, and some of ' +
          'its orders were paid several times. Only for a single integration, null in lists',
      ),
    proposedNumber: z
      .int()
      .nullable()
      .describe('After a restore: a next number above those that may have been given since; null in lists'),
    recalculating: z
      .object({ since: timestampSchema, progress: z.number().describe('From 0 to 1') })
      .nullable()
      .describe(
        'While `counts` do not reflect new rules yet, in a company with many orders; ' +
          'orders that the rules exclude are not sent meanwhile',
      ),
  })
  .meta({ id: 'Integration' })
export type Integration = z.infer<typeof integrationSchema>

export const clientAnswerSchema = z.strictObject({
  client: z
    .enum(CLIENTS)
    .describe('Another than that of the settings becomes it; the same is kept, and not asked of again'),
})
export const earlyOrdersInputSchema = z.strictObject({
  resend: z.boolean().describe('False: 1C has them, and nothing is to be done'),
})
export const earlyOrdersSchema = z.object({
  orders: z.int().describe('How many will be sent again; 10,001: more than 10,000'),
})

/** The answer of POST /integrations and POST …/password, the only ones with the password. */
export const integrationWithPasswordSchema = integrationSchema
  .extend({ password: z.string(), login: z.string(), settings: z.record(z.string(), z.unknown()) })
  .meta({ id: 'IntegrationWithPassword' })
export type IntegrationWithPassword = z.infer<typeof integrationWithPasswordSchema>

export const integrationListQuerySchema = z.object({
  companyId: uuidSchema.optional(),
  ...paging,
})
export const integrationPageSchema = pageOf(integrationSchema)

export const previewQuerySchema = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_BATCH)
    .optional()
    .describe('Orders, batchlimit at most; without it as many as the query would return'),
})
export const simulationInputSchema = z.strictObject({
  client: z.enum(CLIENTS).describe('The 1C that is played'),
})
export const dryRunQuerySchema = z.object({ limit: z.coerce.number().int().min(1).max(1000).default(50) })

/** Reads settings without saving: corrected JSON, problems, how many orders would match. */
export const settingsReadingInputSchema = z.strictObject({
  settings: settingsInputSchema,
  companyId: uuidSchema.optional(),
  integrationId: uuidSchema
    .optional()
    .describe('The integration that will get these settings: adds warnings'),
})

/** Payments already sent to its 1C that stay as they were sent, although the settings changed. */
const settingsWarningSchema = z
  .object({
    code: z.enum(['payments-keep-method', 'payments-keep-form']),
    count: z.int().describe('Payments'),
    complete: z.boolean().describe('False: only the newest payments were checked, there may be more'),
    message: z.string().describe('Russian'),
  })
  .meta({ id: 'SettingsWarning' })

export const settingsReadingSchema = z.object({
  settings: z.record(z.string(), z.unknown()),
  text: z.string(),
  notes: z.array(z.string()),
  rules: z.string(),
  matching: z
    .object({
      count: z.int(),
      of: z.int(),
      complete: z.boolean().describe('False: only the newest orders were checked'),
    })
    .nullable(),
  warnings: z.array(settingsWarningSchema),
})
export type SettingsReading = z.infer<typeof settingsReadingSchema>

export const facetsSchema = z.object({
  statuses: z.array(z.string()),
  gateways: z.array(z.string()),
})
export type Facets = z.infer<typeof facetsSchema>

const changedPartsSchema = z
  .object({
    name: z.string().optional(),
    enabled: z.boolean().optional(),
    settings: z.record(z.string(), z.unknown()).optional(),
    recognizedClient: z
      .enum(CLIENTS)
      .nullable()
      .optional()
      .describe('What exchanges showed the program to be; alone and with `by` null: recognized by itself'),
    reading: z
      .object({
        url: z.string(),
        login: z.string(),
        everyMinutes: z.int(),
        enabled: z.boolean(),
        organization: z.string().nullable(),
        newPassword: z.boolean().describe('Another password was stored'),
      })
      .nullable()
      .optional()
      .describe('How it is read over OData; null: it is not'),
  })
  .nullable()
  .describe('Only what changed; null when there was nothing before, and when the password changed')

export const integrationChangeSchema = z
  .object({
    id: z.int(),
    at: timestampSchema,
    kind: z.enum(CHANGE_KINDS),
    by: z
      .object({ kind: z.enum(['person', 'token']), name: z.string() })
      .nullable()
      .describe('A person, or the token of a program'),
    before: changedPartsSchema,
    after: changedPartsSchema,
  })
  .meta({ id: 'IntegrationChange' })
export type IntegrationChange = z.infer<typeof integrationChangeSchema>
export const integrationChangePageSchema = pageOf(integrationChangeSchema)
export const changesQuerySchema = pageQuerySchema

/** What a 1C would make of the next package, or the simulator has made of it. */
export const dryRunSchema = z.object({
  client: z.string(),
  outcome: z.string().describe('How the exchange would end, Russian'),
  outcomeCode: z.enum(DRY_RUN_OUTCOMES),
  confirmed: z.boolean(),
  documents: z.array(
    z.object({
      orderNumber: z.string().describe('As this 1C gets it'),
      orderId: z.string().nullable(),
      action: z.enum(['created', 'updated', 'canceled', 'skipped', 'refused', 'rolled-back', 'not-reached']),
      documentKind: z.string(),
      documentNumber: z.string(),
      sum: z.string().nullable(),
      currency: z.string().nullable(),
      customer: z.string(),
      payment: z.string().nullable().describe('The created payment, or why there is none'),
      paymentMade: z.boolean(),
      payments: z
        .array(
          z.object({
            kind: z.string().describe('As this 1C names such a document'),
            number: z.string().nullable(),
            amount: z.string().nullable(),
            method: z.string().nullable(),
          }),
        )
        .describe('Those that were made or changed'),
      reason: z.string().nullable().describe('Why it was not created'),
    }),
  ),
  findings: z.array(
    z.object({
      level: z.enum(['fatal', 'dropped', 'warning', 'note']),
      orderNumber: z.string().nullable(),
      code: z.string().describe('Of the simulator; simulator/README.md lists them'),
      params: paramsSchema,
      message: z.string().describe('Russian'),
    }),
  ),
  truncated: z
    .boolean()
    .describe('True: more orders are owed than were checked, because of `limit`, batchlimit or their size'),
})
export type DryRun = z.infer<typeof dryRunSchema>
