import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { beginCall, yieldBetweenSteps } from './yield-between-steps.js'

function work(ms: number): void {
  for (const since = performance.now(); performance.now() - since < ms; );
}

/** What comes first after a step: the next one, or a timer of half its length. */
async function firstAfterStep(pause: () => Promise<void> | undefined): Promise<string> {
  work(8)
  return Promise.race([delay(4).then(() => 'timer'), Promise.resolve(pause()).then(() => 'step')])
}

it('long work rests between steps as long as short calls are in work, and only then', async () => {
  const pause = yieldBetweenSteps({ rests: 2 })
  expect(await firstAfterStep(pause)).toBe('step')
  const end = beginCall()
  expect(await firstAfterStep(pause)).toBe('timer')
  expect(await firstAfterStep(yieldBetweenSteps())).toBe('step')
  end()
  await delay(20)
  expect(await firstAfterStep(pause)).toBe('step')
})
