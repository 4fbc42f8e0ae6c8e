import type { FailedFiles } from '../catalogue/apply/failed-files.js'
import { endRound } from '../catalogue/apply/rounds.js'
import type { Config } from '../config.js'
import type { Database } from '../db/database.js'
import { AppError } from '../errors/app-error.js'
import type { ConnectedIntegration, ExchangePort, ExchangeSession, LockStatus } from '../exchange/port.js'
import { TEXTS } from '../exchange/texts.js'
import { announceVersion, recordInit } from '../exchange-sessions/announce-version.js'
import { findSession } from '../exchange-sessions/find-session.js'
import { findSessionOwner } from '../exchange-sessions/find-session-owner.js'
import { latestCookielessSession } from '../exchange-sessions/latest-cookieless-session.js'
import { openSession } from '../exchange-sessions/open-session.js'
import type { Session } from '../exchange-sessions/session.js'
import { readToken, writeToken } from '../exchange-sessions/session-token.js'
import { decidePaymentForm } from '../integrations/connection/payment-form.js'
import { recordSeen } from '../integrations/connection/record-seen.js'
import { recordVersion } from '../integrations/connection/record-version.js'
import { findSignedIn, signInIntegration } from '../integrations/connection/sign-in-integration.js'
import { recordRefusal } from '../integrations/state/record-refusal.js'
import type { Journal } from '../journal/record/open-journal.js'
import type { Logger } from '../log.js'
import { confirmBatch } from '../outbox/batches/confirm-batch.js'
import { hashSecret, randomSecret } from '../people/secret.js'
import { countAttempt, type LockWaits, lockRule, readLockWaits } from '../people/sign-in/sign-in-lock.js'
import { dictionaries } from '../sale-feed/dictionaries.js'
import { offerOrders } from '../sale-feed/offer-orders.js'
import type { Downloads } from '../sale-feed/page-memory.js'
import { answerFile, answerImport, type UploadDeps } from '../uploads/receive/answer-upload.js'
import type { ExchangeConnections } from './exchange-connections.js'
import { recordSigns } from './record-signs.js'
import { fastSignIn } from './sign-in/fast-sign-in.js'
import type { StateWatch } from './watch-states.js'

export interface ExchangePortOptions {
  config: Config
  db: Database
  /** The same, limited. */
  connections: ExchangeConnections
  /** Those for files, limited. */
  uploadConnections: ExchangeConnections
  log: Logger
  journal: Journal
  /** Called for integrations whose state may have changed. */
  states: Pick<StateWatch, 'note'>
  uploads: UploadDeps
  failedFiles: FailedFiles
  /** Memory of answers with orders. */
  downloads: Downloads
}

