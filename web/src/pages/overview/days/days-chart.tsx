import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Day } from '../../../api/overview.js'
import { useLanguage } from '../../../texts/language.js'

type Name = Exclude<keyof Day, 'date'>

/** Fill by colour scheme: the same as the legend's in days.module.css. */
const COLOURS: Record<Name, { light: string; dark: string }> = {
  ordersReceived: { light: '#b8c0cd', dark: '#59616f' },
  ordersConfirmed: { light: '#4a62e2', dark: '#8496f5' },
  exchanges: { light: '#4a62e2', dark: '#8496f5' },
  failures: { light: '#d5443a', dark: '#ff8f85' },
}
const INK = {
  light: { text: '#5a6372', grid: '#e4e7ec' },
  dark: { text: '#a0a7b4', grid: '#2a2f38' },
}
const LABEL_WIDTH = 64

interface Props {
  days: Day[]
  series: readonly Name[]
  /** Higher bars are cut off here. */
  top: number
  /** The day under the pointer, by its place in `days`. */
  onPoint: (day: number | undefined) => void
}

/** Two bars a day. Loaded on demand. */
export default function DaysChart({ days, series, top, onPoint }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const point = useRef(onPoint)
  point.current = onPoint
  const scheme = useComputedColorScheme('light')
  const { language } = useLanguage()

  useEffect(() => {
    const target = box.current
    if (target === null) return
    const size = () => ({ width: target.clientWidth, height: target.clientHeight })
    const write = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    const label = (index: number) => {
      const day = days[index]
      return day === undefined ? '' : write.format(new Date(day.date))
    }
    const ink = INK[scheme]
    const font = `12px ${getComputedStyle(target).fontFamily}`
    const axis: uPlot.Axis = { stroke: ink.text, font, ticks: { show: false } }
    const chart = new uPlot(
      {
        ...size(),
        padding: [8, 24, 0, 0],
        legend: { show: false },
        cursor: { y: false, points: { show: false }, drag: { setScale: false } },
        scales: {
          x: { time: false, range: [-0.7, days.length - 0.3] },
          y: { range: (_, __, most) => [0, Math.max(Math.min(most, top), 4)] },
        },
        axes: [
          {
            ...axis,
            size: 30,
            grid: { show: false },
            splits: ({ width }) => everySo(days.length, Math.max(1, Math.floor(width / LABEL_WIDTH))),
            values: (_, places) => places.map(label),
          },
          {
            ...axis,
            size: 40,
            space: 26,
            grid: { stroke: ink.grid, width: 1 },
            incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000],
          },
        ],
        series: [
          {},
          ...series.map((name, place): uPlot.Series => {
            const fill = COLOURS[name][scheme]
            const paths = uPlot.paths.bars?.({
              size: [0.38, 16],
              align: place === 0 ? -1 : 1,
              radius: 0.2,
              gap: 1,
            })
            return { fill, width: 0, points: { show: false }, ...(paths ? { paths } : {}) }
          }),
        ],
        hooks: { setCursor: [({ cursor }) => point.current(cursor.idx ?? undefined)] },
      },
      [days.map((_, index) => index), ...series.map(name => days.map(day => Math.min(day[name], top)))],
      target,
    )
    const observer = new ResizeObserver(() => chart.setSize(size()))
    observer.observe(target)
    return () => {
      observer.disconnect()
      chart.destroy()
    }
  }, [days, series, top, scheme, language])

  return <div ref={box} style={{ height: '100%' }} aria-hidden="true" />
}

/** At most `most` of `count` places, evenly, the last one always among them. */
function everySo(count: number, most: number): number[] {
  const step = Math.ceil(count / most)
  const places: number[] = []
  for (let place = count - 1; place >= 0; place -= step) places.unshift(place)
  return places
}
