import type { AddressInfo } from 'node:net'
import { describeProblem } from '@obmen/contract'
import { type Client, type ClientChoice, fillSettings } from '@obmen/contract/settings'
import { createBase, runExchange } from '@obmen/simulator'
import Fastify from 'fastify'
import type { DryRunReport } from '../api/presenters/dry-run.js'
import { PROFILES } from '../clients/index.js'
import type { Database } from '../db/database.js'
import { AppError } from '../errors/app-error.js'
import { exchangeRoutes } from '../exchange/exchange-routes.js'
import type {
  ConnectedIntegration,
  ExchangePort,
  ExchangeSession,
  LockStatus,
  RequestRecord,
  StoredSession,
} from '../exchange/port.js'
import { decidePaymentForm } from '../integrations/connection/payment-form.js'
import type { Integration } from '../integrations/integration.js'
import {
  chosenClient,
  possibleClients,
  withAppliedClient,
} from '../integrations/recognition/recognize-client.js'
import type { Logger } from '../log.js'
import { owedEntries } from '../outbox/entries/entry-sql.js'
import { randomSecret } from '../people/secret.js'
import { dictionaries } from '../sale-feed/dictionaries.js'
import { documentId } from '../sale-feed/document/short-id.js'
import { previewQuery } from '../sale-feed/preview.js'
import { enterBooks } from './dry-run-books.js'
import { NEW_SESSION } from './sign-in.js'

export interface DryRunOptions {
  db: Database
  log: Logger
  limit: number
  bytes: number
  exchange?: RealExchange
}

/** An exchange with a server that marks what it gives, instead of a preview. */
export interface RealExchange {
  client: Client
  url: string
  password: string
}

/** What the 1C would make of the next package; of an unknown program, the worst of all possible. */
export async function dryRun(integration: Integration, options: DryRunOptions): Promise<DryRunReport> {
  if (options.exchange) return dryRunAs(options.exchange.client, integration, options)
  const client = integrationClient(integration)
  if (client !== 'auto') return dryRunAs(client, integration, options)
  const reports: DryRunReport[] = []
  for (const possible of possibleClients(integration.signs))
    reports.push(await dryRunAs(possible, integration, options))
  const worst = reports.reduce((one, other) => (weightOf(other) > weightOf(one) ? other : one))
  return { ...worst, insteadOf: reports.map(({ result }) => result.title) }
}

function integrationClient({ settings, recognizedClient }: Integration): ClientChoice {
  return chosenClient(withAppliedClient(settings, recognizedClient))
}

/** Counts only what stops an exchange, not what an unknown program would merely lose. */
function weightOf({ result: { confirmed, findings } }: DryRunReport): number {
  const stops = findings.filter(({ severity }) => severity === 'batch' || severity === 'queue')
  return (confirmed ? 0 : 1_000_000) + stops.length
}

/** The simulator plays over HTTP, with a port that marks nothing: the package is a preview. */
async function dryRunAs(
  client: Client,
  integration: Integration,
  options: DryRunOptions,
): Promise<DryRunReport> {
  const [login, password] = ['dry-run', randomSecret()]
  const server = Fastify()
  const seen: Seen = { orderIds: new Map(), orderKeys: [], more: false, asksConfirmed: false }
  try {
    const port = dryRunPort(client, integration, password, { ...options, seen })
    await server.register(exchangeRoutes, {
      port,
      bodyLimit: 1,
      partLimit: 1,
      stallSeconds: 60,
      callsPerMinute: 1_000,
      stopping: () => false,
      log: options.log,
    })
    await server.listen({ host: '127.0.0.1', port: 0 })
    const address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    // A БП or УНФ that is played has «1С-Битрикс» as the kind of site, as in the cookbook.
    const bitrixSite = options.exchange !== undefined && (client === 'bp' || client === 'unf')
    const announced = integration.lastCmlVersion ?? (bitrixSite ? '2.10' : null)
    const path = announced === null ? '/1c' : '/bitrix/admin/1c_exchange.php'
    const { connectedOn, hasConfirmed } = await historyOf(options.db, integration.key)
    // Whether it is Бухгалтерия must be known.
    const startsThen =
      integrationClient(integration) === client && PROFILES[client].rules.includes('before-default-start')
    const base = createBase(PROFILES[client].simulatedAs, {
      detail: 'brief',
      ...(startsThen && { exchangeFrom: connectedOn }),
    })
    const exchange = {
      url: address + path,
      login,
      password,
      ...(announced === null ? {} : { subordinateDocuments: true, cmlVersion: announced }),
    }
    if (hasConfirmed) {
      Object.assign(seen, { asksConfirmed: true })
      await runExchange(base, exchange)
      await enterBooks(options.db, base, client, {
        integrationKey: integration.key,
        orderKeys: seen.orderKeys,
      })
      Object.assign(seen, { asksConfirmed: false, given: false })
    }
    if (!options.exchange) return { result: await runExchange(base, exchange), ...seen }
    // The preview tells which document is which order.
    await runExchange(createBase(base.client, { detail: 'brief' }), exchange)
    const { url, password: oneTime } = options.exchange
    const real = { ...exchange, url: url + path, login: integration.login, password: oneTime }
    return { result: await runExchange(base, real), ...seen }
  } finally {
    await server.close()
  }
}

