import type { Database } from '../../db/database.js'
import type { AppError } from '../../errors/app-error.js'
import { yieldBetweenSteps } from '../../workers/yield-between-steps.js'
import { type PutOptions, putGroup } from './put-group.js'
import { readInput } from './read/read-input.js'
import type { CompareContents, InspectPuts, OrderInput, ReadInput, SaveResult } from './save-types.js'

/** Orders saved in one transaction. */
export const SAVE_GROUP_SIZE = 500

export interface SaveOptions {
  /** What the database fails to save is refused order by order with the error that this makes; without it, saving throws. */
  refuse?: (failure: unknown) => AppError
  /** Reads in another thread, say; gives as many as it got, in their order. */
  read?: (inputs: readonly OrderInput[]) => Promise<ReadInput[]>
  compare?: CompareContents
  /** Without it nothing is found of the orders. */
  inspect?: InspectPuts
}

/**
 * The one door through which orders come in, from PUT, batch and import alike. Answers in the order of the inputs; a refused one
 * spoils only itself, and the same id twice is two changes one after the other. Each order and what is owed because of it are
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
 * saveOrders for an endless stream: gives the results of every group that comes. The next group is read and validated while the
 * database saves the one before; a sender that waits for answers before it sends more gets them.
 */
export async function* saveOrderGroups(
  db: Database,
  locationId: string,
  groups: AsyncIterable<readonly OrderInput[]> | Iterable<readonly OrderInput[]>,
  { refuse, read: readGroup = readInputs, compare, inspect }: SaveOptions = {},
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
      for (let start = 0; start < group.value.length; start += SAVE_GROUP_SIZE) {
        const read = await readGroup(group.value.slice(start, start + SAVE_GROUP_SIZE))
        const saved: SaveResult[] | undefined = saving ? await saving : undefined
        saving = save(read)
        // Awaited in a later turn; failing before that must not count as unhandled.
        saving.catch(() => undefined)
        if (saved) yield saved
      }
      coming = source.next()
    }
    if (saving) yield await saving
  } finally {
    // Whoever stops listening still gets what was begun committed or rolled back before this ends.
    await saving?.catch(() => undefined)
  }
}

async function* iterate<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* items
}

function whichFirst(saving: Promise<unknown>, coming: Promise<unknown>): Promise<'saved' | 'come'> {
  return Promise.race([saving.then(() => 'saved' as const), coming.then(() => 'come' as const)])
}

/** Reading pauses now and then, so that the statements of the group before go out meanwhile. */
async function readInputs(inputs: readonly OrderInput[]): Promise<ReadInput[]> {
  const read: ReadInput[] = []
  const rest = yieldBetweenSteps()
  for (const input of inputs) {
    read.push(readInput(input))
    await rest()
  }
  return read
}

/** Saves what could be read, in as many transactions as the most frequent id asks for. */
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
