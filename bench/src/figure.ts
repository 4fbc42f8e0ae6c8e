/** One measured figure beside what it is compared with. */
export interface Figure {
  bench: string
  measured: string
  beside: string
  value: number
  unit: 'ratio' | 'MiB more'
  target: { atLeast: number } | { atMost: number }
}

export function isReached({ value, target }: Figure): boolean {
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
}

export function formatFigure(figure: Figure): string {
  const { bench, measured, beside, value, unit, target } = figure
  const bound = 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`
  const shown = unit === 'ratio' ? value.toFixed(2) : `${value.toFixed(0)} MiB more`
  return `${isReached(figure) ? 'reached' : 'MISSED '}  ${bench.padEnd(16)} ${shown} (target ${bound})\n           ${measured}\n           beside ${beside}`
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
