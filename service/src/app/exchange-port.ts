import { toAppError } from '../api/problem.js'
import type { Config } from '../config.js'
import type { Database } from '../db/database.js'
import { AppError } from '../errors.js'
import type { ConnectedIntegration, ExchangePort, ExchangeSession, Standing } from '../exchange/port.js'
import { TEXTS } from '../exchange/texts.js'
import { noteSeen } from '../integrations/note-seen.js'
import { noteVersion } from '../integrations/note-version.js'
import { decidePaymentForm } from '../integrations/payment-form.js'
import { findConnected, signInIntegration } from '../integrations/sign-in-integration.js'
import { announceVersion } from '../journal/announce-version.js'
import { findSession } from '../journal/find-session.js'
import { findSessionOwner } from '../journal/find-session-owner.js'
import { latestCookielessSession } from '../journal/latest-cookieless-session.js'
import type { Journal } from '../journal/open-journal.js'
import { openSession } from '../journal/open-session.js'
import type { Session } from '../journal/session.js'
import type { Logger } from '../log.js'
import { confirmBatch } from '../outbox/confirm-batch.js'
import { hashSecret, randomSecret } from '../people/secret.js'
import { countAttempt, lockRule, readWaits, type Waits } from '../people/sign-in-lock.js'
import { dictionaries } from '../sale-feed/dictionaries.js'
import { offerOrders } from '../sale-feed/offer-orders.js'
import { AbandonedBatch } from '../sale-feed/stream-batch.js'

export interface ExchangePortOptions {
  config: Config
  db: Database
  log: Logger
  journal: Journal
}

/** What the protocol needs of the other rooms. */
export function exchangePort({ config, db, log, journal }: ExchangePortOptions): ExchangePort {
  const rule = lockRule(config)
  const pageBytes = config.orderPageLimit
  const idleSeconds = config.exchangeSessionHours * 3600
  const note = (key: number, seen: Parameters<typeof noteSeen>[2]): void => {
    noteSeen(db, key, seen, new Date()).catch(error => log.warn({ err: error }, 'a call of 1C was not noted'))
  }

  const port: ExchangePort = {
    signIn: (login, password) => signInIntegration(db, login, password),
    async ownerOfSession(token) {
      const key = await findSessionOwner(db, { tokenHash: hashSecret(token), idleSeconds })
      return key === undefined ? undefined : findConnected(db, key)
    },
    standing: async attempt =>
      standing(await readWaits(db, { scope: 'exchange', ...attempt }, rule, new Date())),
    noteFailure: async attempt =>
      standing(await countAttempt(db, { scope: 'exchange', ...attempt }, rule, new Date())),

    async openSession(integration, caller) {
      const token = randomSecret()
      const session = await openSession(db, { integration, tokenHash: hashSecret(token), ...caller })
      note(integration.key, caller)
      return { token, session: decided(integration, session) }
    },
    async findSession(integration, token) {
      const search = { integrationKey: integration.key, tokenHash: hashSecret(token), idleSeconds }
      const lookup = await findSession(db, search)
      return lookup.found ? { found: true, session: decided(integration, lookup.session) } : lookup
    },
    async sessionWithoutCookie(integration, caller) {
      const latest = await latestCookielessSession(db, integration.key, idleSeconds)
      if (latest) return decided(integration, latest)
      return (await port.openSession(integration, caller)).session
    },
    async announceVersion(integration, session, cmlVersion) {
      await announceVersion(db, session.id, cmlVersion)
      await noteVersion(db, integration.key, cmlVersion)
      return decided(integration, { ...session, cmlVersion })
    },

    async offerOrders({ key }, { id, cmlVersion, payments }, signal) {
      await noteVersion(db, key, cmlVersion ?? null)
      return offerOrders(db, { integrationKey: key, sessionId: id, payments, pageBytes }, signal)
    },
    async confirmOrders(integration, session) {
      return confirmBatch(db, { integrationKey: integration.key, sessionId: session?.id })
    },
    async dictionaries({ key }) {
      const xml = await dictionaries(db, key)
      if (xml === undefined) throw new AppError('not-found', TEXTS.integrationGone)
      return xml
    },

    record: request => journal.record(request),
  }
  return port
}

function decided(integration: ConnectedIntegration, session: Session): ExchangeSession {
  return { ...session, payments: decidePaymentForm(integration, session.cmlVersion) }
}

/** Strangers who guess a login from everywhere never lock it out; but of them only the number is kept. */
function standing({ pair, address, login }: Waits): Standing {
  return { lockedSeconds: pair, addressSeconds: address, countOnly: login > 0 }
}

/** The words for a 1C of whatever was thrown. */
export function explainToClient(error: unknown): AppError {
  if (error instanceof AbandonedBatch)
    return new AppError('conflict', TEXTS.success.abandoned, { cause: error })
  return toAppError(error)
}
