import { numbersIn1C } from '@obmen/contract'
import type { Attention, Exchange, OrderListItem, WholeOverview } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { attentionQuery } from '../../api/attention.js'
import { overviewQuery } from '../../api/overview.js'
import { useAdministers } from '../../api/people/me.js'
import { firstTokenQuery } from '../../api/people/tokens.js'
import { ExchangeOutcome } from '../../components/exchanges/exchange-outcome.js'
import { useIntegrationName } from '../../components/integrations/integration-name.js'
import { Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { Section } from '../../components/layout/section.js'
import { ExportState } from '../../components/orders/export-state.js'
import { RelativeTime } from '../../components/relative-time.js'
import { useDrawnLater } from '../../hooks/use-drawn-later.js'
import { useLiveRefresh } from '../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { DaysSection } from './days-section.js'
import { firstInvoice } from './first-invoice.js'
import { Headline } from './headline.js'
import { IntegrationLines } from './integration-lines.js'
import classes from './overview.module.css'
import { texts } from './texts.js'

const HELD = { state: 'held' } as const
const WAITING = { state: 'owed', sort: 'placedAt' } as const

const SendingAlert = lazy(() => import('../../components/sending-alert.js'))
/** Only a new location sees them, and who has made a token there until it is hidden. */
const FirstSteps = lazy(() => import('./first-steps.js'))

/** «Обзор»: whether all is well, and if not, what to do. Follows exchanges live. */
export function OverviewPage() {
  const t = useTexts(texts)
  const query = useQuery(overviewQuery)
  const attention = useQuery(attentionQuery)
  useLiveRefresh(['overview'])
  return (
    <>
      <PageHeader title={t.title} />
      <Loaded query={query}>
        {overview => (
          <Loaded query={attention}>
            {attention => <OverviewContent overview={overview} attention={attention} />}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}

function OverviewContent({ overview, attention }: { overview: WholeOverview; attention: Attention }) {
  const administers = useAdministers()
  const drawn = useDrawnLater('overview')
  const showsToken = useQuery(firstTokenQuery).data != null
  const { held, integrations, days, recentExchanges, ordersToLookAt, sendingPausedAt } = overview
  const begun = integrations.length > 0
  const hasOrders =
    days.some(({ ordersReceived }) => ordersReceived > 0) ||
    integrations.some(({ counts }) => counts.owed + counts.offered + counts.confirmed > 0)
  const invoice = firstInvoice(integrations)
  return (
    <div className={classes.overview}>
      {sendingPausedAt !== null && (
        <Suspense fallback={null}>
          <SendingAlert pausedAt={sendingPausedAt} />
        </Suspense>
      )}
      {begun && <Headline overview={overview} attention={attention} />}
      {(invoice !== 'made' || showsToken) && administers && (
        <Suspense fallback={null}>
          <FirstSteps
            integrations={integrations}
            hasOrders={hasOrders}
            invoice={invoice}
            showsToken={showsToken}
          />
        </Suspense>
      )}
      {begun && <IntegrationLines integrations={integrations} attention={attention} />}
      {drawn && (begun || hasOrders) && (
        <>
          <DaysSection days={days} />
          <div className={classes.lists}>
            <RecentExchanges exchanges={recentExchanges} />
            <OrdersToLookAt orders={ordersToLookAt} held={held} />
          </div>
        </>
      )}
    </div>
  )
}

function OrdersToLookAt({ orders, held }: { orders: OrderListItem[]; held: number }) {
  const t = useTexts(texts).look
  const { money } = useFormats()
  const link = held > 0 ? { search: HELD, text: t.held } : { search: WAITING, text: t.all }
  return (
    <Section
      title={t.title}
      description={t.text}
      actions={
        orders.length > 0 && (
          <Link to="/orders" search={link.search} className={classes.all}>
            {link.text}
          </Link>
        )
      }
    >
      {orders.length === 0 && <p className={classes.nothing}>{t.empty}</p>}
      <ul className={classes.list}>
        {orders.map(order => {
          const why = worstExport(order)
          return (
            <li key={order.id} className={classes.row} data-short>
              <div className={classes.main}>
                <Link to="/orders/$orderId" params={{ orderId: order.id }} className={classes.link}>
                  {t.order(numbersIn1C(order.numberIn1c, order.exports).join(', '))}
                </Link>
                <span className={classes.quiet}>{order.customerName}</span>
                {why && (
                  <ExportState state={why.state} at={why.at} why={why} integration={why.integrationName} />
                )}
              </div>
              <span className={`${classes.facts} numbers`}>{money(order.total, order.currency)}</span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/**
 * Of the 1C that does not get the order: that which it is held from, else that which it waits for longest.
 */
function worstExport({ exports }: OrderListItem): OrderListItem['exports'][number] | undefined {
  const waiting = exports.filter(
    ({ state }) => state === 'owed' || state === 'changed' || state === 'offered',
  )
  return (
    exports.find(({ state }) => state === 'held') ??
    waiting.toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))[0]
  )
}

function RecentExchanges({ exchanges }: { exchanges: Exchange[] }) {
  const t = useTexts(texts).recent
  const { shortTime } = useFormats()
  const nameOf = useIntegrationName()
  return (
    <Section
      title={t.title}
      actions={
        exchanges.length > 0 && (
          <Link to="/exchanges" className={classes.all}>
            {t.all}
          </Link>
        )
      }
    >
      {exchanges.length === 0 && <p className={classes.nothing}>{t.empty}</p>}
      <ul className={classes.list}>
        {exchanges.map(exchange => {
          const name = nameOf(exchange)
          return (
            <li key={exchange.id} className={classes.row}>
              <div className={classes.main}>
                <Link
                  to="/exchanges/$exchangeId"
                  params={{ exchangeId: String(exchange.id) }}
                  className={classes.link}
                  aria-label={t.open(name, shortTime(exchange.startedAt))}
                >
                  {name}
                </Link>
                <ExchangeOutcome exchange={exchange} />
              </div>
              <span className={classes.time}>
                <RelativeTime at={exchange.startedAt} />
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
