import type { Exchange } from '@obmen/contract/rest'
import { IconChevronRight } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { runQuery } from '../../api/exchanges.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { knownClient, useIntegrationName } from '../integrations/integration-name.js'
import { type Column, DataTable, rowLink, TwoLines } from '../layout/data-table.js'
import runClasses from './empty-run.module.css'
import { ExchangeOutcome, ExchangeSummary } from './exchange-outcome.js'
import classes from './exchanges.module.css'
import { useStepName } from './step-name.js'
import { texts } from './texts.js'
import { texts as exchangeTexts } from './texts-exchange.js'

const EXPLAINED: readonly Exchange['outcome'][] = ['refused', 'failed']

interface Props {
  label: string
  exchanges: Exchange[]
  stale: boolean
  /** The list's filter, applied to opened runs too. With a single integration only the client is shown. */
  filter: { integrationId?: string | undefined; from?: string | undefined; to?: string | undefined }
  ofOne?: boolean
}

const SHORT = ['when when duration', 'outcome outcome outcome', 'integration integration integration']

export function ExchangesTable({ label, exchanges, stale, filter, ofOne = false }: Props) {
  const t = useTexts(texts)
  const { enterprise, unknownClient } = useTexts(exchangeTexts)
  const nameOf = useIntegrationName()
  const { duration } = useFormats()
  const { rows, isOpened, toggle, keyOf } = useOpenedRuns(exchanges, filter)
  const titles = { ...t.columns, integration: ofOne ? t.columns.client : t.columns.integration }
  const columns: Column<ExchangeRow, typeof titles>[] = [
    { id: 'when', fixed: true, cell: ({ exchange }) => <Began exchange={exchange} /> },
    {
      id: 'integration',
      cell: ({ exchange }) => (
        <div className={classes.who}>
          {!ofOne && <TwoLines>{nameOf(exchange)}</TwoLines>}
          <div className={classes.client} title={exchange.client}>
            {knownClient(exchange.client, enterprise) || unknownClient}
          </div>
        </div>
      ),
    },
    { id: 'outcome', cell: ({ exchange }) => <Outcome exchange={exchange} /> },
    { id: 'steps', cell: ({ exchange }) => <Steps steps={exchange.steps} /> },
    { id: 'duration', align: 'end', cell: ({ exchange }) => duration(exchange.durationMs) },
  ]
  return (
    <DataTable
      titles={titles}
      label={label}
      list="exchanges"
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      across={row =>
        row.run ? (
          <EmptyRun
            run={row.run}
            until={row.exchange.startedAt}
            opened={isOpened(row)}
            onToggle={() => toggle(row)}
          />
        ) : (
          isCheck(row.exchange) && <ConnectionCheck exchange={row.exchange} />
        )
      }
      stale={stale}
      short={SHORT}
      wide
    />
  )
}

function Began({ exchange: { id, startedAt } }: { exchange: Exchange }) {
  const t = useTexts(texts)
  const { exactTime, shortTime } = useFormats()
  return (
    <Link
      to="/exchanges/$exchangeId"
      params={{ exchangeId: String(id) }}
      aria-label={t.exchange(shortTime(startedAt))}
      title={exactTime(startedAt)}
      className={`${rowLink} ${classes.when} numbers`}
    >
      {shortTime(startedAt)}
    </Link>
  )
}

function Outcome({ exchange }: { exchange: Exchange }) {
  return (
    <div className={classes.outcome}>
      <ExchangeOutcome exchange={exchange} />
      {EXPLAINED.includes(exchange.outcome) && (
        <div className={classes.summary}>
          <ExchangeSummary exchange={exchange} />
        </div>
      )}
    </div>
  )
}

/** It signed in and asked for nothing. */
function isCheck({ outcome, steps }: Exchange): boolean {
  return (
    outcome === 'nothing' &&
    steps.length > 0 &&
    steps.every(({ mode }) => mode === 'checkauth' || mode === 'init')
  )
}

/** What 1C did, in order: «вошла, получила заказы, подтвердила»; a step that failed stands out. */
function Steps({ steps }: { steps: Exchange['steps'] }) {
  const t = useTexts(exchangeTexts)
  const purpose = useStepName()
  const deed = useStepName('deed')
  const words = (step: Exchange['steps'][number]): string => {
    switch (step.outcome) {
      case 'done':
        return deed(step)
      case 'running':
        return `${purpose(step)}…`
      case 'cut':
        return t.cut(purpose(step))
      case 'refused':
      case 'failure':
        return t.refused(purpose(step))
    }
  }
  return (
    <span className={classes.steps}>
      {joined(steps, words).map(({ text, times, failed, key }, index) => (
        <span key={key}>
          {index > 0 && ', '}
          <span className={failed ? classes.failed : undefined}>
            {times > 1 ? t.times(text, times) : text}
          </span>
        </span>
      ))}
    </span>
  )
}

