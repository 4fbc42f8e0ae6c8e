import { isCanceled } from '@obmen/contract'
import type { AccountingSummary, Integration, OrderExport, StoredOrder } from '@obmen/contract/rest'
import type { Tone } from '../../../components/status.js'
import { hasText } from '../../../texts/catalogue.js'
import type { Formats } from '../../../texts/format.js'
import type { texts as documentTexts } from '../../../texts/texts-documents.js'
import { readContent } from './read-content.js'
import type { texts } from './texts-sentence.js'

type Words = (typeof texts)['ru']

export interface Facts {
  order: Pick<StoredOrder, 'revision' | 'currency' | 'status' | 'canceled'>
  orderExport: OrderExport
  /** Absent while it is not known. */
  integration: Pick<Integration, 'state' | 'stateSince' | 'stateCause' | 'recognition'> | undefined
  /** What this 1C says of the order itself. */
  reported: AccountingSummary | undefined
  /** Names of documents of 1C, in the language of `t`. */
  documents: (typeof documentTexts)['ru']
  /** Amounts of the payments that it made by what it was sent; counts if it reports nothing. */
  made: readonly string[]
  /** Why it is held or does not match, in the language of `t`, to follow a colon. */
  reason: string
}

export interface Sentence {
  tone: Tone
  text: string
  /** `mend`: what puts its integration right. */
  act: 'mend' | 'release' | 'rules' | null
  /** How many of received, given out, in 1C are done; 0: it does not go to this 1C. */
  reached: 0 | 1 | 2 | 3
}

/** Where the order is for one 1C, and why. It is in 1C only if that confirmed it, or was seen to have it. */
export function orderSentence(facts: Facts, t: Words, formats: Formats, now: Date): Sentence {
  const { order, orderExport, reported, reason } = facts
  const {
    state,
    integrationName: name,
    reconciliation,
    confirmedRevision,
    offeredAt,
    owedSince,
  } = orderExport
  const since = (at: string | null) => formats.sinceTime(at ?? now.toISOString(), now)
  const moment = (at: string | null) => formats.shortTime(at ?? now.toISOString(), now)
  if (state === 'held') return held(facts, t, formats, now)
  if (reconciliation === 'missing' || reconciliation === 'doubled') {
    const text = t.read[reconciliation](name)
    const again = state === 'owed' || state === 'changed' ? t.read.again : ''
    return { tone: 'red', text: text + again, act: null, reached: reconciliation === 'missing' ? 2 : 3 }
  }
  if (state === 'not-matching')
    return { tone: 'none', text: t.notMatching(name, reason), act: 'rules', reached: 0 }
  if (state === 'confirmed') {
    const gone = reported?.deleted || (reported?.canceled && !isCanceled(order))
    const odd = gone || reconciliation === 'differs' || (isRead(reported) && !reported.posted)
    const text = isRead(reported)
      ? t.read.confirmed(
          name,
          readContent(reported, facts, t, facts.documents, formats),
          moment(reported.seenAt),
        )
      : t.confirmed(name, contentOf(facts, t, formats), moment(orderExport.confirmedAt))
    return { tone: odd ? 'amber' : 'green', text, act: null, reached: 3 }
  }
  if ((reported?.basisRevision ?? 0) >= order.revision)
    return { tone: 'blue', text: seenIn(facts, t, formats, moment), act: null, reached: 3 }
  const reached = state === 'offered' ? 2 : 1
  const loaded = loadedText(orderExport, t)
  const trouble = troubleOf(facts, t, since)
  if (trouble !== null) {
    const text =
      confirmedRevision > 0 && confirmedRevision < order.revision
        ? t.behind(name, confirmedRevision, trouble)
        : t.notIn(name, trouble)
    const tone = facts.integration?.state === 'refused' ? 'red' : 'amber'
    return { tone, text: text + loaded, act: 'mend', reached }
  }
  if (state === 'offered')
    return { tone: 'blue', text: t.offered(name, moment(offeredAt)) + loaded, act: null, reached }
  if (confirmedRevision === 0)
    return { tone: 'grey', text: t.owed(name, since(owedSince)), act: null, reached }
  const text =
    confirmedRevision < order.revision ? t.changed(name, confirmedRevision, order.revision) : t.again(name)
  return { tone: 'amber', text, act: null, reached }
}

function held(facts: Facts, t: Words, formats: Formats, now: Date): Sentence {
  const { orderExport, reason, integration } = facts
  const { heldKind, heldBy, integrationName: name, retryAt } = orderExport
  // One that does not come at all is given nothing then.
  const comes = integration === undefined || ['exchanging', 'unconfirmed'].includes(integration.state)
  const trouble = comes ? null : troubleOf(facts, t, at => formats.sinceTime(at, now))
  const retry =
    trouble !== null
      ? t.held.absent(trouble)
      : retryAt !== null && new Date(retryAt) > now
        ? t.held.retry(formats.shortTime(retryAt, now))
        : t.held.retryNow
  const text =
    heldKind === 'person'
      ? t.held.person(name, reason, heldBy === null ? '' : ` (${heldBy})`)
      : heldKind === 'finding'
        ? t.held.finding(name, reason)
        : t.held.quarantine(name) + loadedText(orderExport, t) + retry
  return { tone: 'amber', text, act: 'release', reached: 1 }
}

function troubleOf({ integration }: Facts, t: Words, since: (at: string) => string): string | null {
  const code = integration?.stateCause.code ?? null
  if (integration === undefined || !hasText(code, t.troubles)) return null
  const words = t.troubles[code]
  return typeof words === 'string' ? words : words(since(integration.stateSince))
}

/** «документ № УТ-17 от 17.11.2026, оплата 3 000,00 ₽»: by what 1C said, else by the number that it knows. */
function contentOf(facts: Facts, t: Words, formats: Formats): string {
  const { order, orderExport, integration, reported } = facts
  const { documentNumber, documentDate, payments, paid } = reported ?? {}
  const amounts = payments?.map(({ amount }) => amount) ?? facts.made
  const numbered = integration?.recognition?.applied === 'bp' ? t.invoice : t.number
  const day = documentDate ? t.of(formats.day(documentDate.slice(0, 10))) : ''
  const sum = amounts.length === 1 ? amounts[0] : undefined
  return [
    documentNumber
      ? t.document(documentNumber) + day
      : orderExport.numberIn1c && numbered(orderExport.numberIn1c),
    sum
      ? t.payment(formats.money(sum, order.currency))
      : amounts.length > 0
        ? t.payments(amounts.length)
        : paid && t.paid,
    (isCanceled(order) || reported?.canceled) && t.canceled,
    reported?.deleted && t.deleted,
  ]
    .filter(Boolean)
    .join(', ')
}

/** Whether the 1C was read for it, and not only told by its files. */
function isRead(reported: AccountingSummary | undefined): reported is AccountingSummary {
  return reported !== undefined && (reported.money !== null || reported.source === 'reading')
}

/** Whether 1C loaded what it did not confirm, if it was read since. */
function loadedText({ loaded }: OrderExport, t: Words): string {
  return loaded === null ? '' : t.read[loaded ? 'loaded' : 'notLoaded']
}

function seenIn(facts: Facts, t: Words, formats: Formats, moment: (at: string) => string): string {
  const { reported, orderExport } = facts
  const name = orderExport.integrationName
  return isRead(reported)
    ? t.read.seen(name, readContent(reported, facts, t, facts.documents, formats), moment(reported.seenAt))
    : t.seen(name, contentOf(facts, t, formats))
}
