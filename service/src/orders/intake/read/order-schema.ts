import { type DescribedProblem, describeProblem, type ProblemCode, type ProblemParams } from '@obmen/contract'
import { orderStateSchema, type StoredOrder } from '@obmen/contract/rest'
import { z } from 'zod'
import { ORDER_LIMITS as LIMITS } from './order-limits.js'

/** A problem as the message of an issue: zod transports only text. */
export function encodeProblem<Code extends ProblemCode>(
  code: Code,
  ...params: ProblemParams<Code> extends undefined ? [] : [params: ProblemParams<Code>]
): string {
  return JSON.stringify(describeProblem(code, ...params))
}

export function decodeProblem(message: string): DescribedProblem {
  return JSON.parse(message) as DescribedProblem
}

/** VAT rates of a line; `20/120` is a settlement rate: the amount includes the tax. */
export const VAT_RATES = [
  'none',
  '0',
  '5',
  '7',
  '10',
  '20',
  '22',
  '5/105',
  '7/107',
  '10/110',
  '20/120',
  '22/122',
] as const

const MONEY = /^\d{1,16}(\.\d{1,2})?$/
const QUANTITY = /^(?=.*[1-9])\d{1,14}(\.\d{1,4})?$/
// Ids are compared: characters that are invisible or not in UTF-8 would make two of them look the same.
const ID = /^[^\p{Cc}\p{Cs}]+$/u
// PostgreSQL can't store U+0000. Other control characters are dropped when the XML is written.
const TEXT = /^[^\u0000]*$/
const NOT_BLANK = /^(?=[\s\S]*\S)[^\u0000]*$/
const UUID = /^[\da-fA-F]{8}(-[\da-fA-F]{4}){3}-[\da-fA-F]{12}$/
const TIMESTAMP =
  /^(19|2\d)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/

const atMost = (limit: number) => ({ error: encodeProblem('text-too-long', { limit }) })
const id = z
  .string()
  .max(LIMITS.id, atMost(LIMITS.id))
  .regex(ID, { error: encodeProblem('id-shape') })
// An order stored under another id must still be found; what stands inside one is refused.
const innerId = id.regex(/^(?!\s)[\s\S]*(?<!\s)$/u, { error: encodeProblem('id-untrimmed') })
const word = z
  .string()
  .max(LIMITS.word, atMost(LIMITS.word))
  .regex(NOT_BLANK, { error: encodeProblem('text-blank') })
const name = z
  .string()
  .max(LIMITS.name, atMost(LIMITS.name))
  .regex(NOT_BLANK, { error: encodeProblem('text-blank') })
const text = (limit: number = LIMITS.text) =>
  z
    .string()
    .max(limit, atMost(limit))
    .regex(TEXT, { error: encodeProblem('zero-character') })
const money = z
  .string()
  .regex(MONEY, { error: encodeProblem('money-shape') })
  .meta({ description: 'A decimal string, at most two decimals: "1500.00"', examples: ['1500.00'] })
const quantity = z
  .string()
  .regex(QUANTITY, { error: encodeProblem('quantity-shape') })
  .meta({ description: 'A decimal string above zero, at most four decimals', examples: ['2'] })
const timestamp = z
  .string()
  .regex(TIMESTAMP, { error: encodeProblem('timestamp-shape') })
  .meta({
    format: 'date-time',
    description: 'Date and time with offset',
    examples: ['2026-11-17T12:15:07+05:00'],
  })
const vat = z.enum(VAT_RATES).meta({ description: 'VAT rate in per cent; "20/120" is a settlement rate' })

const contacts = {
  id: innerId,
  inn: z
    .string()
    .regex(/^(\d{10}|\d{12})?$/, { error: encodeProblem('inn-digits') })
    .optional()
    .meta({ description: '10 digits for an organization, 12 for a person and an entrepreneur' }),
  email: text(LIMITS.email).optional(),
  phone: text(LIMITS.phone).optional(),
  address: text().optional(),
}
const business = {
  ...contacts,
  name,
  fullName: text(LIMITS.name).optional(),
  kpp: z
    .string()
    .regex(/^(\d{4}[\dA-Z]{2}\d{3})?$/, { error: encodeProblem('kpp-characters') })
    .optional(),
}

const customerSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('person'),
      ...contacts,
      firstName: name.optional().describe('With lastName, unless name is given'),
      lastName: name.optional(),
      middleName: text(LIMITS.name).optional(),
      name: name
        .optional()
        .describe(
          'The whole name in one string, instead of the three: «Иванов Иван Иванович», «Иван ' +
            'Иванов», «Иванов И. И.». It is kept in its parts',
        ),
    }),
    z.strictObject({ kind: z.literal('organization'), ...business }),
    z.strictObject({ kind: z.literal('entrepreneur'), ...business }),
  ])
  .meta({ id: 'OrderCustomer' })

