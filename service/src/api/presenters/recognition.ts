import { type ConnectionCheck, describeCheck, describeFact } from '@obmen/contract'
import type { Integration } from '@obmen/contract/rest'
import { type ClientChoice, fillSettings } from '@obmen/contract/settings'
import { PROFILES } from '../../clients/index.js'
import type { Integration as IntegrationRow } from '../../integrations/integration.js'
import { AGENT_1C } from '../../integrations/recognition/client-signs.js'
import {
  chosenClient,
  clientQuestion,
  recognizeClient,
  withAppliedClient,
} from '../../integrations/recognition/recognize-client.js'
import type { EarlyOrders } from '../../orders/routing/early-orders.js'

/** What an integration's exchanges showed, in words. `early`: only if it is, or may be, a Бухгалтерия. */
export function presentRecognition(
  row: IntegrationRow,
  early: EarlyOrders | undefined,
): NonNullable<Integration['recognition']> {
  const applied = appliedClient(row)
  const { client, possible, facts } = recognizeClient(row.signs)
  return {
    client: client ?? null,
    possible: row.signs ? [...possible] : [],
    applied,
    question: clientQuestion(row.signs, applied, row.keptClient),
    facts: facts.map(code => ({ code, message: describeFact(code, 'ru') })),
    checks: checksOf(row, applied, early).map(check => ({ ...check, message: describeCheck(check, 'ru') })),
  }
}

/** The program that its orders are currently written for. */
export function appliedClient({ settings, recognizedClient }: IntegrationRow): ClientChoice {
  return chosenClient(withAppliedClient(settings, recognizedClient))
}

function checksOf(
  { signs, settings, lastUserAgent }: IntegrationRow,
  applied: ClientChoice,
  early: EarlyOrders | undefined,
): ConnectionCheck[] {
  const usual = { orders: null, date: null, agent: null, bp: applied === 'bp' }
  const checks: ConnectionCheck[] = []
  const add = (check: Pick<ConnectionCheck, 'code' | 'tone'> & Partial<ConnectionCheck>): void => {
    checks.push({ ...usual, ...check })
  }
  const exchange = signs?.exchange
  // Another program reveals nothing about how this one is configured.
  const isIt = applied !== 'auto' && recognizeClient(signs).possible.includes(applied)
  const sendsFiles = PROFILES[applied].mayShow.includes('sends-files')
  if (exchange?.platform) add({ code: 'signs-in', tone: 'good' })
  else if (exchange) add({ code: 'not-1c', tone: 'look', agent: foreignAgent(lastUserAgent) })
  if (exchange?.platform && isIt && PROFILES[applied].hasKindOfSite) {
    if (exchange.init === 'none') add({ code: 'site-other', tone: 'known' })
    else if (exchange.cmlVersion === null) add({ code: 'site-bitrix-silent', tone: 'look' })
    else add({ code: 'site-bitrix', tone: 'good' })
  }
  if (exchange && isIt && !sendsFiles) add({ code: 'sends-nothing', tone: 'known' })
  else if (exchange && signs?.sends?.orders)
    add(
      fillSettings(settings).accept1c
        ? { code: 'sends-orders', tone: 'good' }
        : { code: 'sends-refused', tone: 'look' },
    )
  else if (exchange?.platform && isIt && sendsFiles) add({ code: 'sends-none-yet', tone: 'known' })
  if (early && early.ahead > 0)
    add({ code: 'start-date-ahead', tone: 'look', orders: early.ahead, date: early.date, bp: true })
  if (early && early.passed > 0)
    add({ code: 'start-date-passed', tone: 'look', orders: early.passed, date: early.date, bp: true })
  return checks
}

/** The user agent, unless it is 1C's own: a program that calls itself 1C was judged by other signs. */
function foreignAgent(agent: string | null): string | null {
  return agent !== null && AGENT_1C.test(agent) ? null : agent
}
