import { describe, expect, it } from 'vitest'
import { type Busy, type Entering, Semaphore } from './semaphore.js'

const busyBy = (entering: Promise<unknown>): Promise<string> =>
  entering.then(
    () => 'entered',
    (error: Busy) => error.by,
  )
/** Whether it entered by now. */
const state = async (places: Semaphore, by?: Entering) => {
  let entered = false
  const leaving = places.enter(by).then(leave => {
    entered = true
    return leave
  })
  await new Promise(setImmediate)
  return { entered: () => entered, leaving }
}

describe('a semaphore', () => {
  it('admits work in its order, and no more at a time than its limit', async () => {
    const places = new Semaphore({ limit: 2, queue: 10 })
    const leave = await places.enter()
    await places.enter()
    const third = await state(places)
    const fourth = await state(places)
    expect(third.entered()).toBe(false)
    leave()
    leave()
    await third.leaving
    expect(fourth.entered()).toBe(false)
  })

  it('counts work by its size, and admits alone what is larger than the limit', async () => {
    const places = new Semaphore({ limit: 10, queue: 10 })
    const leave = await places.enter({ size: 25 })
    const next = await state(places, { size: 6 })
    expect(next.entered()).toBe(false)
    leave()
    await next.leaving
    expect((await state(places, { size: 5 })).entered()).toBe(false)
  })

  it('refuses an owner that has its part, not others; whoever has none is admitted', async () => {
    const places = new Semaphore({ limit: 10, ofOwner: 4 })
    const leave = await places.enter({ owners: ['one'], size: 5 })
    expect(await busyBy(places.enter({ owners: ['two', 'one'] }))).toBe('owner')
    await places.enter({ owners: ['two'] })
    leave()
    await places.enter({ owners: ['one'] })
  })

  it('lets others past an owner who runs as much as it may, and serves it later', async () => {
    const places = new Semaphore({ limit: 3, queue: 10, ofOwnerAtOnce: 1 })
    const leave = await places.enter({ owners: ['one'] })
    const second = await state(places, { owners: ['one'] })
    await places.enter({ owners: ['two'] })
    expect(second.entered()).toBe(false)
    leave()
    await second.leaving
  })

  it('refuses what finds the queue full, and what waits too long', async () => {
    const places = new Semaphore({ limit: 1, queue: 1, waitMs: 10 })
    const leave = await places.enter()
    const waiting = busyBy(places.enter({ owners: ['one'] }))
    expect(await busyBy(places.enter())).toBe('queue')
    expect(await waiting).toBe('time')
    leave()
    await places.enter({ owners: ['one'] })
  })

  it('forgets whoever gives up, and serves the next', async () => {
    const places = new Semaphore({ limit: 10, queue: 2 })
    await places.enter({ size: 5 })
    const gone = new AbortController()
    const large = places.enter({ size: 8, signal: gone.signal })
    const small = await state(places, { size: 5 })
    expect(small.entered()).toBe(false)
    gone.abort(new Error('gone'))
    await expect(large).rejects.toThrow('gone')
    await small.leaving
  })
})
