import { CLIENT_FACTS, type ClientFact } from '@obmen/contract'
import { CLIENTS, type Client, type ClientChoice } from '@obmen/contract/settings'
import { type ClientSigns, type ExchangeSigns, REQUIRED_REPEATS } from './client-signs.js'

interface Fact {
  /** The clients for which it may be true. */
  fits: readonly Client[]
  holds(signs: ClientSigns): boolean
}

const inExchange =
  (holds: (exchange: ExchangeSigns) => boolean): Fact['holds'] =>
  ({ exchange }) =>
    exchange?.platform === true && holds(exchange)

/** From the modules of БП 3.0.198, УНФ 3.0.8, УТ 11.5 and Розница 2; facts about the Bitrix module were observed on sites. */
const FACTS: Readonly<Record<ClientFact, Fact>> = {
  // `User-Agent: 1C+Enterprise/8.3`, Basic and the cookie with each call.
  'not-1c': { fits: [], holds: ({ exchange }) => exchange?.platform === false },
  // УТ, РТ and УНФ do this before each exchange (ПроверитьПодключениеКСайту). БП knows only `type=sale`.
  'catalog-first': { fits: ['ut', 'rt', 'unf', 'bitrix'], holds: inExchange(e => e.catalogFirst) },
  'no-catalog-first': { fits: ['bp', 'bitrix'], holds: inExchange(e => !e.catalogFirst) },
  // `version=` in the session that queries; УНФ names one only in sessions in which it sends files.
  'init-with-version': { fits: ['bitrix'], holds: inExchange(e => e.init === 'version') },
  // УНФ and БП say init before query if their kind of site is «1С-Битрикс»; УТ and РТ never do.
  'init-before-query': { fits: ['bp', 'unf'], holds: inExchange(e => e.init === 'plain') },
  'no-init': { fits: ['bp', 'unf', 'ut', 'rt'], holds: inExchange(e => e.init === 'none') },
  // УТ adds it to each call; УНФ and БП only with «1С-Битрикс», and then there is an init.
  'sessid-without-init': { fits: ['ut'], holds: inExchange(e => e.init === 'none' && e.sessid) },
  'version-announced': { fits: ['bp', 'unf', 'bitrix'], holds: inExchange(e => e.cmlVersion !== null) },
  'asks-on': { fits: ['bitrix'], holds: ({ asksOn }) => asksOn === true },
  // УТ and РТ number the portions of their files, УНФ only the files.
  'files-in-portions': { fits: ['ut', 'rt'], holds: ({ files }) => files === 'portions' },
  'files-numbered': { fits: ['unf'], holds: ({ files }) => files === 'numbered' },
  'files-with-guids': { fits: ['bitrix'], holds: ({ files }) => files === 'guids' },
  // БП sends nothing at all.
  'sends-files': { fits: ['unf', 'ut', 'rt', 'bitrix'], holds: ({ sends }) => sends !== undefined },
  'words-of-bitrix': { fits: ['bitrix'], holds: ({ bitrixWords }) => bitrixWords === true },
}

export interface Recognition {
  /** The only client for which all facts may be true. */
  client: Client | undefined
  /** All such clients; none: the facts contradict each other, or it is not 1C. */
  possible: readonly Client[]
  facts: ClientFact[]
}

/** The clients that it may be: all if nothing is known or the facts contradict each other. */
export function possibleClients(signs: ClientSigns | null): readonly Client[] {
  const { possible } = recognizeClient(signs)
  return possible.length > 0 ? possible : CLIENTS
}

/** Recognizes the client by what its exchanges revealed. Pure. */
export function recognizeClient(signs: ClientSigns | null): Recognition {
  const facts = signs ? CLIENT_FACTS.filter(fact => FACTS[fact].holds(signs)) : []
  // This fact alone decides: a Bitrix module that names no version looks like БП until it queries again.
  const deciding = facts.includes('asks-on') && !facts.includes('not-1c') ? (['asks-on'] as const) : facts
  const possible = CLIENTS.filter(client => deciding.every(fact => FACTS[fact].fits.includes(client)))
  // Without an exchange there is too little evidence.
  const client = signs?.exchange && possible.length === 1 ? possible[0] : undefined
  return { client, possible, facts }
}

/**
 * The question for a person: which of several clients it is, or whether the known one is right although exchanges contradict it. Null:
 * there is nothing to ask. Pure.
 */
export function clientQuestion(
  signs: ClientSigns | null,
  applied: ClientChoice,
  kept: string | null,
): { why: 'unsure' | 'mismatch'; clients: Client[] } | null {
  if (!signs?.exchange) return null
  const { possible } = recognizeClient(signs)
  const clients = [...possible]
  if (clients.length === 0) return null
  if (applied === 'auto') return { why: 'unsure', clients }
  if (clients.includes(applied) || (signs.times ?? 0) < REQUIRED_REPEATS) return null
  return kept === answerKey(signs, applied) ? null : { why: 'mismatch', clients }
}

/** Key under which the answer to this question is stored. */
export function answerKey(signs: ClientSigns | null, applied: ClientChoice): string {
  return `${applied}: ${recognizeClient(signs).possible.join(' ')}`
}
