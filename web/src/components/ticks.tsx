import classes from './ticks.module.css'

export interface Tick {
  key: number
  tone: 'good' | 'bad' | 'none'
  size: number
}

const STEP = 7
const BAR = 5
const HEIGHT = 26
const LOWEST = 7

/** A strip of what came last, the newest at the right: bars by size, those that failed in red. */
export function Ticks({ label, ticks }: { label: string; ticks: readonly Tick[] }) {
  const most = Math.max(...ticks.map(({ size }) => size), 1)
  const width = ticks.length * STEP
  return (
    <svg
      className={classes.ticks}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      {ticks.map(({ key, tone, size }, index) => {
        const height = tone === 'none' ? 3 : Math.max((size / most) * HEIGHT, LOWEST)
        return (
          <rect
            key={key}
            data-tone={tone}
            x={index * STEP}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            rx={1}
          />
        )
      })}
    </svg>
  )
}
