import { isPrintable } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'

export interface VerifiedPerson {
  id: string
  /** The stored hash that the password was verified against: what is done with it must find it unchanged. */
  passwordHash: string
}

/** The accounts of an address, which is in lower case: the invited make one each, known by its password. */
export async function findAccounts(
  db: Queryable,
  email: string,
  signedInAt: string | null = null,
): Promise<VerifiedPerson[]> {
  const here = `$2::text is null or exists (
    select from user_session s where s.user_id = user_account.id and s.address = $2 and s.expires_at > now())`
  const values = [isPrintable(email) ? email : '', signedInAt]
  return findPeople(db, `lower(email) = $1 and (${here})`, values)
}

/** Those who may sign in. If one password is of two accounts, it opens the newer. */
export async function findPeople(
  db: Queryable,
  condition: string,
  values: unknown[],
): Promise<VerifiedPerson[]> {
  const { rows } = await db.query<VerifiedPerson>(
    `select id, password_hash as "passwordHash" from user_account
      where ${condition} and password_hash is not null and disabled_at is null
      order by created_at desc, id`,
    values,
  )
  return rows
}
