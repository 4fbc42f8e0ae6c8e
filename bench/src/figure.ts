/** One measured figure beside what it is compared with. */
export interface Figure {
  bench: string
  measured: string
  beside: string
  value: number
  unit: 'ratio' | 'MiB more' | 'MiB' | '%' | 'ms' | 'bytes' | 'commits' | 'rows'
  target: { atLeast: number } | { atMost: number }
}

export function isReached({ value, target }: Figure): boolean {
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
}

export function formatFigure(figure: Figure): string {
  const { bench, measured, beside, value, unit, target } = figure
  const bound = 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`
  const shown = unit === 'ratio' ? value.toFixed(2) : `${Number(value.toFixed(1))} ${unit}`
  const reached = isReached(figure) ? 'reached' : 'MISSED '
  return `${reached}  ${bench.padEnd(16)} ${shown} (target ${bound})
           ${measured}
           beside ${beside}`
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

export function percentile(share: number, values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1]!
}

export const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
