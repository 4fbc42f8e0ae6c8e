import type { Database } from '../../db/database.js'
import type { AppError } from '../../errors/app-error.js'
import { type Pace, UNPACED } from '../../workers/right-of-way.js'
import { yieldBetweenSteps } from '../../workers/yield-between-steps.js'
import { type PutOptions, putGroup } from './put-group.js'
import { readInput } from './read/read-input.js'
import type { CompareContents, InspectPuts, OrderInput, ReadInput, SaveResult } from './save-types.js'

/** Orders saved in one transaction. */
export const SAVE_GROUP_SIZE = 500

export interface SaveOptions {
  /** Turns a database failure into the refusal of each order; without it, saving throws. */
  refuse?: (failure: unknown) => AppError
  /** Reads inputs, e.g. in another thread; returns results in the same order. */
  read?: (inputs: readonly OrderInput[]) => Promise<ReadInput[]>
  compare?: CompareContents
  /** Without it there is no preflight. */
  inspect?: InspectPuts
  /** Lets others go first; without it groups follow each other at once. */
  pace?: Pace
}

/**
 * The single entry point for orders, from PUT, batch and import alike. Results in the order of the inputs; a refused one
 * does not affect others, and the same id twice means two successive changes. Each order and what is owed because of it are
 * committed together (O1) before this resolves. Throws only when the database fails.
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
 * saveOrders for a stream: yields the results of each group. The next group is read and validated while the
 * database saves the previous one; a sender that waits for answers before sending more gets them.
 */
export async function* saveOrderGroups(
  db: Database,
  locationId: string,
  groups: AsyncIterable<readonly OrderInput[]> | Iterable<readonly OrderInput[]>,
  { refuse, read: readGroup = readInputs, compare, inspect, pace = UNPACED }: SaveOptions = {},
): AsyncGenerator<SaveResult[]> {
  const save = async (read: readonly ReadInput[]): Promise<SaveResult[]> => {
    try {
      return await saveRead(db, locationId, read, { compare, inspect })
    } catch (failure) {
      if (!refuse) throw failure
      const error = refuse(failure)
      return read.map(input => ('error' in input ? input : { id: input.order.id, error }))
    }
  }
  const source = iterate(groups)
  let saving: Promise<SaveResult[]> | undefined
  let coming = source.next()
  try {
    for (;;) {
      if (saving && (await whichFirst(saving, coming)) === 'saved') {
        yield await saving
        saving = undefined
        continue
      }
      const group = await coming
      if (group.done) break
      for (let start = 0; start < group.value.length; ) {
        const size = pace.size(SAVE_GROUP_SIZE)
        const read = await readGroup(group.value.slice(start, start + size))
        start += size
        const saved: SaveResult[] | undefined = saving ? await saving : undefined
        saving = pace.run(() => save(read))
        // Awaited later; a rejection before that must not count as unhandled.
        saving.catch(() => undefined)
        if (saved) yield saved
      }
      coming = source.next()
    }
    if (saving) yield await saving
  } finally {
    // If the consumer stops, what was begun is still committed or rolled back before this returns.
    await saving?.catch(() => undefined)
  }
}

async function* iterate<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* items
}

function whichFirst(saving: Promise<unknown>, coming: Promise<unknown>): Promise<'saved' | 'come'> {
  return Promise.race([saving.then(() => 'saved' as const), coming.then(() => 'come' as const)])
}

/** Pauses between inputs, so that the previous group's statements can be sent meanwhile. */
async function readInputs(inputs: readonly OrderInput[]): Promise<ReadInput[]> {
  const read: ReadInput[] = []
  const rest = yieldBetweenSteps()
  for (const input of inputs) {
    read.push(readInput(input))
    await rest()
  }
  return read
}

/** Saves what could be read, in as many transactions as the most frequent id needs. */
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
