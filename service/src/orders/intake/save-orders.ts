import type { Database } from '../../db/database.js'
import type { AppError } from '../../errors/app-error.js'
import { type Pace, UNPACED } from '../../workers/right-of-way.js'
import { yieldBetweenSteps } from '../../workers/yield-between-steps.js'
import { type EarlierGroup, type PutOptions, putGroup } from './put-group.js'
import { readInput } from './read/read-input.js'
import type { CompareContents, InspectPuts, OrderInput, ReadInput, SaveResult } from './save-types.js'

/** Orders saved in one transaction. */
export const SAVE_GROUP_SIZE = 500

export interface SaveOptions {
  /** Turns a database failure into the error of each order; without it, saving throws. */
  refuse?: (failure: unknown) => AppError
  /** Reads inputs, e.g. in another thread; returns results in the same order. */
  read?: (inputs: readonly OrderInput[]) => Promise<ReadInput[]>
  compare?: CompareContents
  /** Without it there is no preflight. */
  inspect?: InspectPuts
  /** Limits groups in favor of other requests; without it, groups follow each other at once. */
  pace?: Pace
  /** Whether a second transaction may begin while one is saved; without it, none does. */
  mayOverlap?: () => boolean
}

/**
 * The single entry point for orders, whether from PUT, batch or import. Returns results in the order of the inputs. A refused order does
 * not affect the others; the same id twice means two successive changes. Each order and its outbox entries are committed together (O1)
 * before this resolves. Throws only when the database fails.
 */
export async function saveOrders(
  db: Database,
  locationId: string,
  inputs: readonly OrderInput[],
  options: SaveOptions = {},
): Promise<SaveResult[]> {
  const results: SaveResult[] = []
  for await (const saved of saveOrderGroups(db, locationId, [inputs], options)) results.push(...saved)
  return results
}

/**
 * saveOrders for a stream: yields the results of each group. While the database saves one, the next is read and validated, and, if there is
 * room, its stored orders are loaded and locked in a second transaction, which writes when the first has committed. Results are yielded as soon as they
 * are there, for a sender that waits for them before sending more.
 */
export async function* saveOrderGroups(
  db: Database,
  locationId: string,
  groups: AsyncIterable<readonly OrderInput[]> | Iterable<readonly OrderInput[]>,
  {
    refuse,
    read: readGroup = readInputs,
    compare,
    inspect,
    pace = UNPACED,
    mayOverlap = () => false,
  }: SaveOptions = {},
): AsyncGenerator<SaveResult[]> {
  const save = async (
    read: readonly ReadInput[],
    turn: Pick<PutOptions, 'previous' | 'onLocking' | 'onLocked'>,
  ): Promise<SaveResult[]> => {
    try {
      return await saveRead(db, locationId, read, { compare, inspect, ...turn })
    } catch (failure) {
      if (!refuse) throw failure
      const error = refuse(failure)
      return read.map(input => ('error' in input ? input : { id: input.order.id, error }))
    }
  }
  /** Groups smaller than they could be mean that a 1C is calling: it goes first. */
  const start = async (read: readonly ReadInput[], isFull: boolean): Promise<void> => {
    const ids = new Set(read.flatMap(input => ('error' in input ? [] : [input.order.id])))
    const before = saving
    previous = before
    // A group that waits for locks must not have another one behind it that holds some: PostgreSQL would not see a deadlock in that.
    if (before)
      await (isFull && mayOverlap() && !intersect(ids, before.ids)
        ? Promise.race([before.untilLocked(true), before.saved])
        : before.saved)
    const { onLocking, onLocked, untilLocked } = followLocks()
    const saved = pace.run(() => save(read, { previous: before, onLocking, onLocked }))
    // Awaited later; a rejection before that must not count as unhandled.
    saved.catch(() => undefined)
    saving = { ids, saved, untilLocked }
  }
  const source = iterate(groups)
  let saving: RunningGroup | undefined
  let previous: RunningGroup | undefined
  let nextGroup = source.next()
  try {
    for (;;) {
      if (saving && (await firstToSettle(saving.saved, nextGroup)) === 'saved') {
        yield await saving.saved
        saving = undefined
        continue
      }
      const group = await nextGroup
      if (group.done) break
      for (let from = 0; from < group.value.length; ) {
        const size = pace.size(SAVE_GROUP_SIZE)
        const read = await readGroup(group.value.slice(from, from + size))
        from += size
        await start(read, size === SAVE_GROUP_SIZE)
        if (previous) yield await previous.saved
      }
      nextGroup = source.next()
    }
    if (saving) yield await saving.saved
  } finally {
    // Even if the consumer stops, the running transactions end before this returns.
    await Promise.allSettled([previous?.saved, saving?.saved])
  }
}

/** A group that is being saved. */
interface RunningGroup extends EarlierGroup {
  ids: ReadonlySet<string>
  saved: Promise<SaveResult[]>
}

/** Follows whether a group has its orders locked, through its repetitions. */
function followLocks(): Required<Pick<PutOptions, 'onLocking' | 'onLocked'>> &
  Pick<EarlierGroup, 'untilLocked'> {
  let isLocked = false
  const waiting: (() => void)[] = []
  const change = (locked: boolean) => (): void => {
    isLocked = locked
    for (const tell of waiting.splice(0)) tell()
  }
  return {
    onLocking: change(false),
    onLocked: change(true),
    async untilLocked(locked) {
      while (isLocked !== locked)
        await new Promise<void>(resolve => {
          waiting.push(resolve)
        })
    },
  }
}

function intersect(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const id of one) if (other.has(id)) return true
  return false
}

async function* iterate<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* items
}

function firstToSettle(saving: Promise<unknown>, coming: Promise<unknown>): Promise<'saved' | 'come'> {
  return Promise.race([saving.then(() => 'saved' as const), coming.then(() => 'come' as const)])
}

/** Pauses between inputs, so that the statements of the previous group can be sent. */
async function readInputs(inputs: readonly OrderInput[]): Promise<ReadInput[]> {
  const read: ReadInput[] = []
  const pause = yieldBetweenSteps()
  for (const input of inputs) {
    read.push(readInput(input))
    await pause()
  }
  return read
}

/** Saves the valid inputs, in several transactions if an id occurs several times. */
async function saveRead(
  db: Database,
  locationId: string,
  read: readonly ReadInput[],
  how: PutOptions,
): Promise<SaveResult[]> {
  const results: (SaveResult | undefined)[] = read.map(input => ('error' in input ? input : undefined))
  let waiting = read.flatMap((input, index) => ('error' in input ? [] : [{ input, index }]))
  while (waiting.length > 0) {
    const ids = new Set<string>()
    const [now, later] = [[] as typeof waiting, [] as typeof waiting]
    for (const item of waiting) {
      ;(ids.has(item.input.order.id) ? later : now).push(item)
      ids.add(item.input.order.id)
    }
    const saved = await putGroup(
      db,
      locationId,
      now.map(({ input }) => input),
      how,
    )
    for (const [position, { index }] of now.entries()) results[index] = saved[position]
    waiting = later
  }
  return results as SaveResult[]
}
