import type { OneC } from './base/base.js'
import type { Load } from './base/load.js'
import { Transaction } from './base/transaction.js'
import { Findings } from './findings.js'
import { loadOrders } from './load-orders.js'
import { askOrders, authorize, type Session } from './protocol/authorize.js'
import { controlText, firstWord } from './protocol/exchange-call.js'
import { initializeOrders } from './protocol/initialize.js'
import { Player, type SiteOptions } from './protocol/player.js'
import { queryOrders } from './protocol/query-orders.js'
import type { ExchangeOutcome, ExchangeResult } from './result.js'
import { Tally } from './tally.js'

/** УНФ treats an answer without orders of at least this length, in characters, as a broken file. */
const EMPTY_LIMIT = 555
/** Bitrix' module: a site that has orders for so many queries counts as endless. */
const MOST_QUERIES = 10_000

export interface ExchangeOptions extends SiteOptions {
  /** false: stop before `success`, like a 1C that crashes after loading. */
  sendSuccess?: boolean
  /** УНФ, БП with Bitrix: announce `cmlVersion` and expect payments as subordinate documents. */
  subordinateDocuments?: boolean
  /** The version announced; 2.10 by default. */
  cmlVersion?: string
  /** Cut the download of `query` after so many bytes. */
  stopAfterBytes?: number
  /** Crash after the download, before anything is loaded. */
  crashAfterDownload?: boolean
  /** Findings stored per code; all are counted. 200 by default. */
  findingsPerCode?: number
  now?: Date
}

/**
 * Runs one exchange: the requests of this 1C, its reading of answers, what its base makes of them. Never
 * throws because of the site; throws for a wrong address.
 */
export async function runExchange(base: OneC, options: ExchangeOptions): Promise<ExchangeResult> {
  const run = startRun(base, options)
  try {
    const outcome = await exchange(run)
    return run.tally.result(outcome, run.player, options.sendSuccess ?? true)
  } finally {
    run.player.close()
  }
}

interface Run {
  base: OneC
  options: ExchangeOptions
  player: Player
  tally: Tally
  subordinateDocuments: boolean
}

function startRun(base: OneC, options: ExchangeOptions): Run {
  const player = new Player(base, options, new Findings(options.findingsPerCode ?? 200))
  if (player.address.path.includes('?'))
    player.findings.add('address-with-question', 'warning', null, { url: options.url })
  const ownPayments = base.client === 'bp' && base.settings.loadPayments
  const subordinateDocuments = player.protocol === 'bitrix' && (options.subordinateDocuments ?? ownPayments)
  return { base, options, player, tally: new Tally(), subordinateDocuments }
}

async function exchange(run: Run): Promise<ExchangeOutcome> {
  const { player } = run
  if (player.traits.preliminaryCatalog && (await authorize(player, 'catalog')) === undefined)
    return 'not-authorised'
  const session = await authorize(player, 'sale')
  if (session === undefined) return 'not-authorised'
  if (saysInit(player)) {
    const cmlVersion = run.subordinateDocuments ? (run.options.cmlVersion ?? '2.10') : undefined
    if ((await initializeOrders(player, session, cmlVersion)) === undefined) return 'not-initialised'
  }
  const stopped = await loadAll(run, session)
  if (stopped !== undefined) return stopped
  if (run.options.sendSuccess === false) return 'loaded'
  return (await confirmOrders(player, session)) ? 'confirmed' : 'confirmation-refused'
}

function saysInit({ traits: { initBeforeQuery }, protocol }: Player): boolean {
  return initBeforeQuery === 'always' || (initBeforeQuery === 'with-bitrix' && protocol === 'bitrix')
}

/** Queries once (Bitrix' module: until the answer is empty) and loads. Undefined: loaded. */
async function loadAll(run: Run, session: Session): Promise<ExchangeOutcome | undefined> {
  const { player, options } = run
  for (let asked = 0; asked < MOST_QUERIES; asked++) {
    const orders = await queryOrders(player, session, options.stopAfterBytes)
    if (orders === undefined) return player.wasCut ? 'cut' : 'not-read'
    run.tally.queries++
    run.tally.bytes += orders.bytes
    if (options.crashAfterDownload === true) return 'cut'
    const { loaded, documents } = loadAnswer(run, orders.text)
    if (!loaded) return 'load-failed'
    if (!player.traits.asksUntilEmpty || documents === 0) return undefined
  }
  player.findings.add('endless-query', 'queue', null)
  return 'load-failed'
}

function loadAnswer(run: Run, text: string): { loaded: boolean; documents: number } {
  const { base, subordinateDocuments } = run
  const { findings, protocol } = run.player
  const load: Load = {
    base,
    tx: new Transaction(base),
    findings,
    found: findings.add.bind(findings),
    now: run.options.now ?? new Date(),
    protocol,
    subordinateDocuments,
    documents: [],
    payments: [],
  }
  const end = loadOrders(load, text)
  run.tally.take(load)
  const { documents, containers, name } = end.root
  const isTooLong = documents === 0 && base.client === 'unf' && text.length >= EMPTY_LIMIT
  if (containers > 0 && base.client !== 'bitrix') {
    findings.add('container', documents > 0 ? 'warning' : isTooLong ? 'queue' : 'silent', null)
  }
  if (!end.loaded || documents > 0) return { loaded: end.loaded, documents }
  if (name !== 'КоммерческаяИнформация') findings.add('strange-root', 'silent', null, { name })
  if (isTooLong) findings.add('empty-too-long', 'queue', null, { characters: text.length })
  return { loaded: !isTooLong, documents }
}

/**
 * `success`. УТ, Розница and Bitrix' module accept any answer, УНФ and БП fail on `failure`. Returns whether
 * the site accepted it; a refusal that 1C does not notice is a finding.
 */
async function confirmOrders(player: Player, session: Session): Promise<boolean> {
  const received = await askOrders(player, session, 'success')
  if (received === undefined) return false
  const text = controlText(player, received)
  if (firstWord(text) !== 'failure' && received.step.status === 200) return true
  const answer = text.replaceAll('\n', ' ').trim()
  const notices = text.startsWith('failure') && (player.client === 'unf' || player.client === 'bp')
  player.findings.add(notices ? 'success-refused' : 'success-refusal-unseen', 'queue', null, { answer })
  return false
}