/** The first day whose orders БП takes by default, and whether 1C has confirmed any of those owed again. */
async function historyOf(
  db: Database,
  integrationKey: number,
): Promise<{ connectedOn: string; hasConfirmed: boolean }> {
  const { rows } = await db.query<{ connectedOn: string; hasConfirmed: boolean }>(
    `select to_char(coalesce(i.first_seen_at, i.created_at) at time zone l.timezone, 'YYYY-MM-DD')
              as "connectedOn",
            exists (select from ${owedEntries('i.key')} e where e.confirmed_at is not null) as "hasConfirmed"
       from integration i join location l on l.id = i.location_id where i.key = $1`,
    [integrationKey],
  )
  const [row] = rows
  if (!row) throw new AppError('not-found', describeProblem('integration-not-found'))
  return row
}

function dryRunPort(
  client: Client,
  integration: Integration,
  password: string,
  { db, limit, bytes, seen }: DryRunOptions & { seen: Seen },
): ExchangePort {
  const settings = fillSettings(integration.settings)
  const connected: ConnectedIntegration = {
    id: integration.id,
    key: integration.key,
    locationId: integration.locationId,
    companyId: integration.companyId,
    name: integration.name,
    login: integration.login,
    enabled: true,
    client,
    settings,
    timezone: 'UTC',
    passwordChangedAt: '',
    seen: { userAgent: null, cmlVersion: null, lately: true, catalogLately: true },
  }
  const stored: StoredSession = { ...NEW_SESSION, id: 0 }
  const sessionWith = (cmlVersion: string | undefined): ExchangeSession => ({
    ...stored,
    cmlVersion,
    payments: decidePaymentForm(settings, cmlVersion),
  })
  let announced: string | undefined
  const token = randomSecret()

  return {
    identify: async ({ credentials, cookie }) => ({
      integration: (credentials ? credentials.password === password : cookie === token)
        ? connected
        : undefined,
      failedOften: false,
      session: cookie === token ? { found: true, session: stored } : { found: false, reason: 'unknown' },
    }),
    lockStatus: async () => FREE,
    countFailure: async () => FREE,
    openSession: async () => ({ token, session: sessionWith(undefined) }),
    async recordCall(_integration, _session, { cmlVersion }) {
      announced = cmlVersion ?? announced
      return sessionWith(announced)
    },
    recordSigns: async () => undefined,
    async offerOrders(_integration, { payments }) {
      const pageLimit = seen.given && PROFILES[client].asksUntilEmpty ? 0 : limit
      seen.given = true
      const confirmed = seen.asksConfirmed
      const preview = await previewQuery(
        db,
        integration.key,
        { limit: pageLimit, bytes, payments, confirmed },
        ({ key, order: { id } }) => {
          seen.orderIds.set(documentId(id), id)
          if (confirmed) seen.orderKeys.push(key)
        },
      )
      if (!preview) throw new AppError('not-found', describeProblem('integration-not-found'))
      seen.more ||= preview.more
      return {
        contentType: preview.contentType,
        contentLength: undefined,
        body: preview.body,
        batchId: 0,
        orderCount: () => preview.orderCount,
      }
    },
    confirmOrders: async () => ({ result: 'confirmed', orders: 0 }),
    async dictionaries() {
      const xml = await dictionaries(db, integration.key)
      if (xml === undefined) throw new AppError('not-found', describeProblem('integration-not-found'))
      return xml
    },
    noteFailedFile: async () => undefined,
    receiveFile: async () => ({ result: 'success' }),
    importFile: async () => ({ result: 'success' }),
    endCatalogue: async () => undefined,
    record: () => SILENT,
  }
}

/** Orders by the document that 1C makes of them; whether there are more. */
interface Seen {
  /** It first gets what it has confirmed, so that the base has these documents already. */
  asksConfirmed: boolean
  given?: boolean
  orderIds: Map<string, string>
  /** Those that it has confirmed. */
  orderKeys: number[]
  more: boolean
}

const FREE: LockStatus = { lockedSeconds: 0, addressSeconds: 0, countOnly: false }

const SILENT: RequestRecord = {
  login: () => undefined,
  integration: () => undefined,
  session: () => undefined,
  batch: () => undefined,
  countOnly: () => undefined,
  meantFor: () => undefined,
  requestPiece: () => undefined,
  responsePiece: () => undefined,
  answer: () => undefined,
  finish: () => undefined,
}
