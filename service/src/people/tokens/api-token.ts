import type { Right } from '@obmen/contract'

/** An API token of the platform; gives access to one location only. */
export interface ApiToken {
  id: string
  locationId: string
  name: string
  /** First characters, to identify the token. */
  start: string
  rights: Right[]
  createdAt: Date
  /** Null: it was created before creators were recorded. */
  createdBy: TokenCreator | null
  lastUsedAt: Date | null
}

export interface TokenCreator {
  id: string
  email: string
  name: string
  /** Has no role any more in the token's location. */
  removed: boolean
}

/** Columns of the table or the `returning` clause named `t`. */
export const TOKEN_COLUMNS = `t.id, t.location_id as "locationId", t.name, t.token_start as "start", t.rights,
  t.created_at as "createdAt", t.last_used_at as "lastUsedAt",
  (select json_build_object('id', u.id, 'email', u.email, 'name', u.name,
                            'removed', not exists (select from user_role r
                                                    where r.user_id = u.id and r.location_id = t.location_id))
     from user_account u where u.id = t.created_by) as "createdBy"`
