import { CLIENT_FACTS, type ClientFact } from '@obmen/contract'
import {
  CLIENTS,
  type Client,
  type ClientChoice,
  fillSettings,
  type Settings,
} from '@obmen/contract/settings'
import { clientsWhere } from '../../clients/index.js'
import { type ClientSigns, type ExchangeSigns, REQUIRED_REPEATS } from './client-signs.js'

type Holds = (signs: ClientSigns) => boolean

const inExchange =
  (holds: (exchange: ExchangeSigns) => boolean): Holds =>
  ({ exchange }) =>
    exchange?.platform === true && holds(exchange)

/** When each fact holds; of which client it may be true is said by its profile. */
const FACTS: Readonly<Record<ClientFact, Holds>> = {
  // `User-Agent: 1C+Enterprise/8.3`, Basic and the cookie with each call.
  'not-1c': ({ exchange }) => exchange?.platform === false,
  // УТ, РТ and УНФ do this before each exchange (ПроверитьПодключениеКСайту). БП knows only `type=sale`.
  'catalog-first': inExchange(e => e.catalogFirst),
  'no-catalog-first': inExchange(e => !e.catalogFirst),
  // `version=` in the session that queries; УНФ names one only in sessions in which it sends files.
  'init-with-version': inExchange(e => e.init === 'version'),
  'init-before-query': inExchange(e => e.init === 'plain'),
  'no-init': inExchange(e => e.init === 'none'),
  // УТ adds it to each call; УНФ and БП only with «1С-Битрикс», and then there is an init.
  'sessid-without-init': inExchange(e => e.init === 'none' && e.sessid),
  'version-announced': inExchange(e => e.cmlVersion !== null),
  'asks-on': ({ asksOn }) => asksOn === true,
  'files-in-portions': ({ files }) => files === 'portions',
  'files-numbered': ({ files }) => files === 'numbered',
  'files-with-guids': ({ files }) => files === 'guids',
  'sends-files': ({ sends }) => sends !== undefined,
  'words-of-bitrix': ({ bitrixWords }) => bitrixWords === true,
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
  const facts = signs ? CLIENT_FACTS.filter(fact => FACTS[fact](signs)) : []
  // This fact alone decides: a Bitrix module that names no version looks like БП until it queries again.
  const deciding = facts.includes('asks-on') && !facts.includes('not-1c') ? (['asks-on'] as const) : facts
  const possible = clientsWhere(({ mayShow }) => deciding.every(fact => mayShow.includes(fact)))
  // Without an exchange there is too little evidence.
  const client = signs?.exchange && possible.length === 1 ? possible[0] : undefined
  return { client, possible, facts }
}

/** The question which client it is, or whether the known one is right in spite of exchanges. Pure. */
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

/** SQL: the settings in effect, in which `client: auto` is replaced by the recognized client. */
export function appliedSettings(i: string): string {
  return `case when ${i}.recognized_client is not null and coalesce(${i}.settings->>'client', 'auto') = 'auto'
               then (${i}.settings::jsonb || jsonb_build_object('client', ${i}.recognized_client))::json
               else ${i}.settings end`
}

/** The settings in effect of a loaded integration. */
export function withAppliedClient(settings: Settings, recognized: Client | null): Settings {
  return recognized !== null && chosenClient(settings) === 'auto'
    ? { ...settings, client: recognized }
    : settings
}

/** The client that the settings name, whether or not one was recognized. */
export function chosenClient(settings: Settings): ClientChoice {
  return fillSettings(settings).client
}
