import { useMemo, useState } from 'react'
import { useFormats, useTexts } from '../../texts/language.js'
import { type Column, DataTable } from '../layout/data-table.js'
import { texts } from '../texts.js'
import classes from './days.module.css'
import { scaleTop } from './scale-top.js'

/** Counts of a day, each under the name of its series. */
export interface DayCounts {
  date: string
  counts: Readonly<Record<string, number>>
}

export interface Series {
  name: string
  title: string
  tone: 'quiet' | 'accent' | 'bad'
}

interface Props {
  days: readonly DayCounts[]
  /** Those drawn, beside each other. */
  series: readonly Series[]
  /** Those of the table; names its columns. */
  all: readonly Series[]
  table: string
}

const countOf = ({ counts }: DayCounts, name: string): number => counts[name] ?? 0

/** Days as a chart, and the same numbers as a table. */
export function DaysChart({ days, series, all, table }: Props) {
  const t = useTexts(texts).days
  const { number, day: writeDay } = useFormats()
  const [pointed, setPointed] = useState<number>()
  const top = useMemo(
    () => scaleTop(days.map(day => series.map(({ name }) => countOf(day, name)))),
    [days, series],
  )
  const cut = days.find(day => series.some(({ name }) => countOf(day, name) > top))
  const at = pointed === undefined ? undefined : days[pointed]
  const facts = series.map(one => ({
    ...one,
    total: days.reduce((sum, day) => sum + countOf(day, one.name), 0),
  }))
  return (
    <>
      <div className={classes.legend} aria-hidden="true">
        {facts.map(({ name, title, tone, total }) => (
          <span key={name} className={classes.series} data-tone={tone}>
            <b className="numbers">{number(at === undefined ? total : countOf(at, name))}</b> {title}
          </span>
        ))}
        {at !== undefined && <span className={classes.day}>{writeDay(at.date)}</span>}
      </div>
      <div
        className={classes.chart}
        role="img"
        aria-label={t.chart(facts.map(({ title, total }) => `${title} ${number(total)}`).join(', '))}
      >
        <Plot days={days} series={series} top={top} onPoint={setPointed} />
      </div>
      {cut !== undefined && (
        <p className={classes.cut}>
          {t.cut(writeDay(cut.date), number(Math.max(...series.map(({ name }) => countOf(cut, name)))))}
        </p>
      )}
      <details className={classes.details}>
        <summary>{t.asTable}</summary>
        <DaysTable days={days} all={all} label={table} />
      </details>
    </>
  )
}

interface TableProps {
  days: readonly DayCounts[]
  all: readonly Series[]
  label: string
}

function DaysTable({ days, all, label }: TableProps) {
  const t = useTexts(texts).days
  const { number, day } = useFormats()
  const titles: Record<string, string> = { day: t.day }
  const columns: Column<DayCounts>[] = [{ id: 'day', onCard: 'title', cell: ({ date }) => day(date) }]
  for (const { name, title } of all) {
    titles[name] = title
    columns.push({ id: name, align: 'end', cell: row => number(countOf(row, name)) })
  }
  const key = ({ date }: DayCounts) => date
  return <DataTable titles={titles} label={label} columns={columns} rows={days.toReversed()} rowKey={key} />
}

interface PlotProps {
  days: readonly DayCounts[]
  series: readonly Series[]
  top: number
  onPoint: (day: number | undefined) => void
}

const HEIGHT = 100
const DAY_WIDTH = 10
const BAR = 3.4
const LEAST_TOP = 4
const LABELS = 5

function Plot({ days, series, top, onPoint }: PlotProps) {
  const { number, shortDay } = useFormats()
  const most = Math.max(...days.flatMap(day => series.map(({ name }) => countOf(day, name))), 0)
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
              {series.map(({ name, tone }, at) => (
                <rect
                  key={name}
                  data-tone={tone}
                  data-cut={countOf(day, name) > scale || undefined}
                  x={place * DAY_WIDTH + DAY_WIDTH / 2 - (at === 0 ? BAR + 0.2 : -0.2)}
                  y={y(countOf(day, name))}
                  width={BAR}
                  height={HEIGHT - y(countOf(day, name))}
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