const lineSchema = z
  .strictObject({
    id: innerId.describe(
      "The platform's own lasting id of the item or service, the same in every order and " +
        'never of another one: 1C:Бухгалтерия binds it to an item of its catalogue for good. ' +
        'Not a row number, not a new id for each order',
    ),
    article: text(LIMITS.word)
      .optional()
      .describe(
        'Of the item: 1C looks it up by the article if it does not know the id. A barcode no 1C reads',
      ),
    name,
    kind: z.enum(['goods', 'service']),
    quantity,
    unit: z
      .string()
      .regex(/^\d{3,4}$/, { error: encodeProblem('unit-shape') })
      .optional()
      .meta({ description: 'ОКЕИ code, 796 (piece) by default; 0796 is the same', default: '796' }),
    price: money.describe('Price of one, before discount'),
    discount: money.optional().meta({ description: 'Discount of the whole line', default: '0.00' }),
    amount: money.describe('quantity × price − discount, to half a kopeck'),
    vat,
  })
  .meta({ id: 'OrderLineInput' })

const refundSchema = z
  .strictObject({ id: innerId, amount: money, refundedAt: timestamp })
  .meta({ id: 'OrderRefundInput' })

const paymentSchema = z
  .strictObject({
    id: innerId,
    gateway: word,
    status: z.enum(['pending', 'paid', 'failed', 'canceled', 'refunded']),
    amount: money,
    paidAt: timestamp.optional().describe('Required of a payment whose status is paid'),
    refunds: z
      .array(refundSchema)
      .max(LIMITS.refunds, { error: encodeProblem('too-many-items', { limit: LIMITS.refunds }) })
      .optional()
      .describe(
        'Parts given back, of a payment that is paid or refunded; the status refunded means the whole',
      ),
  })
  .meta({ id: 'OrderPaymentInput' })

const deliverySchema = z
  .strictObject({
    name,
    amount: money,
    vat,
    address: text().optional(),
    recipient: text().optional(),
    trackNumber: text(LIMITS.word).optional(),
  })
  .meta({ id: 'OrderDelivery' })

const readOnly = <Field extends z.ZodType>(field: Field) =>
  field.optional().meta({ readOnly: true, description: 'As it was read, or left out' })
/** What Obmen adds to an order that is read; a put may bring it back unchanged. */
const readOnlyFields = {
  numberIn1c: readOnly(z.string()),
  revision: readOnly(z.int()),
  createdAt: readOnly(timestamp),
  updatedAt: readOnly(timestamp),
  owedTo: readOnly(z.array(z.string())),
  // Another version may have told more or less of it.
  accounting: readOnly(z.array(z.unknown())),
}

/** An order as the platform sends it. checkOrder checks what a schema can't express. */
export const orderSchema = z
  .strictObject({
    id: id.optional().describe("The platform's id; with PUT it equals the path's, in a batch it is required"),
    number: id.optional().describe("The platform's own number, as people see it there"),
    companyId: z
      .string()
      .regex(UUID, { error: ({ input }) => encodeProblem('company-id-shape', { given: String(input) }) })
      .meta({ format: 'uuid' }),
    placedAt: timestamp,
    status: word.describe("The platform's own word; canceled or cancelled mean canceled"),
    canceled: z.boolean().optional().meta({ default: false }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, { error: encodeProblem('currency-shape') })
      .meta({ examples: ['RUB'] }),
    customer: customerSchema,
    lines: z
      .array(lineSchema)
      .min(1, { error: encodeProblem('no-lines') })
      .max(LIMITS.lines, { error: encodeProblem('too-many-items', { limit: LIMITS.lines }) }),
    vatIncluded: z.boolean().describe('False: amounts are net, the total is with VAT added'),
    total: money.describe(
      'Sum of the amounts and the delivery, with VAT; of net ones as 1C calculates it, VAT ' +
        'rounded to the kopeck for each line',
    ),
    comment: text().optional(),
    contract: text(LIMITS.word)
      .optional()
      .describe('The name of the contract with this buyer in 1C; of all programs УНФ alone reads it'),
    place: z.strictObject({ id: innerId, name }).optional(),
    delivery: deliverySchema.optional(),
    payments: z
      .array(paymentSchema)
      .max(LIMITS.payments, { error: encodeProblem('too-many-items', { limit: LIMITS.payments }) })
      .optional(),
    attributes: z.record(id, text()).optional().describe('Become requisites of the document'),
    ...readOnlyFields,
  })
  .meta({ id: 'OrderInput' })

/** An order as it is read: what PUT takes, with all defaults, and what Obmen adds. */
export const storedOrderSchema = orderSchema
  .required({ id: true, canceled: true, payments: true, attributes: true })
  .extend(orderStateSchema.shape)
  .meta({ id: 'StoredOrder' }) as unknown as z.ZodType<StoredOrder>

export type OrderBody = z.infer<typeof orderSchema>
export type ReadOnlyFields = Pick<OrderBody, keyof typeof readOnlyFields>
