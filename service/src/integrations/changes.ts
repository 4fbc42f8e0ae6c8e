import type { ChangeKind } from '@obmen/contract'
import type { Client } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import { mapPage, type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import type { Integration } from './integration.js'

/** Who made a change: a person, or a program by its token; neither: a command on the server. */
export interface Author {
  userId?: string
  tokenId?: string
}

/** The parts whose changes are recorded: people change them, except the recognized client. */
export type ChangeableParts = Pick<Integration, 'name' | 'enabled' | 'settings'> & {
  recognizedClient?: Client | null
  reading?: RecordedReading | null
}

/** How a 1C is read over OData, as the history shows it. */
export interface RecordedReading {
  url: string
  login: string
  everyMinutes: number
  enabled: boolean
  organization: string | null
  newPassword: boolean
}

/** One change: `before` and `after` contain only what changed; both are null if that is a secret. */
export interface IntegrationChange {
  id: number
  at: Date
  kind: ChangeKind
  by: { kind: 'person' | 'token'; name: string } | null
  before: Partial<ChangeableParts> | null
  after: Partial<ChangeableParts> | null
}

const PARTS = ['name', 'enabled', 'settings', 'recognizedClient', 'reading'] as const

interface Change {
  integrationKey: number
  kind: ChangeKind
  by: Author
  before?: Partial<ChangeableParts>
  after?: Partial<ChangeableParts>
}

/** Records a change in its transaction: what differs, or all of `after` if there is no `before`. */
export async function recordChange(tx: Queryable, change: Change): Promise<void> {
  const { integrationKey, kind, by, before, after } = change
  const changed = PARTS.filter(part => text(before?.[part]) !== text(after?.[part]))
  await tx.query(
    `insert into integration_change (integration_key, kind, user_id, token_id, before, after)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      integrationKey,
      kind,
      by.userId ?? null,
      by.tokenId ?? null,
      pick(before, changed),
      pick(after, changed),
    ],
  )
}

function text(part: unknown): string {
  return JSON.stringify(part ?? null)
}

function pick(
  parts: Partial<ChangeableParts> | undefined,
  names: readonly (keyof ChangeableParts)[],
): string | null {
  return parts === undefined
    ? null
    : JSON.stringify(Object.fromEntries(names.map(name => [name, parts[name]])))
}

interface Row extends Omit<IntegrationChange, 'by'> {
  person: string | null
  token: string | null
}

/** Changes of an integration and who made them, newest first. */
export async function listChanges(
  db: Queryable,
  integrationKey: number,
  { limit, cursor }: PageRequest,
): Promise<Page<IntegrationChange>> {
  const before = readCursor(cursor, ['number'])
  const { rows } = await db.query<Row>(
    `select c.id, c.at, c.kind, c.before, c.after,
            coalesce(nullif(u.name, ''), u.email) as person, t.name as token
       from integration_change c
       left join user_account u on u.id = c.user_id
       left join api_token t on t.id = c.token_id
      where c.integration_key = $1 and ($2::bigint is null or c.id < $2)
      order by c.id desc limit $3`,
    [integrationKey, before?.[0] ?? null, limit + 1],
  )
  return mapPage(
    toPage(rows, limit, row => [row.id]),
    toChange,
  )
}

function toChange({ person, token, ...row }: Row): IntegrationChange {
  if (person !== null) return { ...row, by: { kind: 'person', name: person } }
  return { ...row, by: token === null ? null : { kind: 'token', name: token } }
}
