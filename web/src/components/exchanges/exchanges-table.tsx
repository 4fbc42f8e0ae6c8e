import type { Exchange } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { useIntegrationName } from '../integrations/integration-name.js'
import { knownClient } from '../integrations/known-client.js'
import { type Column, DataTable, rowLink } from '../layout/data-table.js'
import { ExchangeOutcome } from './exchange-outcome.js'
import classes from './exchanges.module.css'
import { Steps } from './steps.js'
import { texts } from './texts.js'
import { texts as exchangeTexts } from './texts-exchange.js'

/** Endings that need a word of explanation. */
const EXPLAINED: readonly Exchange['outcome'][] = ['refused', 'failed']

interface Props {
  label: string
  exchanges: Exchange[]
  stale: boolean
  /** All of one integration: only the client is told. */
  ofOne?: boolean
}

export function ExchangesTable({ label, exchanges, stale, ofOne = false }: Props) {
  const t = useTexts(texts)
  const { enterprise, unknownClient } = useTexts(exchangeTexts)
  const nameOf = useIntegrationName()
  const { exactTime, duration } = useFormats()
  const columns: Column<Exchange>[] = [
    {
      id: 'when',
      title: t.columns.when,
      onCard: 'title',
      cell: ({ id, startedAt }) => (
        <Link
          to="/exchanges/$exchangeId"
          params={{ exchangeId: String(id) }}
          className={`${rowLink} ${classes.when} numbers`}
        >
          {exactTime(startedAt)}
        </Link>
      ),
    },
    {
      id: 'integration',
      title: ofOne ? t.columns.client : t.columns.integration,
      cell: exchange => (
        <div className={classes.who}>
          {!ofOne && nameOf(exchange)}
          <div className={classes.client} title={exchange.client}>
            {knownClient(exchange.client, enterprise) || unknownClient}
          </div>
        </div>
      ),
    },
    {
      id: 'outcome',
      title: t.columns.outcome,
      cell: exchange => (
        <div className={classes.outcome}>
          <ExchangeOutcome exchange={exchange} />
          {EXPLAINED.includes(exchange.outcome) && (
            <div className={classes.summary} lang="ru">
              {exchange.summary}
            </div>
          )}
        </div>
      ),
    },
    { id: 'steps', title: t.columns.steps, cell: ({ steps }) => <Steps steps={steps} /> },
    {
      id: 'duration',
      title: t.columns.duration,
      align: 'end',
      cell: ({ durationMs }) => duration(durationMs),
    },
  ]
  return (
    <DataTable label={label} columns={columns} rows={exchanges} rowKey={({ id }) => id} stale={stale} wide />
  )
}
