import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import classes from './integration-cards.module.css'
import { texts } from './texts.js'

const HEIGHT = 34
const STEP = 4
const BAR = 2.6
const LOWEST = 1.5

/** Confirmed orders by day as small bars; a sentence for screen readers. */
export function Sparkline({ values }: { values: number[] }) {
  const t = useTexts(texts).integrations
  const { number } = useFormats()
  const total = values.reduce((sum, value) => sum + value, 0)
  const most = Math.max(...values, 1)
  return (
    <figure className={classes.spark}>
      <svg
        viewBox={`0 0 ${values.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t.spark(total, number(total))}
      >
        {values.map((value, day) => {
          const height = value === 0 ? LOWEST : Math.max((value / most) * HEIGHT, 3)
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its day
              key={day}
              x={day * STEP + (STEP - BAR) / 2}
              y={HEIGHT - height}
              width={BAR}
              height={height}
              data-empty={value === 0 || undefined}
            />
          )
        })}
      </svg>
      <figcaption>
        {number(total)} {t.perMonth(total)}
      </figcaption>
    </figure>
  )
}
