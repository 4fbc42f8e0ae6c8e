/** One measured figure beside what it is compared with. */
export interface Figure {
  bench: string
  measured: string
  beside: string
  value: number
  unit: 'ratio' | 'MiB more'
  wanted: { atLeast: number } | { atMost: number }
}

export function isReached({ value, wanted }: Figure): boolean {
  return 'atLeast' in wanted ? value >= wanted.atLeast : value <= wanted.atMost
}

export function tell(figure: Figure): string {
  const { bench, measured, beside, value, unit, wanted } = figure
  const bound = 'atLeast' in wanted ? `≥ ${wanted.atLeast}` : `≤ ${wanted.atMost}`
  const shown = unit === 'ratio' ? value.toFixed(2) : `${value.toFixed(0)} MiB more`
  return `${isReached(figure) ? 'reached  ' : 'NOT THERE'}  ${bench.padEnd(16)} ${shown} (wanted ${bound})\n             ${measured}\n             beside ${beside}`
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
