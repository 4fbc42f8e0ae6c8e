import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Day } from '../../../api/overview.js'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { Section } from '../../../components/layout/section.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import { texts } from '../texts.js'
import classes from './days.module.css'
import { scaleTop } from './scale-top.js'

const COLUMNS = ['ordersReceived', 'ordersConfirmed', 'exchanges', 'failures'] as const

function DaysTable({ days }: { days: Day[] }) {
  const t = useTexts(texts).days
  const { number, day } = useFormats()
  const titles = { day: t.day, ...t.series }
  const columns: Column<Day, typeof titles>[] = [
    { id: 'day', onCard: 'title', cell: ({ date }) => day(date) },
    ...COLUMNS.map((id): Column<Day, typeof titles> => ({ id, align: 'end', cell: row => number(row[id]) })),
  ]
  return (
    <DataTable
      titles={titles}
      label={t.table}
      columns={columns}
      rows={days.toReversed()}
      rowKey={({ date }) => date}
    />
  )
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

type Name = Exclude<keyof Day, 'date'>

interface ChartProps {
  days: Day[]
  series: readonly Name[]
  top: number
  onPoint: (day: number | undefined) => void
}

const HEIGHT = 100
const DAY_WIDTH = 10
const BAR = 3.4
const LEAST_TOP = 4
const LABELS = 7

function DaysChart({ days, series, top, onPoint }: ChartProps) {
  const { number, shortDay } = useFormats()
  const most = Math.max(...days.flatMap(day => series.map(name => day[name])), 0)
  const grid = gridOf(Math.max(Math.min(most, top), LEAST_TOP))
  const scale = Math.max(grid.at(-1) ?? 0, Math.min(most, top))
  const y = (value: number) => HEIGHT - (Math.min(value, scale) / scale) * HEIGHT
  const step = Math.ceil(days.length / LABELS)
  const isNamed = (place: number) => (days.length - 1 - place) % step === 0

  return (
    <div className={classes.plot} aria-hidden="true">
      <div className={classes.values}>
        {grid.map(value => (
          <span key={value} className="numbers" style={{ top: `${y(value)}%` }}>
            {number(value)}
          </span>
        ))}
      </div>
      <div className={classes.bars} onPointerLeave={() => onPoint(undefined)}>
        <svg viewBox={`0 0 ${days.length * DAY_WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
          <title>{''}</title>
          {grid.map(value => (
            <line key={value} x1={0} x2={days.length * DAY_WIDTH} y1={y(value)} y2={y(value)} />
          ))}
          {days.map((day, place) => (
            <g key={day.date} onPointerEnter={() => onPoint(place)}>
              <rect x={place * DAY_WIDTH} y={0} width={DAY_WIDTH} height={HEIGHT} className={classes.under} />
              {series.map((name, at) => (
                <rect
                  key={name}
                  data-series={name}
                  data-cut={day[name] > scale || undefined}
                  x={place * DAY_WIDTH + DAY_WIDTH / 2 - (at === 0 ? BAR + 0.2 : -0.2)}
                  y={y(day[name])}
                  width={BAR}
                  height={HEIGHT - y(day[name])}
                />
              ))}
            </g>
          ))}
        </svg>
        <div className={classes.dates}>
          {days.map(({ date }, place) => (
            <span key={date}>{isNamed(place) ? shortDay(date) : ''}</span>
          ))}
        </div>
      </div>
    </div>
  )
}

/** Round numbers from 0 to at least `most`, about four of them. */
function gridOf(most: number): number[] {
  const rough = most / 4
  const size = 10 ** Math.floor(Math.log10(Math.max(rough, 1)))
  const step = [1, 2, 5, 10].map(factor => factor * size).find(candidate => candidate >= rough) ?? size
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step)
}
