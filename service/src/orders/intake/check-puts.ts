import { type DescribedProblem, describeProblem, type FieldProblem } from '@obmen/contract'
import { lockCompanies } from '../../db/company-locks.js'
import type { Queryable } from '../../db/database.js'
import { isMet, type Precondition } from '../../db/precondition.js'
import { AppError } from '../../errors/app-error.js'
import { loadOfferStatuses } from '../../outbox/batches/offer-status.js'
import { findEverSent } from '../../outbox/entries/adopt-orders.js'
import { changesNumber } from '../numbering/claim-numbers.js'
import { canBeFoundIn1C, PLATFORM_NUMBER_LIMIT, platformNumber } from '../numbering/document-number.js'
import { type Put, type PutCompany, type PutIntegration, type StoredOrder, written } from './put.js'
import { sameContent } from './read/canonical.js'
import type { ReadOnlyFields } from './read/order-schema.js'
import { invalidOrder } from './read/read-order.js'

/** Refuses inadmissible puts, and finds those that change nothing (O6). */
export async function checkPuts(tx: Queryable, puts: readonly Put[]): Promise<void> {
  await refuseOrigins(tx, puts)
  for (const put of puts) {
    put.refusal ??= refusalOf(put)
    const before = put.stored?.content
    put.unchanged = !put.refusal && typeof before === 'string' && sameContent(before, put.order.content)
  }
  await refuseMovedDates(tx, puts)
}

/** Why an order is refused by itself. An archived company gets no new orders, but its 1C has the old ones. */
function refusalOf({ order, precondition, stored, company }: Put): AppError | undefined {
  const { id, companyId } = order
  if (!isMet(precondition, stored?.revision))
    return new AppError('revision-mismatch', explainMismatch(precondition!, id, stored?.revision))
  if (stored && stored.companyId !== companyId)
    return new AppError('company-fixed', describeProblem('order-company-fixed', { id }))
  if (!company)
    return new AppError('unknown-company', describeProblem('order-company-unknown', { id: companyId }))
  if (company.archived && !stored)
    return new AppError('unknown-company', describeProblem('order-company-archived', { name: company.name }))
  const foreign = changedReadOnly(order.broughtBack, stored, company)
  if (foreign.length > 0) return invalidOrder(foreign)
  // The number was accepted when the order was new, so its changes must be, too.
  if (stored && platformNumber(stored) === platformNumber(order)) return undefined
  const problem = platformNumberProblem(order, company.integrations)
  return problem && invalidOrder([problem])
}

/** Fields of Obmen's own that are not as the stored order has them. `owedTo` may have changed meanwhile. */
function changedReadOnly(
  { owedTo = [], ...given }: ReadOnlyFields = {},
  stored: StoredOrder | undefined,
  company: PutCompany,
): FieldProblem[] {
  const same = (one: string | undefined, other: Date | undefined): boolean =>
    one === undefined || Date.parse(one) === other?.getTime()
  const changed = {
    numberIn1c: given.numberIn1c !== undefined && given.numberIn1c !== String(stored?.sequenceNumber),
    revision: given.revision !== undefined && given.revision !== stored?.revision,
    createdAt: !same(given.createdAt, stored?.createdAt),
    updatedAt: !same(given.updatedAt, stored?.updatedAt),
    owedTo: owedTo.some(to => company.integrations.every(({ id }) => id !== to)),
  }
  return Object.entries(changed)
    .filter(([, differs]) => differs)
    .map(([name]) => ({ path: `/${name}`, ...describeProblem('field-read-only', { name }) }))
}

/** A problem if an integration uses the platform's numbers and its 1C could not find this one again. */
function platformNumberProblem(
  order: { id: string; number?: string | undefined },
  integrations: readonly PutIntegration[],
): FieldProblem | undefined {
  if (!integrations.some(({ settings }) => settings.ordernumber === 'platform')) return undefined
  const number = platformNumber(order)
  if (canBeFoundIn1C(number)) return undefined
  return {
    path: order.number === undefined ? '/id' : '/number',
    ...describeProblem('number-not-kept', { number, limit: PLATFORM_NUMBER_LIMIT }),
  }
}

function explainMismatch(
  precondition: Precondition,
  id: string,
  present: number | undefined,
): DescribedProblem {
  if (precondition === 'absent') return describeProblem('order-there-already', { id, present: present! })
  if (precondition === 'exists') return describeProblem('order-missing', { id })
  const wanted = precondition.version
  return present === undefined
    ? describeProblem('order-revision-missing', { id, wanted })
    : describeProblem('order-revision-other', { id, wanted, present })
}

/** Refuses changes that can't have been adopted from the 1C they name. */
async function refuseOrigins(tx: Queryable, puts: readonly Put[]): Promise<void> {
  // An unknown company is refused later.
  const named = puts.filter(({ origin, company }) => origin !== undefined && company)
  if (named.length === 0) return
  const pairs = named.map(put => ({ put, integration: originOf(put) }))
  const sent = await findEverSent(
    tx,
    pairs.flatMap(({ put, integration }) =>
      integration ? [{ integrationKey: integration.key, orderKey: put.key }] : [],
    ),
  )
  for (const { put, integration } of pairs)
    if (!integration) put.refusal = new AppError('invalid', describeProblem('origin-unknown'))
    else if (!sent.has(put.key))
      put.refusal = new AppError('invalid', describeProblem('origin-not-sent', { name: integration.name }))
}

/** The integration whose 1C an order was adopted from. */
export function originOf({ origin, company }: Put): PutIntegration | undefined {
  return company.integrations.find(({ id }) => id === origin?.toLowerCase())
}

/**
 * Refuses orders whose date changes after a 1C received them: 1C finds documents by date. While a date or a
 * used number changes, or orders are adopted, no page of the company is sent, so that "never offered" stays
 * true and what a 1C was sent last does not change.
 */
async function refuseMovedDates(tx: Queryable, puts: readonly Put[]): Promise<void> {
  const moving = written(puts).filter(put => changesDate(put) || changesNumber(put))
  const adopted = puts.filter(({ origin, refusal }) => origin !== undefined && !refusal)
  const companies = new Set([...moving, ...adopted].map(({ order }) => order.companyId))
  if (companies.size > 0) await lockCompanies(tx, 'offers', 'exclusive', [...companies])
  const asked = written(puts).filter(put => put.stored && (put.order.canceled || changesDate(put)))
  const offers = await loadOfferStatuses(
    tx,
    asked.map(({ key }) => key),
  )
  for (const put of asked) {
    put.offer = offers.get(put.key)
    if (changesDate(put) && (put.offer?.sent || put.offer?.inProgress))
      put.refusal = new AppError('placed-at-fixed', describeProblem('order-date-fixed', { id: put.order.id }))
  }
}

function changesDate({ order, stored }: Put): boolean {
  return stored !== undefined && stored.placedAt.getTime() !== order.placedAt
}
