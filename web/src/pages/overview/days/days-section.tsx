import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Day } from '../../../api/overview.js'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { Section } from '../../../components/layout/section.js'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import { texts } from '../texts.js'
import classes from './days.module.css'
import { DaysChart } from './days-chart.js'
import { scaleTop } from './scale-top.js'

const COLUMNS = ['ordersReceived', 'ordersConfirmed', 'exchanges', 'failures'] as const

/** Newest day first. */
function DaysTable({ days }: { days: Day[] }) {
  const t = useTexts(texts).days
  const { number, day } = useFormats()
  const columns: Column<Day>[] = [
    { id: 'day', title: t.day, onCard: 'title', cell: ({ date }) => day(date) },
    ...COLUMNS.map(
      (id): Column<Day> => ({ id, title: t.series[id], align: 'end', cell: row => number(row[id]) }),
    ),
  ]
  return <DataTable label={t.table} columns={columns} rows={days.toReversed()} rowKey={({ date }) => date} />
}

const VIEWS = { orders: ['ordersReceived', 'ordersConfirmed'], exchanges: ['exchanges', 'failures'] } as const
type View = keyof typeof VIEWS

/** Orders and exchanges of the last 30 days: a chart, and the same numbers as a table. */
export function DaysSection({ days }: { days: Day[] }) {
  const t = useTexts(texts).days
  const { number, day: writeDay } = useFormats()
  const [view, setView] = useState<View>('orders')
  const [pointed, setPointed] = useState<number>()
  const series = VIEWS[view]
  const top = useMemo(() => scaleTop(days.map(day => series.map(name => day[name]))), [days, series])
  const cut = days.find(day => series.some(name => day[name] > top))
  const at = pointed === undefined ? undefined : days[pointed]
  const facts = series.map(name => {
    const total = days.reduce((sum, day) => sum + day[name], 0)
    return { name, title: t.series[name], total, shown: number(at?.[name] ?? total) }
  })

  return (
    <Section
      title={t.title}
      actions={
        <SegmentedControl
          aria-label={t.view}
          size="xs"
          value={view}
          onChange={chosen => setView(chosen as View)}
          data={[
            { value: 'orders', label: t.orders },
            { value: 'exchanges', label: t.exchanges },
          ]}
        />
      }
    >
      <div className={classes.legend} aria-hidden="true">
        {facts.map(({ name, title, shown }) => (
          <span key={name} className={classes.series} data-series={name}>
            <b className="numbers">{shown}</b> {title}
          </span>
        ))}
        {at !== undefined && <span className={classes.day}>{writeDay(at.date)}</span>}
      </div>
      <div
        className={classes.chart}
        role="img"
        aria-label={t.chart(facts.map(({ title, total }) => `${title} ${number(total)}`).join(', '))}
      >
        <DaysChart days={days} series={series} top={top} onPoint={setPointed} />
      </div>
      {cut !== undefined && (
        <p className={classes.cut}>
          {t.cut(writeDay(cut.date), number(Math.max(...series.map(name => cut[name]))))}
        </p>
      )}
      <details className={classes.details}>
        <summary>{t.asTable}</summary>
        <DaysTable days={days} />
      </details>
    </Section>
  )
}
