import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Day } from '../../api/overview.js'
import { DaysChart, type Series } from '../../components/days/days-chart.js'
import { Section } from '../../components/layout/section.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

const TONES = {
  ordersReceived: 'quiet',
  ordersConfirmed: 'accent',
  exchanges: 'accent',
  failures: 'bad',
} as const
type Name = keyof typeof TONES
const NAMES = Object.keys(TONES) as Name[]
const VIEWS: Record<'orders' | 'exchanges', readonly string[]> = {
  orders: NAMES.slice(0, 2),
  exchanges: NAMES.slice(2),
}
type View = keyof typeof VIEWS

/** Orders and exchanges of the last 30 days. */
export function DaysSection({ days }: { days: Day[] }) {
  const t = useTexts(texts).days
  const [view, setView] = useState<View>('orders')
  const all = useMemo(
    () => NAMES.map((name): Series => ({ name, title: t.series[name], tone: TONES[name] })),
    [t],
  )
  const series = useMemo(() => all.filter(({ name }) => VIEWS[view].includes(name)), [all, view])
  const counted = useMemo(() => days.map(({ date, ...counts }) => ({ date, counts })), [days])
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
      <DaysChart days={counted} series={series} all={all} table={t.table} />
    </Section>
  )
}
