import type { ExchangeDetail } from '@obmen/contract/rest'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { exchangeQuery } from '../../api/exchanges.js'
import { isStatus } from '../../api/request/problem.js'
import { ExchangeOutcome, ExchangeSummary } from '../../components/exchanges/exchange-outcome.js'
import { texts as exchangeTexts } from '../../components/exchanges/texts-exchange.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { knownClient, useIntegrationName } from '../../components/integrations/integration-name.js'
import { Empty, Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { useLiveRefresh } from '../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { Entries } from './entries.js'
import classes from './exchange.module.css'
import { ExchangeOrders } from './exchange-orders.js'
import { ExchangeUploads } from './exchange-uploads.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/exchanges/$exchangeId')

export function ExchangePage() {
  const id = Number(route.useParams().exchangeId)
  const query = useQuery(exchangeQuery(id))
  useLiveRefresh(exchangeQuery(id).queryKey, ({ sessionId }) => sessionId === id)
  const t = useTexts(texts)
  const exchange = query.data
  if (Number.isNaN(id) || isStatus(query.error, 404, 422)) return <NoExchange />
  return (
    <>
      <PageHeader
        title={t.title(id)}
        badge={exchange && <ExchangeOutcome exchange={exchange} />}
        back={{ link: { to: '/exchanges' }, text: t.back }}
        description={exchange && <Facts exchange={exchange} />}
      />
      <Loaded query={query}>
        {loaded => (
          <>
            <p className={classes.summary}>
              <ExchangeSummary exchange={loaded} />
            </p>
            <Entries exchangeId={id} entries={loaded.entries} />
            <ExchangeUploads exchangeId={id} />
            <ExchangeOrders key={id} exchangeId={id} offered={loaded.ordersOffered} />
          </>
        )}
      </Loaded>
    </>
  )
}

function Facts({ exchange }: { exchange: ExchangeDetail }) {
  const t = useTexts(texts)
  const { exactTime, duration } = useFormats()
  const { enterprise, unknownClient } = useTexts(exchangeTexts)
  const nameOf = useIntegrationName()
  const { integrationId, client, address, startedAt, durationMs } = exchange
  const facts = [
    <time key="at" dateTime={startedAt} className="numbers">
      {exactTime(startedAt)}
    </time>,
    t.took(duration(durationMs)),
    knownClient(client, enterprise) || unknownClient,
    <span key="address" className="mono">
      {address}
    </span>,
  ]
  return (
    <>
      {integrationId === null ? (
        nameOf(exchange)
      ) : (
        <Link to="/integrations/$integrationId" params={{ integrationId }} className={classes.integration}>
          {nameOf(exchange)}
        </Link>
      )}
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts are always these, in this order
        <span key={index}> · {fact}</span>
      ))}
    </>
  )
}

function NoExchange() {
  const t = useTexts(texts).none
  return (
    <>
      <PageHeader title={t.title} />
      <Empty icon={IconArrowsExchange} title={t.heading} text={t.text}>
        <ButtonLink to="/exchanges">{t.toList}</ButtonLink>
      </Empty>
    </>
  )
}
