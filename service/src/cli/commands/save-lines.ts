import type { RawLine } from '../../api/intake/batch-lines.js'
import { parseBody } from '../../api/intake/parse-json.js'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import type { OrderInput, SaveResult } from '../../orders/intake/put.js'
import { saveOrders } from '../../orders/intake/save-orders.js'
import { inspectPuts } from '../../preflight/inspect-orders.js'
import { cliTexts } from '../texts.js'

export interface SavedLine {
  line: number
  result: SaveResult
}

/** Like POST /orders:batch; the company gives the location, an unknown one is refused by the first. */
export async function saveLines(db: Database, lines: readonly RawLine[]): Promise<SavedLine[]> {
  const inputs = lines.map(
    ({ content }): OrderInput => ({ body: content instanceof AppError ? content : parseBody(content) }),
  )
  const locations = await findLocations(db, inputs)
  const byLocation = new Map<string, number[]>()
  inputs.forEach((input, index) => {
    const location = locations.of(input)
    byLocation.set(location, [...(byLocation.get(location) ?? []), index])
  })
  const saved: SavedLine[] = []
  for (const [location, indexes] of byLocation) {
    const results = await saveOrders(
      db,
      location,
      indexes.map(index => inputs[index]!),
      { inspect: inspectPuts },
    )
    indexes.forEach((index, position) => {
      saved.push({ line: lines[index]!.line, result: results[position]! })
    })
  }
  return saved.sort((a, b) => a.line - b.line)
}

async function findLocations(
  db: Database,
  inputs: readonly OrderInput[],
): Promise<{ of(input: OrderInput): string }> {
  const companyIds = [...new Set(inputs.map(companyOf))].filter(id => id !== undefined)
  const companies = await db.query<{ id: string; locationId: string }>(
    'select id::text, location_id as "locationId" from company where id::text = any($1)',
    [companyIds],
  )
  const first = await db.query<{ id: string }>('select id from location order by created_at, id limit 1')
  const fallback = first.rows[0]?.id
  if (fallback === undefined) throw new AppError('not-found', cliTexts.orders.noLocations)
  const known = new Map(companies.rows.map(row => [row.id, row.locationId]))
  return { of: input => known.get(companyOf(input) ?? '') ?? fallback }
}

function companyOf({ body }: OrderInput): string | undefined {
  const { companyId } = (body ?? {}) as { companyId?: unknown }
  return typeof companyId === 'string' ? companyId.toLowerCase() : undefined
}
