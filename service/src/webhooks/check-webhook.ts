import { type DescribedProblem, describeProblem, type FieldProblem, isPrintable } from '@obmen/contract'
import type { Queryable } from '../db/database.js'
import { AppError } from '../errors/app-error.js'
import { isAllowedHost, isPublicAddress, literalAddress } from '../net/public-address.js'
import type { Webhook } from './webhook.js'

export interface WebhookInput {
  url?: string | undefined
  types?: Webhook['types'] | undefined
  companyId?: string | null | undefined
  description?: string | undefined
}

export interface ReceiverRules {
  /** ALLOW_PRIVATE_ADDRESSES */
  allowPrivate: boolean
  /** WEBHOOK_HOSTS */
  hosts: readonly string[] | undefined
}

const MAX_URL_LENGTH = 2000

/** Checks what a person or program enters. @throws AppError invalid */
export async function checkWebhook(
  db: Queryable,
  locationId: string,
  { url, companyId, description }: WebhookInput,
  rules: ReceiverRules,
): Promise<void> {
  const errors: FieldProblem[] = []
  const wrong = url === undefined ? undefined : urlProblem(url, rules)
  if (wrong) errors.push({ path: '/url', ...wrong })
  if (description !== undefined && !isPrintable(description))
    errors.push({ path: '/description', ...describeProblem('unprintable') })
  if (companyId) {
    const { rowCount } = await db.query('select from company where id = $1 and location_id = $2', [
      companyId,
      locationId,
    ])
    if (rowCount === 0) errors.push({ path: '/companyId', ...describeProblem('company-not-here') })
  }
  if (errors.length > 0) throw new AppError('invalid', describeProblem('webhook-invalid'), { errors })
}

function urlProblem(text: string, { allowPrivate, hosts }: ReceiverRules): DescribedProblem | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || text.length > MAX_URL_LENGTH)
    return describeProblem('url-shape')
  if (url.username || url.password) return describeProblem('url-credentials')
  if (url.hash) return describeProblem('url-fragment')
  if (!isAllowedHost(url, hosts)) return describeProblem('url-not-allowed')
  if (allowPrivate) return undefined
  // Host names are checked when connecting: their addresses may change.
  const address = literalAddress(url)
  const isPrivate = address === undefined ? /^localhost\.?$/i.test(url.hostname) : !isPublicAddress(address)
  return isPrivate ? describeProblem('url-private') : undefined
}
