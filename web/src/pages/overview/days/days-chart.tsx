import type { Day } from '../../../api/overview.js'
import { useFormats } from '../../../texts/use-formats.js'
import classes from './days.module.css'

type Name = Exclude<keyof Day, 'date'>

interface Props {
  days: Day[]
  series: readonly Name[]
  /** Higher bars are cut off here. */
  top: number
  /** The day under the pointer, by its index in `days`. */
  onPoint: (day: number | undefined) => void
}

const HEIGHT = 100
const DAY_WIDTH = 10
const BAR = 3.4
const LEAST_TOP = 4
const LABELS = 7

/** Two bars per day. */
export function DaysChart({ days, series, top, onPoint }: Props) {
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
