import { WORDS } from '@obmen/codec'
import type { ReportedLine } from '../reported-document.js'
import type { LineChange, LineFigures, SentLine } from './line-change.js'

interface Positioned<Line> {
  line: Line
  index: number
}
type Sent = Positioned<SentLine>
type Reported = Positioned<ReportedLine>

/**
 * What 1C changed in the lines that were sent to it. 1C has ids of its own, so a line is matched by what was sent (id, article,
 * name; the delivery by its name before its id), then by its position if its figures agree. Lines that can't be told apart are reported as removed and added.
 */
export function matchLines(
  sentLines: readonly SentLine[],
  reportedLines: readonly ReportedLine[],
): LineChange[] {
  const sent = new Set(sentLines.map((line, index): Sent => ({ line, index })))
  const reported = new Set(reportedLines.map((line, index): Reported => ({ line, index })))
  const changes: (LineChange & { at: number })[] = []
  const pair = (one: Sent, other: Reported): void => {
    sent.delete(one)
    reported.delete(other)
    if (hasSameFigures(one.line, other.line)) return
    changes.push({
      at: one.index,
      kind: 'changed',
      lineId: one.line.lineId,
      name: one.line.name,
      before: figures(one.line),
      after: figures(other.line),
    })
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

  for (const { line, index } of sent)
    changes.push({
      at: index,
      kind: 'removed',
      lineId: line.lineId,
      name: line.name,
      before: figures(line),
      after: null,
    })
  for (const { line, index } of reported)
    changes.push({
      at: sentLines.length + index,
      kind: 'added',
      lineId: null,
      name: line.name,
      before: null,
      after: figures(line),
    })
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

/** Matches lines with the same key: equal ones first, then the rest if each has only one candidate or one in the same position. */
function pairByKey(
  sent: Set<Sent>,
  reported: Set<Reported>,
  key: Key,
  pair: (one: Sent, other: Reported) => void,
): void {
  const groups = new Map<string, { sent: Sent[]; reported: Reported[] }>()
  const group = (name: string) => {
    const found = groups.get(name) ?? { sent: [], reported: [] }
    groups.set(name, found)
    return found
  }
  for (const one of sent) {
    const name = key.sent(one.line)
    if (name) group(name).sent.push(one)
  }
  for (const other of reported) {
    const name = key.reported(other.line)
    if (name && groups.has(name)) group(name).reported.push(other)
  }
  for (const found of groups.values()) {
    if (found.reported.length === 0) continue
    const rest = new Set(found.reported)
    const unmatchedSent: Sent[] = []
    const takeAlike = alikeIn(found.reported)
    for (const one of found.sent) {
      const other = takeAlike(one.line)
      if (!other) unmatchedSent.push(one)
      else {
        rest.delete(other)
        pair(one, other)
      }
    }
    const unmatchedReported = [...rest]
    if (unmatchedSent.length === 1 && unmatchedReported.length === 1)
      pair(unmatchedSent[0]!, unmatchedReported[0]!)
    else if (unmatchedSent.length === unmatchedReported.length) {
      const byIndex = indexed(unmatchedReported)
      for (const one of unmatchedSent) {
        const other = byIndex.get(one.index)
        if (other) pair(one, other)
      }
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

/** Takes from some lines, each once, the first with the same figures as a given one. */
function alikeIn<Line extends Figures>(
  lines: readonly Positioned<Line>[],
): (line: Figures) => Positioned<Line> | undefined {
  const byFigures = new Map<string, Positioned<Line>[]>()
  for (const one of lines.toReversed()) {
    const list = byFigures.get(figuresKey(one.line))
    if (list) list.push(one)
    else byFigures.set(figuresKey(one.line), [one])
  }
  return line => byFigures.get(figuresKey(line))?.pop()
}

/** Whether price or amount are unchanged. */
function hasSamePriceOrAmount(sent: SentLine, reported: ReportedLine): boolean {
  return hasSameFigures(sent, reported) || sent.price === reported.price || sent.amount === reported.amount
}

/** Compares quantity and amount; a price may be before or after its discount. */
function hasSameFigures(sent: SentLine, reported: ReportedLine): boolean {
  return figuresKey(sent) === figuresKey(reported)
}

type Figures = Pick<ReportedLine, 'quantity' | 'amount'>

const figuresKey = ({ quantity, amount }: Figures): string => `${quantity} ${amount}`

const figures = ({ quantity, price, amount }: LineFigures): LineFigures => ({ quantity, price, amount })
