import { z } from 'zod'
import { VAT_REGIMES } from '../enumerations.js'
import { countSchema, pageOf, paging, timestampSchema, totalSchema, uuidSchema } from './common.js'

const name = z.string().trim().min(1).max(200)
const inn = z.string().trim().describe('ИНН: 10 digits of an organization, 12 of an entrepreneur')
const kpp = z.string().trim().describe('КПП, 9 characters; organizations only')
const regimes = z
  .array(z.strictObject({ from: z.iso.date(), vat: z.enum(VAT_REGIMES) }))
  .max(20)
  .describe('From which day on it sells at which VAT: in general (22), at 5 or 7 % (УСН), without it')
const version = z.int().describe('Also the ETag; If-Match guards against overwriting another administrator')

export const companySchema = z
  .object({
    id: uuidSchema,
    name,
    inn,
    kpp: kpp.nullable(),
    regimes,
    archived: z.boolean(),
    integrationCount: z.int(),
    orderCount: z.int(),
    notes: z.array(z.string()).describe('What should be checked, Russian'),
    createdAt: timestampSchema,
    version,
  })
  .meta({ id: 'Company' })
export type Company = z.infer<typeof companySchema>

export const companyInputSchema = z.strictObject({
  name,
  inn,
  kpp: kpp.nullable().optional(),
  regimes: regimes.optional(),
})
export type CompanyInput = z.infer<typeof companyInputSchema>

export const companyPatchSchema = z.strictObject({
  name: name.optional(),
  inn: inn.optional(),
  kpp: kpp.nullable().optional(),
  regimes: regimes.optional(),
  archived: z.boolean().optional(),
})
export type CompanyPatch = z.infer<typeof companyPatchSchema>

export const companyListQuerySchema = z.object({
  q: z.string().max(200).optional(),
  archived: z.stringbool().optional().describe('Absent: all'),
  count: countSchema,
  ...paging,
})
export const companyPageSchema = pageOf(companySchema).extend({ total: totalSchema })

/** So many names of statuses at most. */
const MOST_LABELS = 100
const statuslabels = z
  .record(z.string().min(1).max(200), z.string().trim().min(1).max(100))
  .refine(labels => Object.keys(labels).length <= MOST_LABELS)
  .describe('What people read instead of the platform’s statuses: {"purchased": "Оплачен"}')

export const locationSchema = z
  .object({
    id: uuidSchema,
    name: z.string(),
    timezone: z.string(),
    statuslabels,
    createdAt: timestampSchema,
    version,
    publicUrl: z.string().describe('Public address of Obmen: 1C calls it + /1c, programs + /api/v1'),
  })
  .meta({ id: 'Location' })
export type Location = z.infer<typeof locationSchema>

export const locationPatchSchema = z.strictObject({
  name: name.optional(),
  timezone: z.string().max(64).optional().describe('IANA name: Asia/Yekaterinburg'),
  statuslabels: statuslabels.optional(),
})
export type LocationPatch = z.infer<typeof locationPatchSchema>

export const placeSchema = z
  .object({ id: z.string(), name: z.string(), orderCount: z.int(), lastOrderAt: timestampSchema })
  .meta({ id: 'Place' })
export type Place = z.infer<typeof placeSchema>
export const placeListQuerySchema = z.object({
  q: z.string().max(200).optional(),
  ...paging,
})
export const placePageSchema = pageOf(placeSchema)
