import { z } from 'zod'
import {
  ALARM_CAUSES,
  type EventType,
  INTEGRATION_STATES,
  RECONCILIATION_STATES,
} from '../../enumerations.js'
import { fieldProblemSchema, timestampSchema, uuidSchema } from '../common.js'
import { differenceSchema, documentIn1cSchema } from '../integrations/reading.js'
import { accountingItemSchema } from '../orders/accounting.js'
import { taskSchema } from '../orders/findings.js'
import { findingSchema } from '../orders/orders.js'

const text = z.string().nullable()
const reason = z.string().describe('For people, Russian')
const taskData = taskSchema.pick({ code: true, params: true }).extend({ taskId: taskSchema.shape.id })
// What is known besides is read by other rights.
const alarmData = z.object({ alarmId: uuidSchema, cause: z.enum(ALARM_CAUSES), since: timestampSchema })

/** `data` of each type of event. */
const EVENT_DATA = {
  'order.exported': z
    .object({ revision: z.int(), batch: z.int().describe('The answer in which 1C was given it') })
    .describe('A 1C confirmed a revision of an order'),
  'order.accounting.updated': accountingItemSchema
    .extend({ changed: z.array(z.string()).describe('Which parts of it') })
    .describe('What 1C says of an order is not as it was: the item of GET /orders/{id}/accounting'),
  'reconciliation.changed': z
    .object({
      state: z.enum(RECONCILIATION_STATES),
      previousState: z.enum(RECONCILIATION_STATES).nullable(),
      differences: z.array(differenceSchema),
      documents: z.array(documentIn1cSchema),
    })
    .describe('An order came to be missing or doubled in 1C, or to differ from it, or is so no more'),
  'order.held': z
    .object({
      revision: z.int(),
      reasonCode: z.string(),
      reason,
      by: z.enum(['preflight', 'quarantine', 'person']),
    })
    .describe('An order does not go to a 1C until it is released'),
  'order.released': z
    .object({ revision: z.int(), by: z.enum(['revision', 'retry', 'person']) })
    .describe('An order that was held goes to its 1C again'),
  'order.not-matching': z
    .object({ revision: z.int(), status: z.string(), gateways: z.array(z.string()) })
    .describe('A paid order was put that no rule of any integration of its company takes'),
  'order.finding': z
    .object({
      findings: z.array(
        findingSchema
          .pick({ code: true, path: true, params: true })
          .extend({ severity: z.enum(['blocks', 'loses']) }),
      ),
    })
    .describe('What a 1C would newly lose of an order, or refuse it for; not what new settings bring up'),
  'order.refused': z
    .object({
      code: z.string().describe('As of the answer: docs/errors.md'),
      errors: z.array(fieldProblemSchema.pick({ path: true, code: true })),
    })
    .describe('A put was refused; each other refusal of an id once, until the order changes'),
  'task.opened': taskData.describe('An accountant has to do something by hand, or has to after all'),
  'task.settled': taskData
    .extend({ by: z.enum(['person', 'cause']).describe('cause: it is gone') })
    .describe('A task is done, or its cause is gone'),
  'document.unknown': z
    .object({
      documentId: text,
      numberIn1c: text,
      documentNumber: text,
      documentDate: text.describe('By the clock of 1C, without offset'),
      reason: z.string(),
    })
    .describe('A document came from 1C that matches no order'),
  'catalogue.updated': z
    .object({
      whole: z.boolean().describe('False: changes only'),
      added: z.int(),
      changed: z.int(),
      gone: z.int(),
      brokenLinks: z.array(z.string()).describe('Lines that lost their link, because their item is gone'),
    })
    .describe('An upload of the catalogue of a 1C changed something'),
  'integration.state.changed': z
    .object({
      state: z.enum(INTEGRATION_STATES),
      previousState: z.enum(INTEGRATION_STATES).nullable(),
      since: timestampSchema,
      reason: reason.nullable(),
    })
    .describe('A 1C works, is silent, is refused, …'),
  'alarm.opened': alarmData.describe('Something is wrong that a person should look at'),
  'alarm.over': alarmData.describe('It is not wrong any more'),
  test: z.object({ message: z.string() }).describe('Somebody tried a webhook'),
} satisfies Record<EventType, z.ZodObject>
export type EventData = { [Type in EventType]: z.infer<(typeof EVENT_DATA)[Type]> }

/** What a webhook gets: order and integration are named in `data`, the envelope has no place for them. */
export const WEBHOOK_EVENTS = Object.fromEntries(
  Object.entries(EVENT_DATA).map(([type, data]) => {
    const whose = { integrationId: uuidSchema.optional(), orderId: z.string().optional() }
    const event = z.object({
      type: z.literal(type),
      timestamp: timestampSchema,
      data: z.object({ ...whose, ...data.shape }),
    })
    return [type, event.meta({ id: `${pascal(type)}Event`, description: data.description })]
  }),
)

/** `order.not-matching` as `OrderNotMatching`. */
function pascal(type: string): string {
  return type.replace(/(?:^|[.-])(\w)/g, (_, letter: string) => letter.toUpperCase())
}
