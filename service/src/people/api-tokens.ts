import { describeProblem, type FieldProblem, isPrintable, RIGHTS, type Right } from '@obmen/contract'
import type { ApiToken as ShownToken } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import { mapPage, type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import type { WithTimes } from '../db/rows.js'
import { isUuid } from '../db/values.js'
import { AppError } from '../errors/app-error.js'
import { notifyAccessChanged } from './access-change.js'
import { hashSecret, randomSecret } from './secret.js'

/** An API token of the platform; gives access to one location only. */
export type ApiToken = { locationId: string } & WithTimes<ShownToken, 'createdAt' | 'lastUsedAt'>

/** Columns of the table or the `returning` clause named `t`. */
export const TOKEN_COLUMNS = `t.id, t.location_id as "locationId", t.name, t.token_start as "start", t.rights,
  t.sandbox, t.created_at as "createdAt", t.last_used_at as "lastUsedAt",
  (select json_build_object('id', u.id, 'email', u.email, 'name', u.name,
                            'removed', not exists (select from user_role r
                                                    where r.user_id = u.id and r.location_id = t.location_id))
     from user_account u where u.id = t.created_by) as "createdBy"`

const PREFIX = 'obm_'
const SHOWN_LENGTH = 10
const MAX_NAME_LENGTH = 200

interface TokenInput {
  locationId: string
  name: string
  rights: readonly string[]
  sandbox?: boolean | undefined
  createdBy?: string | undefined
}

/** `secret` is shown only here. Throws AppError `invalid` (paths `/name`, `/rights/0`). */
export async function createToken(
  tx: Queryable,
  input: TokenInput,
): Promise<{ token: ApiToken; secret: string }> {
  const { name, rights } = checkToken(input)
  const secret = PREFIX + randomSecret()
  const { rows } = await tx.query<ApiToken>(
    `insert into api_token as t (location_id, name, token_hash, token_start, rights, created_by, sandbox)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${TOKEN_COLUMNS}`,
    [
      input.locationId,
      name,
      hashSecret(secret),
      secret.slice(0, SHOWN_LENGTH),
      rights,
      input.createdBy ?? null,
      input.sandbox ?? false,
    ],
  )
  return { token: rows[0]!, secret }
}

function checkToken(input: TokenInput): { name: string; rights: Right[] } {
  const problems: FieldProblem[] = []
  const name = input.name.trim()
  if (name === '') problems.push({ path: '/name', ...describeProblem('token-name-empty') })
  if (!isPrintable(name)) problems.push({ path: '/name', ...describeProblem('unprintable') })
  if (name.length > MAX_NAME_LENGTH)
    problems.push({ path: '/name', ...describeProblem('token-name-too-long', { max: MAX_NAME_LENGTH }) })
  if (input.rights.length === 0) problems.push({ path: '/rights', ...describeProblem('token-rights-empty') })
  input.rights.forEach((right, index) => {
    if ((RIGHTS as readonly string[]).includes(right)) return
    problems.push({
      path: `/rights/${index}`,
      ...describeProblem('token-right-unknown', { right, known: RIGHTS }),
    })
  })
  if (problems.length > 0)
    throw new AppError('invalid', describeProblem('token-invalid'), { errors: problems })
  return { name, rights: RIGHTS.filter(right => input.rights.includes(right)) }
}

interface TokenOwner {
  id: string
  name: string
  locationId: string
  rights: Right[]
  sandbox: boolean
}

/** The token with this secret, unless revoked. Its last use is recorded once a minute. */
export async function findToken(db: Queryable, secret: string, now: Date): Promise<TokenOwner | undefined> {
  const { rows } = await db.query<TokenOwner & { stale: boolean }>(
    `select id, name, location_id as "locationId", rights, sandbox,
            last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute' as stale
       from api_token where token_hash = $1 and revoked_at is null`,
    [hashSecret(secret), now],
  )
  const found = rows[0]
  if (!found) return undefined
  const { stale, ...token } = found
  if (stale) {
    await db.query(
      `update api_token set last_used_at = $2
        where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
      [token.id, now],
    )
  }
  return token
}

interface TokenFilter extends PageRequest {
  createdBy?: string | undefined
}

export async function listTokens(
  db: Queryable,
  locationId: string,
  { limit, cursor, createdBy }: TokenFilter,
): Promise<Page<ApiToken>> {
  const before = readCursor(cursor, ['time', 'uuid'])
  const { rows } = await db.query<ApiToken & { position: string }>(
    `select ${TOKEN_COLUMNS}, t.created_at::text as position from api_token t
      where t.location_id = $1 and t.revoked_at is null
        and ($2::timestamptz is null or (t.created_at, t.id) < ($2, $3::uuid))
        and ($5::uuid is null or t.created_by = $5)
      order by t.created_at desc, t.id desc limit $4`,
    [locationId, before?.[0] ?? null, before?.[1] ?? null, limit + 1, createdBy ?? null],
  )
  return mapPage(
    toPage(rows, limit, row => [row.position, row.id]),
    ({ position: _, ...token }) => token,
  )
}

/** Takes effect immediately. Throws AppError `not-found`, also for another location's. */
export async function revokeToken(
  db: Queryable,
  locationId: string,
  tokenId: string,
  now: Date,
): Promise<void> {
  const { rowCount } = isUuid(tokenId)
    ? await db.query(
        'update api_token set revoked_at = $3 where id = $1 and location_id = $2 and revoked_at is null',
        [tokenId, locationId, now],
      )
    : { rowCount: 0 }
  if (rowCount === 0) throw new AppError('not-found', describeProblem('token-not-found'))
  await notifyAccessChanged(db, { tokenId })
}

/** In a transaction: throws AppError `not-found` when one of them is no token of this person there. */
export async function revokeTokensOf(
  tx: Queryable,
  { userId, locationId }: { userId: string; locationId: string | null },
  tokenIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(tokenIds)]
  const { rows } = await tx.query<{ id: string }>(
    `update api_token set revoked_at = coalesce(revoked_at, now())
      where id = any ($1::uuid[]) and location_id = $2 and created_by = $3 returning id`,
    [ids, locationId, userId],
  )
  if (rows.length < ids.length) throw new AppError('not-found', describeProblem('token-not-found'))
  for (const { id } of rows) await notifyAccessChanged(tx, { tokenId: id })
}
