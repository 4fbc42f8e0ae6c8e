import { randomBytes } from 'node:crypto'
import type { Database, Queryable } from '../db/database.js'
import type { Secrets } from '../db/secrets/open-secrets.js'

export const SECRET_PREFIX = 'whsec_'

/** A new secret as Standard Webhooks writes it: `whsec_` and 32 random bytes in base64. */
export function newWebhookSecret(): string {
  return SECRET_PREFIX + randomBytes(32).toString('base64')
}

/** What its encrypted secrets are bound to. */
export function secretPlace(webhookId: string): string {
  return `webhook ${webhookId}`
}

/** Those of release 0.2.0 are plain; while servers are updated one by one, an old one may add more. */
export function openWebhookSecret(stored: string, webhookId: string, secrets: Secrets): string {
  return stored.startsWith(SECRET_PREFIX) ? stored : secrets.open(stored, secretPlace(webhookId))
}

interface StoredSecrets {
  id: string
  secret: string
  old_secret: string | null
  older_secrets: { secret: string; until: string }[]
}

const STEP = 100
const IS_PLAIN = `(secret like 'whsec\\_%' or old_secret like 'whsec\\_%'
  or older_secrets::text like '%"whsec\\_%')`

/** Encrypts the secrets that are stored as plain text, at the start of each server. */
export async function sealWebhookSecrets(db: Database, secrets: Secrets): Promise<void> {
  const sealStep = (tx: Queryable) => sealSome(tx, secrets)
  while ((await db.transaction(sealStep)) === STEP);
}

async function sealSome(tx: Queryable, secrets: Secrets): Promise<number> {
  const { rows } = await tx.query<StoredSecrets>(
    `select id, secret, old_secret, older_secrets from webhook where ${IS_PLAIN} order by id limit $1
        for no key update`,
    [STEP],
  )
  for (const { id, secret, old_secret, older_secrets } of rows) {
    const seal = (stored: string): Promise<string> =>
      secrets.seal(tx, openWebhookSecret(stored, id, secrets), secretPlace(id))
    const older: StoredSecrets['older_secrets'] = []
    for (const one of older_secrets) older.push({ ...one, secret: await seal(one.secret) })
    await tx.query('update webhook set secret = $2, old_secret = $3, older_secrets = $4 where id = $1', [
      id,
      await seal(secret),
      old_secret && (await seal(old_secret)),
      JSON.stringify(older),
    ])
  }
  return rows.length
}

/** After the key was lost: nobody knows the new ones until a person asks for another. Returns how many. */
export async function replaceWebhookSecrets(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ id: string }>('select id from webhook for no key update')
  for (const { id } of rows)
    await tx.query(
      `update webhook set secret = $2, old_secret = null, old_secret_until = null, older_secrets = '[]'
        where id = $1`,
      [id, newWebhookSecret()],
    )
  return rows.length
}