interface Joined {
  key: number
  text: string
  times: number
  failed: boolean
}

function joined(steps: Exchange['steps'], name: (step: Exchange['steps'][number]) => string): Joined[] {
  const found: Joined[] = []
  steps.forEach((step, key) => {
    const text = name(step)
    const failed = step.outcome !== 'done' && step.outcome !== 'running'
    const last = found.at(-1)
    if (last?.text === text && last.failed === failed) last.times++
    else found.push({ key, text, times: 1, failed })
  })
  return found
}

interface RunProps {
  run: NonNullable<Exchange['run']>
  until: string
  opened: boolean
  onToggle: () => void
}

/** «48 пустых обменов», from when to when; opens to show them one by one. */
function EmptyRun({ run: { count, since }, until, opened, onToggle }: RunProps) {
  const t = useTexts(texts)
  const { number, shortTime } = useFormats()
  const times = [...new Set([since, until].map(at => shortTime(at)))]
  return (
    <button type="button" className={runClasses.run} aria-expanded={opened} onClick={onToggle}>
      <IconChevronRight size={15} aria-hidden="true" />
      <span>{t.run.empty(count, number(count))}</span>
      <span className="numbers">{times.join(' – ')}</span>
      {opened && count > RUN_SHOWN && <span>{t.run.more(number(RUN_SHOWN))}</span>}
    </button>
  )
}

function ConnectionCheck({ exchange }: { exchange: Exchange }) {
  const { connection } = useTexts(exchangeTexts)
  const { shortTime } = useFormats()
  const nameOf = useIntegrationName()
  const { id, startedAt } = exchange
  return (
    <Link to="/exchanges/$exchangeId" params={{ exchangeId: String(id) }} className={runClasses.run}>
      <span className="numbers">{shortTime(startedAt)}</span>
      <span>{connection}</span>
      <span>{nameOf(exchange)}</span>
    </Link>
  )
}

const RUN_SHOWN = 100

/** A row of the list: an exchange, or a run of empty ones, followed by its exchanges when opened. */
interface ExchangeRow {
  exchange: Exchange
  run?: NonNullable<Exchange['run']>
}

/**
 * The rows of a list, with the opened runs. A run is known by when its first exchange began; of a very long
 * one only the latest part is listed, so an opened one is that in which such a time lies.
 */
function useOpenedRuns(
  exchanges: readonly Exchange[],
  filter: { integrationId?: string | undefined; from?: string | undefined; to?: string | undefined },
): {
  rows: ExchangeRow[]
  isOpened: (row: ExchangeRow) => boolean
  toggle: (row: ExchangeRow) => void
  keyOf: (row: ExchangeRow) => string
} {
  const [opened, setOpened] = useState<readonly string[]>([])
  // What a run that has grown shows until it is read anew.
  const shown = useRef(new Map<string, readonly Exchange[]>())
  const markIn = ({ exchange, run }: ExchangeRow) =>
    run && opened.find(at => at >= run.since && at <= exchange.startedAt)
  const runs = exchanges.flatMap(exchange => {
    const mark = exchange.run && markIn({ exchange, run: exchange.run })
    return mark === undefined ? [] : [{ ...exchange.run!, mark }]
  })
  const answers = useQueries({
    queries: runs.map(({ cursor, count }) =>
      runQuery({ ...filter, cursor, limit: Math.min(count, RUN_SHOWN) }),
    ),
  })
  shown.current = new Map(
    runs.map(({ mark }, at) => [mark, answers[at]?.data?.items ?? shown.current.get(mark) ?? []]),
  )
  const rows = exchanges.flatMap((exchange): ExchangeRow[] => {
    if (exchange.run === undefined) return [{ exchange }]
    const row = { exchange, run: exchange.run }
    const inside = shown.current.get(markIn(row) ?? '') ?? []
    return [row, ...inside.map(one => ({ exchange: one }))]
  })
  const toggle = (row: ExchangeRow) => {
    const mark = markIn(row)
    if (mark !== undefined) setOpened(opened.filter(other => other !== mark))
    else if (row.run) setOpened([...opened, row.run.since])
  }
  return {
    rows,
    isOpened: row => markIn(row) !== undefined,
    toggle,
    keyOf: row => (row.run ? `run-${markIn(row) ?? row.run.since}` : `${row.exchange.id}`),
  }
}
