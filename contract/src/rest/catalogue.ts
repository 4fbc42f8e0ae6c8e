import { z } from 'zod'
import { pageOf, paging, timestampSchema } from './common.js'

const text = z.string().nullable()

export const itemStateSchema = z
  .enum(['current', 'deleted', 'gone'])
  .describe('deleted: marked for deletion in 1C; gone: a whole catalogue no longer mentions it')

/** One item of 1C's catalogue, or one of its characteristics. */
export const catalogueItemSchema = z
  .object({
    itemId: z.string().describe('GUID, or GUID#GUID with a characteristic'),
    name: z.string(),
    fullName: text,
    article: text,
    barcode: text,
    unit: z.object({ code: text, name: text }).nullable(),
    vat: text.describe('As orders have it: "20", "10/110", "none"; another rate as 1C wrote it'),
    kind: z.enum(['goods', 'service']).nullable(),
    state: itemStateSchema,
    stateSince: timestampSchema,
    changedAt: timestampSchema,
    groupIds: z.array(z.string()),
    characteristics: z.array(z.object({ name: z.string(), value: z.string() })),
    prices: z.array(
      z.object({
        priceTypeId: z.string(),
        priceType: text,
        price: z.string(),
        currency: text,
        unit: text,
      }),
    ),
    quantity: text.describe('Of all warehouses'),
    stock: z.array(z.object({ warehouseId: z.string(), warehouse: text, quantity: z.string() })),
    lineIds: z.array(z.string()).describe('Lines of orders that are linked to it, 20 at most'),
  })
  .meta({ id: 'CatalogueItem' })
export type CatalogueItem = z.infer<typeof catalogueItemSchema>
export const catalogueItemQuerySchema = z.object({
  q: z
    .string()
    .max(200)
    .optional()
    .describe('Words in any form, or the beginning of an article, a barcode or an id'),
  group: z.string().max(200).optional().describe('In this group, or in one within it'),
  state: itemStateSchema.optional(),
  ...paging,
})
export const catalogueItemPageSchema = pageOf(catalogueItemSchema).extend({
  counts: z
    .object({ current: z.int(), deleted: z.int(), gone: z.int() })
    .nullable()
    .describe('Of the whole catalogue, with the first page'),
  priceTypes: z.int().nullable().describe('How many it has now, with the first page'),
  latest: z
    .object({
      name: z.string(),
      receivedAt: timestampSchema,
      exchangeId: z.int(),
      whole: z.boolean().nullable().describe('As `catalogue` of an upload; null: read before this was kept'),
    })
    .nullable()
    .describe('The last file of it that was read, with the first page'),
})
export type CatalogueItemPage = z.infer<typeof catalogueItemPageSchema>

export const catalogueGroupSchema = z
  .object({ groupId: z.string(), parentId: text, name: z.string(), state: itemStateSchema, items: z.int() })
  .meta({ id: 'CatalogueGroup' })
export type CatalogueGroup = z.infer<typeof catalogueGroupSchema>
export const catalogueGroupsSchema = z.object({ items: z.array(catalogueGroupSchema) })

export const cataloguePriceTypeSchema = z
  .object({
    priceTypeId: z.string(),
    name: z.string(),
    currency: text,
    vatIncluded: z.boolean().nullable(),
    state: itemStateSchema,
  })
  .meta({ id: 'CataloguePriceType' })
export type CataloguePriceType = z.infer<typeof cataloguePriceTypeSchema>
export const cataloguePriceTypesSchema = z.object({ items: z.array(cataloguePriceTypeSchema) })

export const linkStateSchema = z
  .enum(['linked', 'unlinked', 'broken'])
  .describe('broken: the item is gone, or marked for deletion')

const linkedItemSchema = z.object({
  itemId: z.string(),
  name: z.string(),
  article: text,
  unit: z.object({ code: text, name: text }).nullable(),
  vat: text,
  state: itemStateSchema,
})
export type LinkedItem = z.infer<typeof linkedItemSchema>

/** A line of orders and the 1C item that it is linked to. */
export const catalogueLinkSchema = z
  .object({
    lineId: z.string(),
    name: text.describe('As it stands in the latest order; null when no recent order has the line'),
    unit: text,
    vat: text,
    uses: z.int().describe('In how many of the 5,000 latest orders of the integration'),
    state: linkStateSchema,
    item: linkedItemSchema.nullable(),
    since: timestampSchema.nullable(),
    differs: z.array(z.enum(['unit', 'vat'])).describe('What the item has otherwise'),
  })
  .meta({ id: 'CatalogueLink' })
export type CatalogueLink = z.infer<typeof catalogueLinkSchema>
export const catalogueLinkQuerySchema = z.object({
  state: linkStateSchema.optional(),
  q: z.string().max(200).optional().describe('Part of the id or name of the line'),
  ...paging,
})
export const catalogueLinkPageSchema = pageOf(catalogueLinkSchema).extend({
  counts: z.object({ linked: z.int(), unlinked: z.int(), broken: z.int() }),
})
export const linkInputSchema = z.strictObject({
  itemId: z.string().min(1).max(200).describe('GUID, or GUID#GUID with a characteristic'),
})

export const suggestInputSchema = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        lineId: z.string().min(1).max(1000),
        name: z.string().max(1000).optional().describe('Else as the line was called first'),
        article: z.string().max(200).optional().describe('Else the id of the line'),
      }),
    )
    .min(1)
    .max(100),
  limit: z.int().min(1).max(10).default(3).describe('Suggestions for each line'),
})
export const suggestionsSchema = z.object({
  items: z.array(
    z.object({
      lineId: z.string(),
      suggestions: z.array(
        z.object({
          item: linkedItemSchema,
          score: z.number().describe('Up to 1'),
          by: z.enum(['article', 'name']),
        }),
      ),
    }),
  ),
})
