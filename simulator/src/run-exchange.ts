import type { OneC } from './base/base.js'
import type { Load } from './base/load.js'
import { Transaction } from './base/transaction.js'
import { type Client, type Protocol, TRAITS } from './client.js'
import { Findings } from './findings.js'
import { loadOrders } from './load-orders.js'
import { parseAddress, protocolOf } from './protocol/address.js'
import { authorize, type Session } from './protocol/authorize.js'
import { controlText, firstWord } from './protocol/control-answer.js'
import { exchangeCall } from './protocol/exchange-call.js'
import { initializeOrders } from './protocol/initialize.js'
import { Player } from './protocol/player.js'
import { type OrdersText, queryOrders } from './protocol/query-orders.js'
import type { ExchangeOutcome, ExchangeResult, Step } from './result.js'
import { Tally } from './tally.js'

/** УНФ treats an answer without orders of at least this length, in characters, as a broken file. */
const EMPTY_LIMIT = 555

export interface ExchangeOptions {
  /** The site's address as typed into 1C. */
  url: string
  login: string
  password: string
  /** Not a 1C: a client that signs in once and then sends only its cookie, as some emulators do. */
  cookieOnly?: boolean
  /** Must be the base's own, if given. */
  client?: Client
  /** false: stop before `success`, like a 1C that crashes after loading. */
  sendSuccess?: boolean
  /** УНФ, БП: the CMS chosen in 1C; by default it follows from the address. */
  protocol?: Protocol
  /** УНФ, БП with Bitrix: announce `cmlVersion` and expect payments as subordinate documents. */
  subordinateDocuments?: boolean
  /** The version announced; 2.10 by default. */
  cmlVersion?: string
  /** Cut the download of `query` after so many bytes. */
  stopAfterBytes?: number
  /** Crash after the download, before anything is loaded. */
  crashAfterDownload?: boolean
  /** How long an answer may take; by default the configuration's timeout (180 s, УНФ and БП 1800 s). */
  timeoutMs?: number
  /** How long УНФ waits before it repeats a request whose answer was cut; 5000 by default. */
  retryDelayMs?: number
  /** Findings stored per code; all are counted. 200 by default. */
  findingsPerCode?: number
  /** Bitrix' module: how many queries until the site counts as endless; 10,000 by default. */
  maxQueries?: number
  now?: Date
  signal?: AbortSignal
  /** Called after each request and awaited, so a test can act between `query` and `success`. */
  onStep?: (step: Step) => void | Promise<void>
}

/**
 * Runs one exchange: the requests of this 1C, its reading of answers, what its base makes of them. Never
 * throws because of the site; throws for a wrong address or a base of another client.
 */
export async function runExchange(base: OneC, options: ExchangeOptions): Promise<ExchangeResult> {
  if (options.client !== undefined && options.client !== base.client) {
    throw new Error(`the base is of ${base.client}, the exchange of ${options.client}`)
  }
  const run = startRun(base, options)
  try {
    const outcome = await exchange(run)
    return run.tally.result(outcome, {
      ...run,
      steps: run.player.steps,
      sendSuccess: options.sendSuccess ?? true,
    })
  } finally {
    run.player.close()
  }
}

interface Run {
  base: OneC
  options: ExchangeOptions
  url: string
  protocol: Protocol
  player: Player
  findings: Findings
  tally: Tally
  subordinateDocuments: boolean
}

function startRun(base: OneC, options: ExchangeOptions): Run {
  const traits = TRAITS[base.client]
  const address = parseAddress(options.url)
  const protocol = options.protocol ?? protocolOf(base.client, address)
  const findings = new Findings(options.findingsPerCode ?? 200)
  if (address.path.includes('?')) findings.add('address-with-question', 'warning', null, { url: options.url })
  const player = new Player({
    client: base.client,
    traits,
    protocol,
    address,
    login: options.login,
    password: options.password,
    cookieOnly: options.cookieOnly ?? false,
    timeoutMs: options.timeoutMs ?? traits.timeoutMs,
    retryDelayMs: options.retryDelayMs ?? 5000,
    findings,
    bom: base.settings.bom,
    signal: options.signal,
    onStep: options.onStep,
  })
  const ownPayments = base.client === 'bp' && base.settings.loadPayments
  const subordinateDocuments = protocol === 'bitrix' && (options.subordinateDocuments ?? ownPayments)
  const tally = new Tally(base.client)
  return { base, options, url: options.url, protocol, player, findings, tally, subordinateDocuments }
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

function saysInit({ traits, options }: Player): boolean {
  return (
    traits.initBeforeQuery === 'always' ||
    (traits.initBeforeQuery === 'with-bitrix' && options.protocol === 'bitrix')
  )
}

/** Queries once (Bitrix' module: until the answer is empty) and loads. Undefined: loaded. */
async function loadAll(run: Run, session: Session): Promise<ExchangeOutcome | undefined> {
  const { player, options, findings } = run
  for (let asked = 0; asked < (options.maxQueries ?? 10_000); asked++) {
    const orders = await queryOrders(player, session, options.stopAfterBytes)
    if (orders === undefined) return player.wasCut ? 'cut' : 'not-read'
    try {
      run.tally.queries++
      run.tally.bytes += orders.received.answer.body.bytes
      if (options.crashAfterDownload === true) return 'cut'
      const { loaded, documents } = await loadAnswer(run, orders)
      if (!loaded) return 'load-failed'
      if (!player.traits.asksUntilEmpty || documents === 0) return undefined
    } finally {
      await orders.received.answer.body.dispose()
    }
  }
  findings.add('endless-query', 'queue', null)
  return 'load-failed'
}

async function loadAnswer(run: Run, orders: OrdersText): Promise<{ loaded: boolean; documents: number }> {
  const { base, findings, protocol, subordinateDocuments } = run
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
  let characters = 0
  const end = await loadOrders(
    load,
    counted(orders.read(), piece => (characters += piece.length)),
  )
  run.tally.take(load)
  const { documents, containers, name } = end.root
  const isTooLong = documents === 0 && base.client === 'unf' && characters >= EMPTY_LIMIT
  if (containers > 0 && base.client !== 'bitrix') {
    findings.add('container', documents > 0 ? 'warning' : isTooLong ? 'queue' : 'silent', null)
  }
  if (!end.loaded || documents > 0) return { loaded: end.loaded, documents }
  if (name !== 'КоммерческаяИнформация') findings.add('strange-root', 'silent', null, { name })
  if (isTooLong) findings.add('empty-too-long', 'queue', null, { characters })
  return { loaded: !isTooLong, documents }
}

async function* counted(text: AsyncIterable<string>, count: (piece: string) => void): AsyncGenerator<string> {
  for await (const piece of text) {
    count(piece)
    yield piece
  }
}

/**
 * `success`. УТ, Розница and Bitrix' module accept any answer, УНФ and БП fail on `failure`. Returns whether
 * the site accepted it; a refusal that 1C does not notice is a finding.
 */
async function confirmOrders(player: Player, session: Session): Promise<boolean> {
  const { connection, cookie, token } = session
  const received = await exchangeCall(player, connection, {
    name: 'success',
    type: 'sale',
    query: `?type=sale&mode=success${token}`,
    cookie,
  })
  if (received === undefined) return false
  const text = await controlText(player, received)
  if (firstWord(text) !== 'failure' && received.step.status === 200) return true
  const answer = text.replaceAll('\n', ' ').trim()
  const notices = text.startsWith('failure') && (player.client === 'unf' || player.client === 'bp')
  player.findings.add(notices ? 'success-refused' : 'success-refusal-unseen', 'queue', null, { answer })
  return false
}
