import { WORDS } from '@obmen/codec'
import type { LineChange } from '@obmen/contract/rest'
import type { ReportedLine } from '../reported-document.js'

/** A line as it was sent, with the platform's id of the line behind it. */
export interface SentLine {
  lineId: string | null
  id: string
  article: string | null
  name: string
  kind: 'goods' | 'service'
  quantity: string
  price: string
  amount: string
}

interface Positioned<Line> {
  line: Line
  index: number
}
type Sent = Positioned<SentLine>
type Reported = Positioned<ReportedLine>

/**
 * What 1C changed in the lines that were sent to it. 1C has ids of its own, so a line is matched by what was
 * sent (id, article, name; the delivery by its name before its id), then by its position if its figures
 * agree. Lines that can't be told apart are reported as removed and added.
 */
export function matchLines(
  sentLines: readonly SentLine[],
  reportedLines: readonly ReportedLine[],
): LineChange[] {
  const sent = new Set(sentLines.map((line, index): Sent => ({ line, index })))
  const reported = new Set(reportedLines.map((line, index): Reported => ({ line, index })))
  const changes: (LineChange & { at: number })[] = []
  const note = (at: number, before: SentLine | null, after: ReportedLine | null): void => {
    changes.push({
      at,
      kind: before && after ? 'changed' : before ? 'removed' : 'added',
      lineId: before?.lineId ?? null,
      name: (before ?? after)!.name,
      before: before && figures(before),
      after: after && figures(after),
    })
  }
  const pair = (one: Sent, other: Reported): void => {
    sent.delete(one)
    reported.delete(other)
    if (!hasSameFigures(one.line, other.line)) note(one.index, one.line, other.line)
  }

  for (const key of [...KEYS, BY_ANY_ID]) pairByKey(sent, reported, key, pair)
  pairDelivery(sent, reported, pair)
  if (sentLines.length === reportedLines.length) {
    const byIndex = indexed(reported)
    for (const one of [...sent]) {
      const other = byIndex.get(one.index)
      if (other && hasSamePriceOrAmount(one.line, other.line)) pair(one, other)
    }
  }

  for (const { line, index } of sent) note(index, line, null)
  for (const { line, index } of reported) note(sentLines.length + index, null, line)
  return changes.sort((a, b) => a.at - b.at).map(({ at: _, ...change }) => change)
}

interface Key {
  sent(line: SentLine): string | null | undefined
  reported(line: ReportedLine): string | null | undefined
}

/** What identifies a line, the most reliable first. */
const KEYS: readonly Key[] = [
  { sent: ({ id }) => ownId(id), reported: ({ id }) => id && ownId(id) },
  // 1C appended a characteristic to an item.
  { sent: ({ id }) => itemOf(id), reported: ({ id }) => id && itemOf(id) },
  {
    sent: ({ article }) => article?.toLowerCase(),
    reported: ({ article }) => article?.toLowerCase(),
  },
  {
    sent: ({ name, kind }) => `${kind} ${comparableName(name)}`,
    reported: ({ name, kind }) => (kind === null || name === '' ? null : `${kind} ${comparableName(name)}`),
  },
  // УНФ turns services into goods.
  {
    sent: ({ name }) => comparableName(name),
    reported: ({ name }) => (name === '' ? null : comparableName(name)),
  },
]

/** The last resort for a delivery that was sent. */
const BY_ANY_ID: Key = { sent: ({ id }) => id, reported: ({ id }) => id }

/** An id in any case; none for the delivery, since УНФ may call another service so (pairDelivery). */
const ownId = (id: string): string | undefined => (id === WORDS.deliveryId ? undefined : id.toLowerCase())

const itemOf = (id: string): string | undefined => ownId(id.split('#')[0]!)

function comparableName(name: string): string {
  return name
    .split('#')[0]!
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** Matches lines of one key: equal ones, then the rest if there is one of each, or by equal positions. */
function pairByKey(
  sent: Set<Sent>,
  reported: Set<Reported>,
  key: Key,
  pair: (one: Sent, other: Reported) => void,
): void {
  const reportedBy = groupBy(reported, ({ line }) => key.reported(line))
  for (const [name, ones] of groupBy(sent, ({ line }) => key.sent(line))) {
    const others = reportedBy.get(name)
    if (!others) continue
    const rest = new Set(others)
    const takeAlike = alikeIn(others)
    const unmatched = ones.filter(one => {
      const other = takeAlike(one.line)
      if (!other) return true
      rest.delete(other)
      pair(one, other)
      return false
    })
    if (unmatched.length !== rest.size) continue
    const byIndex = indexed(rest)
    for (const one of unmatched) {
      const other = rest.size === 1 ? [...rest][0] : byIndex.get(one.index)
      if (other) pair(one, other)
    }
  }
}

/** УНФ without a table of delivery services sends the first service back as the delivery. */
function pairDelivery(
  sent: Set<Sent>,
  reported: Set<Reported>,
  pair: (one: Sent, other: Reported) => void,
): void {
  const services = new Set([...sent].filter(({ line }) => line.kind === 'service'))
  const takeAlike = alikeIn([...services])
  for (const other of [...reported]) {
    if (services.size === 0) return
    if (other.line.id !== WORDS.deliveryId) continue
    const one = takeAlike(other.line) ?? (services.size === 1 ? [...services][0] : undefined)
    if (!one) continue
    services.delete(one)
    pair(one, other)
  }
}

const indexed = <Line>(lines: Iterable<Positioned<Line>>): ReadonlyMap<number, Positioned<Line>> =>
  new Map([...lines].map(line => [line.index, line]))

/** Lines by their keys; those without a key are left out. */
function groupBy<One>(
  lines: Iterable<One>,
  keyOf: (one: One) => string | null | undefined,
): Map<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const one of lines) {
    const key = keyOf(one)
    if (!key) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** Takes from some lines, each once, the first with the same figures as a given one. */
function alikeIn<Line extends Figures>(
  lines: readonly Positioned<Line>[],
): (line: Figures) => Positioned<Line> | undefined {
  const byFigures = groupBy(lines.toReversed(), ({ line }) => figuresKey(line))
  return line => byFigures.get(figuresKey(line))?.pop()
}

function hasSamePriceOrAmount(sent: SentLine, reported: ReportedLine): boolean {
  return hasSameFigures(sent, reported) || sent.price === reported.price || sent.amount === reported.amount
}

/** Compares quantity and amount; a price may be before or after its discount. */
function hasSameFigures(sent: SentLine, reported: ReportedLine): boolean {
  return figuresKey(sent) === figuresKey(reported)
}

type Figures = Pick<ReportedLine, 'quantity' | 'amount'>

const figuresKey = ({ quantity, amount }: Figures): string => `${quantity} ${amount}`

const figures = ({ quantity, price, amount }: SentLine | ReportedLine): LineChange['before'] => ({
  quantity,
  price,
  amount,
})
