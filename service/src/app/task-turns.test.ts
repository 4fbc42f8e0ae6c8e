import { expect, it } from 'vitest'
import { createLog } from '../log.js'
import { startTaskTurns } from './task-turns.js'

const log = createLog('silent')

/** Turns that note whose steps ran; `of` makes a task of so many steps. */
function noted() {
  const closing = new AbortController()
  const turns = startTaskTurns({ log, signal: closing.signal })
  const ran: string[] = []
  const of = (owner: string, name: string, steps: number, during = (): void => {}) =>
    turns.add(owner, name, async () => {
      await new Promise(setImmediate)
      ran.push(owner)
      during()
      return --steps > 0
    })
  const end = (): Promise<void> => {
    closing.abort()
    return turns.ended()
  }
  return { ran, of, end }
}

it('a location with hundreds of tasks, and more without end, delays another by one step for each of its own', async () => {
  const { ran, of, end } = noted()
  let made = 500
  const more = (): void => {
    const name = `task ${made++}`
    void of('A', name, 3, more)
  }
  for (let at = 0; at < 500; at++) void of('A', `task ${at}`, 3, more)
  const before = ran.length
  await of('B', 'task', 3)
  const until = ran.slice(before, ran.lastIndexOf('B'))
  expect(until.filter(owner => owner === 'A').length).toBeLessThanOrEqual(6)
  await end()
})

it('the tasks of one location take turns', async () => {
  const { ran, of, end } = noted()
  const done: string[] = []
  const note = (name: string) => () => void done.push(name)
  await Promise.all([
    of('A', 'long', 5, note('long')),
    of('A', 'short', 2, note('short')),
    of('A', 'other', 2, note('other')),
  ])
  expect(done).toEqual(['long', 'short', 'other', 'long', 'short', 'other', 'long', 'long', 'long'])
  expect(ran.length).toBe(9)
  await end()
})

it('a task that is requested again during its last step has another one', async () => {
  const { ran, of, end } = noted()
  let again: Promise<void> | undefined
  await of('A', 'task', 1, () => {
    again ??= of('A', 'task', 1)
  })
  await again
  expect(ran.length).toBe(2)
  await end()
})

it('a task that fails ends, and the others go on', async () => {
  const closing = new AbortController()
  const turns = startTaskTurns({ log, signal: closing.signal })
  const failed = turns.add('A', 'failing', async () => {
    throw new Error('no database')
  })
  let steps = 3
  await turns.add('A', 'other', async () => --steps > 0)
  await failed
  expect(steps).toBe(0)
  closing.abort()
  await turns.ended()
})
