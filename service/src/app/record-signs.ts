import { type Client, fillSettings } from '@obmen/contract/settings'
import { PROFILES } from '../clients/index.js'
import { lockCompanies } from '../db/company-locks.js'
import type { Database } from '../db/database.js'
import { storable } from '../db/values.js'
import type { ConnectedIntegration, ExchangeSession, ObservedCall } from '../exchange/port.js'
import { requestFindings } from '../findings/recalculate.js'
import { recordChange } from '../integrations/changes.js'
import {
  AGENT_1C,
  addSigns,
  type CallSigns,
  type ClientSigns,
  fileNamingOf,
  loadSigns,
  type StoredSigns,
  storeSigns,
} from '../integrations/recognition/client-signs.js'
import { possibleClients, recognizeClient } from '../integrations/recognition/recognize-client.js'
import { recordRecognized } from '../integrations/record-decisions.js'
import { applySettings } from '../orders/intake/apply-settings.js'
import { answersSent } from '../outbox/batches/batch-sql.js'

/**
 * Stores what a call reveals about the client, if it is new. With `client: auto` the first recognized program
 * stays, but for the Bitrix module: its first exchanges may look like those of БП, and it would get the same
 * orders endlessly.
 */
export async function recordSigns(
  db: Database,
  integration: ConnectedIntegration,
  session: ExchangeSession,
  shown: ObservedCall,
): Promise<void> {
  const { key } = integration
  const known = session.signs as ClientSigns | null
  const call = signsOf(shown, session)
  if (shown.kind === 'query' && (await asksOn(db, session))) call.asksOn = true
  if (known && addSigns(known, call) === known) return
  const stored = await db.transaction(async tx => {
    const known = await loadSigns(tx, key, true)
    const stored = await storeSigns(tx, key, call)
    // While it is unknown, findings are those of the programs that it may be.
    const unknown = known?.recognized === null && fillSettings(known.settings).client === 'auto'
    if (unknown && stored && `${possibleClients(known.signs)}` !== `${possibleClients(stored.signs)}`)
      await requestFindings(tx, key, { putsWait: false })
    return stored
  })
  const client = stored && newlyRecognized(stored)
  if (client && (await applyRecognized(db, key, stored.companyId))) integration.client = client
}

/** A third query: a proxy may repeat one request, and УНФ repeats one after an interruption. */
async function asksOn(db: Database, session: ExchangeSession): Promise<boolean> {
  if (session.isSettled) return false
  const { rows } = await db.query<{ given: number }>(`select ${answersSent('$1')} as given`, [session.id])
  return rows[0]!.given >= 2
}

function signsOf(shown: ObservedCall, session: ExchangeSession): CallSigns {
  switch (shown.kind) {
    case 'bitrix-words':
      return { bitrixWords: true }
    case 'file': {
      const files = fileNamingOf(shown.name)
      return { sends: shown.type === 'sale' ? 'orders' : 'catalogue', ...(files && { files }) }
    }
    case 'query': {
      const { userAgent, byPassword, sessid, bitrixPath } = shown
      const { byCookie: cookie, catalogFirst, initKind: init = 'none' } = session
      const platform = byPassword && cookie && AGENT_1C.test(userAgent)
      const cmlVersion = session.cmlVersion === undefined ? null : storable(session.cmlVersion, 20)
      return { exchange: { platform, catalogFirst, init, sessid, cookie, bitrixPath, cmlVersion } }
    }
  }
}

function newlyRecognized({ signs, settings, recognized }: StoredSigns): Client | undefined {
  if (fillSettings(settings).client !== 'auto') return undefined
  const { client } = recognizeClient(signs)
  return recognized === null ||
    (client && recognized !== client && PROFILES[client].asksUntilEmpty && signs?.asksOn)
    ? client
    : undefined
}

/** Returns false if it was decided or changed meanwhile. Numbers that suited all programs suit this one. */
async function applyRecognized(db: Database, key: number, companyId: string): Promise<boolean> {
  return db.transaction(async tx => {
    await lockCompanies(tx, 'rules', 'exclusive', [companyId])
    const stored = await loadSigns(tx, key, true)
    const client = stored && newlyRecognized(stored)
    if (!client) return false
    await recordRecognized(tx, key, client)
    await recordChange(tx, {
      integrationKey: key,
      kind: 'updated',
      by: {},
      before: { recognizedClient: stored.recognized },
      after: { recognizedClient: client },
    })
    const { settings } = stored
    await applySettings(tx, { key, companyId, settings: { ...settings, client } }, settings)
    return true
  })
}
