import {
  type CatalogueItem,
  catalogueGroupsSchema,
  catalogueItemPageSchema,
  catalogueItemQuerySchema,
  catalogueItemSchema,
  catalogueLinkPageSchema,
  catalogueLinkQuerySchema,
  catalogueLinkSchema,
  cataloguePriceTypesSchema,
  linkInputSchema,
  suggestInputSchema,
  suggestionsSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { linkLine, unlinkLine } from '../../../catalogue/links/change-links.js'
import { getLink, listLinks } from '../../../catalogue/links/list-links.js'
import { suggestItems } from '../../../catalogue/links/suggest-items.js'
import type { ItemRow } from '../../../catalogue/listing/item-columns.js'
import {
  countItems,
  getItem,
  latestFile,
  listGroups,
  listItems,
  listPriceTypes,
} from '../../../catalogue/listing/list-items.js'
import { mapPage } from '../../../db/page.js'
import { getIntegration } from '../../../integrations/integration.js'
import { waitForRecalculation } from '../../../jobs/wait-for-work.js'
import { authorOf, locationOf } from '../../access.js'
import { byUuid, NO_CONTENT, operations } from '../../operation.js'
import { dated } from '../../presenters/dated.js'

/** How many of the newest orders «Номенклатура» looks at for lines to link. */
const LINK_ORDERS = 5000
/** They are searched up to this: 7,000 of 20 lines, half a second of the database. */
const LINK_BYTES = 16 * 2 ** 20
const lineParams = byUuid.extend({ lineId: z.string().min(1).max(1000) })

export function catalogueRoutes(scope: FastifyInstance): void {
  const api = operations(scope, 'Catalogue')
  api.get('/integrations/:id/catalogue/items', {
    id: 'listCatalogueItems',
    access: 'integrations:read',
    summary: 'Items of this 1C, by name',
    params: byUuid,
    query: catalogueItemQuerySchema,
    response: { 200: catalogueItemPageSchema },
    handle: async request => {
      const key = await keyOf(request)
      const page = await listItems(request.db, key, request.query)
      if (request.query.cursor !== undefined)
        return { ...mapPage(page, presentItem), counts: null, priceTypes: null, latest: null }
      const [counts, types, latest] = await Promise.all([
        countItems(request.db, key),
        listPriceTypes(request.db, key),
        latestFile(request.db, key),
      ])
      const priceTypes = types.filter(({ state }) => state === 'current').length
      return { ...mapPage(page, presentItem), counts, priceTypes, latest: latest ? dated(latest) : null }
    },
  })

  api.get('/integrations/:id/catalogue/items/:itemId', {
    id: 'getCatalogueItem',
    access: 'integrations:read',
    summary: 'One item, with its prices and stock',
    params: byUuid.extend({ itemId: z.string().max(200) }),
    response: { 200: catalogueItemSchema },
    handle: async request =>
      presentItem(await getItem(request.db, await keyOf(request), request.params.itemId)),
  })

  api.get('/integrations/:id/catalogue/groups', {
    id: 'listCatalogueGroups',
    access: 'integrations:read',
    summary: 'Groups of items',
    params: byUuid,
    response: { 200: catalogueGroupsSchema },
    handle: async request => ({ items: await listGroups(request.db, await keyOf(request)) }),
  })

  api.get('/integrations/:id/catalogue/price-types', {
    id: 'listPriceTypes',
    access: 'integrations:read',
    summary: 'Types of prices',
    params: byUuid,
    response: { 200: cataloguePriceTypesSchema },
    handle: async request => ({ items: await listPriceTypes(request.db, await keyOf(request)) }),
  })
}

/** The links between items and the lines of orders. */
export function catalogueLinkRoutes(scope: FastifyInstance): void {
  const api = operations(scope, 'Catalogue')
  api.get('/integrations/:id/catalogue/links', {
    id: 'listCatalogueLinks',
    access: 'integrations:read',
    summary: 'Lines of orders and the items that they are linked to',
    params: byUuid,
    query: catalogueLinkQuerySchema,
    response: { 200: catalogueLinkPageSchema },
    handle: async request => {
      const key = await keyOf(request)
      const searched = { orders: LINK_ORDERS, bytes: LINK_BYTES }
      return mapPage(await listLinks(request.db, key, { ...request.query, ...searched }), dated)
    },
  })

  api.put('/integrations/:id/catalogue/links/:lineId', {
    id: 'linkLine',
    access: 'integrations:write',
    summary: 'Link a line to an item',
    params: lineParams,
    body: linkInputSchema,
    response: { 200: catalogueLinkSchema },
    handle: async request => {
      const key = await keyOf(request)
      const lineId = withoutZeros(request.params.lineId)
      await linkLine(request.db, key, { lineId, itemId: request.body.itemId }, authorOf(request))
      await waitForRecalculation(request.db, [key])
      return dated(await getLink(request.db, key, lineId))
    },
  })

  api.delete('/integrations/:id/catalogue/links/:lineId', {
    id: 'unlinkLine',
    access: 'integrations:write',
    summary: 'Remove the link of a line',
    params: lineParams,
    response: NO_CONTENT,
    handle: async request => {
      const key = await keyOf(request)
      await unlinkLine(request.db, key, withoutZeros(request.params.lineId))
      await waitForRecalculation(request.db, [key])
    },
  })

  api.post('/integrations/:id/catalogue/links::suggest', {
    id: 'suggestItems',
    access: 'integrations:read',
    heavy: true,
    summary: 'Suggest items for lines, by article and name',
    params: byUuid,
    body: suggestInputSchema,
    response: { 200: suggestionsSchema },
    handle: async request => {
      const { key, companyId } = await getIntegration(request.db, locationOf(request), request.params.id)
      const { lines, limit } = request.body
      const clean = lines.map(line => ({ ...line, lineId: withoutZeros(line.lineId) }))
      return { items: await suggestItems(request.db, { integrationKey: key, companyId }, clean, limit) }
    },
  })
}

async function keyOf(request: FastifyRequest<{ Params: { id: string } }>): Promise<number> {
  return (await getIntegration(request.db, locationOf(request), request.params.id)).key
}

/** PostgreSQL refuses U+0000, so no stored line has it in its id. */
function withoutZeros(lineId: string): string {
  return lineId.replaceAll('\0', '')
}

function presentItem({ unitCode, unitName, ...row }: ItemRow): CatalogueItem {
  const unit = unitCode === null && unitName === null ? null : { code: unitCode, name: unitName }
  return { ...dated(row), unit }
}
