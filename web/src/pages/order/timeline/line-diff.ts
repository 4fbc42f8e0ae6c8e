export interface DiffLine {
  kind: 'same' | 'removed' | 'added'
  text: string
}
export interface Hunk {
  at: number
  lines: DiffLine[]
}

const CONTEXT = 3
/** Beyond so many differences the shortest edit is not searched for: it would be slow and useless. */
const MAX_DIFFERENCES = 1500

/** The differences between two texts, in hunks with context lines; empty if there are none. */
export function diffHunks(before: string, after: string): Hunk[] {
  return intoHunks(diffLines(before.split('\n'), after.split('\n')))
}

function diffLines(before: string[], after: string[]): DiffLine[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const same = (text: string): DiffLine => ({ kind: 'same', text })
  return [
    ...after.slice(0, head).map(same),
    ...shortestWay(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...after.slice(after.length - tail).map(same),
  ]
}

/** Myers' greedy algorithm; `reached[d]` is how far each diagonal got with d differences. */
function shortestWay(before: string[], after: string[]): DiffLine[] {
  const limit = Math.min(before.length + after.length, MAX_DIFFERENCES)
  const reached: Map<number, number>[] = []
  let furthest = new Map([[1, 0]])
  for (let d = 0; d <= limit; d++) {
    reached.push(furthest)
    const next = new Map<number, number>()
    for (let k = -d; k <= d; k += 2) {
      const down = furthest.get(k + 1) ?? -1
      const right = furthest.get(k - 1) ?? -1
      let x = k === -d || (k !== d && right < down) ? down : right + 1
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x++
      next.set(k, x)
      if (x >= before.length && x - k >= after.length) return wayBack(before, after, reached)
    }
    furthest = next
  }
  return [
    ...before.map((text): DiffLine => ({ kind: 'removed', text })),
    ...after.map((text): DiffLine => ({ kind: 'added', text })),
  ]
}

function wayBack(before: string[], after: string[], reached: Map<number, number>[]): DiffLine[] {
  const way: DiffLine[] = []
  let x = before.length
  let y = after.length
  for (let d = reached.length - 1; x > 0 || y > 0; d--) {
    const furthest = reached[d] ?? new Map<number, number>()
    const k = x - y
    const down = furthest.get(k + 1) ?? -1
    const right = furthest.get(k - 1) ?? -1
    const cameDown = k === -d || (k !== d && right < down)
    const fromX = d === 0 ? 0 : cameDown ? down : right
    const fromY = d === 0 ? 0 : fromX - (cameDown ? k + 1 : k - 1)
    while (x > fromX && y > fromY) {
      way.push({ kind: 'same', text: after[--y] ?? '' })
      x--
    }
    if (y > fromY) way.push({ kind: 'added', text: after[--y] ?? '' })
    else if (x > fromX) way.push({ kind: 'removed', text: before[--x] ?? '' })
  }
  return way.reverse()
}

function intoHunks(lines: DiffLine[]): Hunk[] {
  const hunks: Hunk[] = []
  let line = 1
  let quiet = Number.POSITIVE_INFINITY
  let waiting: DiffLine[] = []
  for (const one of lines) {
    if (one.kind === 'same') {
      quiet++
      const last = hunks.at(-1)
      if (last !== undefined && quiet <= CONTEXT) last.lines.push(one)
      else waiting.push(one)
    } else {
      const last = hunks.at(-1)
      if (last !== undefined && waiting.length <= CONTEXT) last.lines.push(...waiting, one)
      else {
        const around = waiting.slice(-CONTEXT)
        hunks.push({ at: line - around.length, lines: [...around, one] })
      }
      waiting = []
      quiet = 0
    }
    if (one.kind !== 'removed') line++
  }
  return hunks
}