/** Implements what the protocol needs from the other folders. */
export function exchangePort({
  config,
  db,
  connections,
  uploadConnections,
  log,
  journal,
  states,
  uploads,
  failedFiles,
  downloads,
}: ExchangePortOptions): ExchangePort {
  const rule = lockRule(config)
  const pageBytes = config.orderPageLimit
  // Signing in, and all that an exchange without orders does, takes no turn: it is short, waits for no lock, and is done for many 1C in
  // one statement.
  const ownOf = connections.of
  const uploadsOf = (integration: ConnectedIntegration): UploadDeps => ({
    ...uploads,
    db: uploadConnections.of(integration),
  })
  const idleSeconds = config.exchangeSessionHours * 3600
  const signInFast = fastSignIn(db, ownOf, { idleSeconds, attempts: rule.attempts })
  const recordCall = (key: number, seen: Parameters<typeof recordSeen>[2]): void => {
    recordSeen(db, key, seen, new Date())
      .then(() => states.note(key))
      .catch(error => log.warn({ err: error }, 'could not record a call of 1C'))
  }

  const port: ExchangePort = {
    async fastSignIn(request) {
      const entered = await signInFast(request)
      if (entered?.wasRecorded) states.note(entered.integration.key)
      return entered
    },
    signIn: (login, password) => signInIntegration(db, login, password),
    async findSessionOwner(text) {
      const token = readToken(text)
      if (!token) return undefined
      const { id, secret } = token
      const key = await findSessionOwner(db, { id, tokenHash: hashSecret(secret), idleSeconds })
      return key === undefined ? undefined : findSignedIn(db, key)
    },
    lockStatus: async attempt => lockStatus(await readLockWaits(db, { scope: 'exchange', ...attempt }, rule)),
    async countFailure(attempt) {
      const waits = await countAttempt(db, { scope: 'exchange', ...attempt }, rule)
      const meant =
        attempt.login === undefined ? undefined : await recordRefusal(db, attempt.login, new Date())
      if (meant) states.note(meant.key)
      return { ...lockStatus(waits), meantFor: meant?.key }
    },

    async openSession(integration, caller, type) {
      const secret = randomSecret()
      const session = await openSession(ownOf(integration), {
        integration,
        tokenHash: hashSecret(secret),
        ...caller,
        catalog: type === 'catalog',
      })
      if (type === 'catalog') await recordSeen(db, integration.key, { ...caller, catalog: true }, new Date())
      recordCall(integration.key, caller)
      return { token: writeToken({ id: session.id, secret }), session: withPaymentForm(integration, session) }
    },
    async findSession(integration, text) {
      const token = readToken(text)
      if (!token) return { found: false, reason: 'unknown' }
      const { id, secret } = token
      const search = { integrationKey: integration.key, id, tokenHash: hashSecret(secret), idleSeconds }
      const lookup = await findSession(ownOf(integration), search)
      return lookup.found ? { found: true, session: withPaymentForm(integration, lookup.session) } : lookup
    },
    async sessionWithoutCookie(integration, caller) {
      const latest = await latestCookielessSession(ownOf(integration), integration.key, idleSeconds)
      if (latest) return withPaymentForm(integration, latest)
      return (await port.openSession(integration, caller, 'sale')).session
    },
    async announceVersion(integration, session, cmlVersion, forQuery) {
      await announceVersion(ownOf(integration), session.id, cmlVersion)
      if (forQuery) await recordVersion(db, integration.key, cmlVersion)
      return withPaymentForm(integration, { ...session, cmlVersion })
    },

    async recordInit(integration, session, kind) {
      await recordInit(ownOf(integration), session.id, kind)
      return { ...session, initKind: kind }
    },
    recordSigns: (integration, session, shown) =>
      recordSigns(ownOf(integration), integration, session, shown).catch(error =>
        log.warn({ err: error }, 'could not record what a call of 1C shows about its program'),
      ),

    async offerOrders(integration, { id, byCookie = false, cmlVersion, payments }, signal) {
      const { key } = integration
      const query = { integrationKey: key, sessionId: id, byCookie, payments }
      const own = ownOf(integration)
      await recordVersion(own, key, cmlVersion ?? null)
      const limits = {
        keepUnconfirmed: config.unconfirmedBatchesKeep,
        retrySeconds: config.quarantineRetrySeconds,
      }
      return offerOrders(own, { ...query, pageBytes, downloads, ...limits }, signal)
    },
    async confirmOrders(integration, session) {
      if (session?.isSettled) return { result: 'nothing-asked' }
      return confirmBatch(ownOf(integration), {
        ...{ integrationKey: integration.key, sessionId: session?.id },
        retrySeconds: config.quarantineRetrySeconds,
      })
    },
    receiveFile(integration, { id }, part) {
      const { key, locationId } = integration
      const sender = { integrationKey: key, locationId, sessionId: id }
      const note = () => failedFiles.note(part.name, async () => sender)
      const noteFailed = part.type === 'catalog' ? note : undefined
      const incoming = { ...sender, noteFailed, ...part }
      return answerFile(uploadsOf(integration), incoming)
    },
    noteFailedFile: (sender, name) =>
      failedFiles.note(name, async () => {
        if (typeof sender !== 'string') {
          const { key, locationId } = sender.integration
          return { integrationKey: key, locationId, sessionId: sender.session.id }
        }
        const owner = await port.findSessionOwner(sender)
        if (!owner) return undefined
        const { key, locationId } = owner
        return { integrationKey: key, locationId, sessionId: readToken(sender)!.id }
      }),
    endCatalogue: integration => endRound(ownOf(integration), integration.key),
    importFile: (integration, { id }, name) => answerImport(uploadsOf(integration), { sessionId: id, name }),
    async dictionaries(integration) {
      const xml = await dictionaries(ownOf(integration), integration.key)
      if (xml === undefined) throw new AppError('not-found', TEXTS.integrationGone)
      return xml
    },

    record: request => journal.record(request),
  }
  return port
}

function withPaymentForm(integration: ConnectedIntegration, session: Session): ExchangeSession {
  return { ...session, payments: decidePaymentForm(integration, session.cmlVersion) }
}

/** Guessing a login from many addresses never locks it out; past the limit, such attempts are only counted. */
function lockStatus({ pair, address, login }: LockWaits): LockStatus {
  return { lockedSeconds: pair, addressSeconds: address, countOnly: login > 0 }
}
