const OUTSTANDING = 4
const ROOM = 1.25

/** The top of a chart's scale: a day far above all others is cut off; otherwise infinite. */
export function scaleTop(days: readonly (readonly number[])[]): number {
  const heights = days.map(values => Math.max(...values)).sort((a, b) => b - a)
  const [highest = 0, next = 0] = heights
  return next > 0 && highest > next * OUTSTANDING ? Math.ceil(next * ROOM) : Number.POSITIVE_INFINITY
}
