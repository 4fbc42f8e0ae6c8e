import type { WholeOverview } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { overviewQuery } from '../../api/overview.js'
import { useAdministers } from '../../api/people/me.js'
import { firstTokenQuery } from '../../api/people/tokens.js'
import { Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { hasSeenInvoice } from '../../components/orders/seen-invoice.js'
import { useDrawnLater } from '../../hooks/use-drawn-later.js'
import { useLiveRefresh } from '../../hooks/use-live-refresh.js'
import { useTexts } from '../../texts/language.js'
import { DaysSection } from './days/days-section.js'
import { Headline } from './headline.js'
import { IntegrationCards } from './integration-cards.js'
import { OrdersToLookAt } from './orders-to-look-at.js'
import classes from './overview.module.css'
import { RecentExchanges } from './recent-exchanges.js'
import { texts } from './texts.js'

/** Only a new location sees them, and who has made a token there until it is hidden. */
const FirstSteps = lazy(() => import('./first-steps.js'))

/** «Обзор»: whether all is well, and if not, what to do. Follows exchanges live. */
export function OverviewPage() {
  const t = useTexts(texts)
  const query = useQuery(overviewQuery)
  useLiveRefresh(['overview'])
  return (
    <>
      <PageHeader title={t.title} />
      <Loaded query={query}>{overview => <OverviewContent overview={overview} />}</Loaded>
    </>
  )
}

function OverviewContent({ overview }: { overview: WholeOverview }) {
  const administers = useAdministers()
  const drawn = useDrawnLater('overview')
  const showsToken = useQuery(firstTokenQuery).data != null
  const { held, integrations, days, recentExchanges, ordersToLookAt } = overview
  const begun = integrations.length > 0
  const hasOrders =
    days.some(({ ordersReceived }) => ordersReceived > 0) ||
    integrations.some(({ counts }) => counts.owed + counts.offered + counts.confirmed > 0)
  const sawInvoice = hasSeenInvoice() || integrations.some(({ counts }) => counts.confirmed > 0)
  return (
    <div className={classes.overview}>
      {begun && <Headline overview={overview} />}
      {(!(begun && hasOrders && sawInvoice) || showsToken) && administers && (
        <Suspense fallback={null}>
          <FirstSteps integrationId={integrations[0]?.id} hasOrders={hasOrders} showsToken={showsToken} />
        </Suspense>
      )}
      {begun && <IntegrationCards integrations={integrations} />}
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
