import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openRightOfWay } from './right-of-way.js'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const taking = (ms: number) => () => new Promise<void>(resolve => setTimeout(resolve, ms))

/** A pace whose last group took so long. */
async function paceAfter(way: ReturnType<typeof openRightOfWay>, ms: number) {
  const pace = way.pace()
  const first = pace.run(taking(ms))
  await vi.advanceTimersByTimeAsync(ms)
  await first
  return pace
}

it('the next group waits until the call is answered and a moment has passed', async () => {
  const way = openRightOfWay()
  const pace = await paceAfter(way, 100)
  const leave = way.enter()
  let began = false
  const run = pace.run(async () => {
    began = true
  })
  await vi.advanceTimersByTimeAsync(50)
  expect(began).toBe(false)
  leave()
  await vi.advanceTimersByTimeAsync(4)
  expect(began).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await run
  expect(began).toBe(true)
})

it('while calls never end, groups wait as long as the one before took, and are small', async () => {
  const way = openRightOfWay()
  const pace = await paceAfter(way, 100)
  expect(pace.size(500)).toBe(500)
  way.enter()
  expect(pace.size(500)).toBe(100)
  let began = false
  const run = pace.run(async () => {
    began = true
  })
  await vi.advanceTimersByTimeAsync(99)
  expect(began).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await run
  expect(began).toBe(true)
})

it('nothing waits for the call of a stranger once it is known, and groups stay large', async () => {
  const way = openRightOfWay()
  const pace = await paceAfter(way, 100)
  const leave = way.enter()
  let began = false
  const run = pace.run(async () => {
    began = true
  })
  await vi.advanceTimersByTimeAsync(20)
  leave('stranger')
  await vi.advanceTimersByTimeAsync(0)
  await run
  expect([began, pace.size(500)]).toEqual([true, 500])
})

it('while calls never end, patient work waits several times as long', async () => {
  const way = openRightOfWay()
  const pace = way.pace(3)
  const first = pace.run(taking(100))
  await vi.advanceTimersByTimeAsync(100)
  await first
  way.enter()
  let began = false
  const run = pace.run(async () => {
    began = true
  })
  await vi.advanceTimersByTimeAsync(299)
  expect(began).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await run
  expect(began).toBe(true)
})

it('a call that takes longer than a second goes first no more, and two seconds later groups are whole again', async () => {
  const way = openRightOfWay()
  const pace = await paceAfter(way, 100)
  const leave = way.enter()
  await vi.advanceTimersByTimeAsync(1005)
  let began = false
  await pace.run(async () => {
    began = true
  })
  expect(began).toBe(true)
  expect(pace.size(500)).toBe(100)
  leave()
  await vi.advanceTimersByTimeAsync(2000)
  expect(pace.size(500)).toBe(500)
})

it('nobody waits where no call is under way', async () => {
  const pace = await paceAfter(openRightOfWay(), 100)
  let began = false
  await pace.run(async () => {
    began = true
  })
  expect(began).toBe(true)
})
