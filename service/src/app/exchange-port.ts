import { endImport, noteFailedFile } from '../catalogue/apply/import.js'
import type { Config } from '../config.js'
import type { Database } from '../db/database.js'
import { AppError } from '../errors/app-error.js'
import type { ExchangePort } from '../exchange/port.js'
import { TEXTS } from '../exchange/texts.js'
import type { Journal } from '../journal/record/open-journal.js'
import type { Logger } from '../log.js'
import { confirmBatch, endBegunConfirmations } from '../outbox/confirm-batch.js'
import { dictionaries } from '../sale-feed/dictionaries.js'
import type { Downloads } from '../sale-feed/downloads.js'
import { offerNothing, offerOrders } from '../sale-feed/offer-orders.js'
import { answerFile, answerImport, type UploadDeps } from '../uploads/receive/answer-upload.js'
import { recordSigns } from './record-signs.js'
import { type Played, signInPort } from './sign-in.js'
import type { StateWatch } from './watch-states.js'

export interface ExchangePortOptions {
  config: Config
  db: Database
  log: Logger
  journal: Journal
  states: Pick<StateWatch, 'note'>
  uploads: Omit<UploadDeps, 'db'>
  downloads: Downloads
  played?: Played
}

export function exchangePort({
  config,
  db,
  log,
  journal,
  states,
  uploads,
  downloads,
  played,
}: ExchangePortOptions): ExchangePort {
  const signIn = signInPort(db, config, states.note, played)
  const receiving = { ...uploads, db }
  const retrySeconds = config.quarantineRetrySeconds
  const senderByCookie = async (cookie: string) => {
    const by = { credentials: undefined, cookie, address: '', opens: false, asksOrders: false }
    const { integration, session } = await signIn.identify(by)
    return integration && session.found ? { integration, session: session.session } : undefined
  }

  return {
    ...signIn,
    recordSigns: (integration, session, shown) =>
      recordSigns(db, integration, session, shown).catch(error =>
        log.warn({ err: error }, 'could not record what a call of 1C shows about its program'),
      ),

    async offerOrders(integration, session, signal) {
      const { settings, timezone } = integration
      const { id: sessionId, byCookie, payments } = session
      if (session.isSettled && !session.isOwed) return offerNothing({ settings, timezone, payments })
      const query = { integrationKey: integration.key, sessionId, byCookie, payments }
      return downloads.give(integration.locationId, signal, async () => {
        await endBegunConfirmations(db, { integrationKey: integration.key, retrySeconds })
        return offerOrders(db, query, signal)
      })
    },
    async confirmOrders(integration, { id, byCookie, isSettled }) {
      if (byCookie && isSettled) return { result: 'nothing-asked' }
      return confirmBatch(db, {
        integrationKey: integration.key,
        sessionId: byCookie ? id : undefined,
        retrySeconds,
      })
    },
    receiveFile(integration, { id }, part) {
      const { key, locationId } = integration
      const sender = { integrationKey: key, locationId, sessionId: id }
      return answerFile(receiving, { ...sender, ...part })
    },
    noteFailedFile: sender =>
      noteFailedFile(async () => {
        const owner = typeof sender === 'string' ? (await senderByCookie(sender))?.integration : sender
        return owner && { db, integrationKey: owner.key }
      }, log),
    endCatalogue: (integration, { id }) => endImport(db, integration.key, id),
    importFile: (_integration, { id }, name) => answerImport(receiving, { sessionId: id, name }),
    async dictionaries(integration) {
      const xml = await dictionaries(db, integration.key)
      if (xml === undefined) throw new AppError('not-found', TEXTS.integrationGone)
      return xml
    },

    record: request => journal.record(request),
  }
}
