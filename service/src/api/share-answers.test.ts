import { expect, it } from 'vitest'
import { shareAnswers } from './share-answers.js'

/** Work that ends when the test says so. */
function byHand() {
  const runs: { asked: string; end: (answer: string | Error) => void }[] = []
  const ask = shareAnswers<string, string>(
    asked =>
      new Promise((resolve, reject) => {
        runs.push({ asked, end: answer => (answer instanceof Error ? reject(answer) : resolve(answer)) })
      }),
  )
  return { runs, ask }
}

it('is worked out once for all who ask while it is under way, after they asked', async () => {
  const { runs, ask } = byHand()
  const first = ask('a')
  const later = [ask('a'), ask('a'), ask('a')]
  expect(runs).toHaveLength(1)
  runs[0]!.end('before')
  expect(await first).toBe('before')
  await expect.poll(() => runs.length).toBe(2)
  runs[1]!.end('after')
  expect(await Promise.all(later)).toEqual(['after', 'after', 'after'])
  expect(runs).toHaveLength(2)
})

it('does not wait for another question', async () => {
  const { runs, ask } = byHand()
  const [one, other] = [ask('a'), ask('b')]
  expect(runs.map(({ asked }) => asked)).toEqual(['a', 'b'])
  runs[1]!.end('b')
  expect(await other).toBe('b')
  runs[0]!.end('a')
  expect(await one).toBe('a')
})

it('fails those who asked for what failed, and is worked out anew for the next', async () => {
  const { runs, ask } = byHand()
  const first = ask('a').catch((error: Error) => error.message)
  const second = ask('a')
  runs[0]!.end(new Error('the database is away'))
  expect(await first).toBe('the database is away')
  await expect.poll(() => runs.length).toBe(2)
  runs[1]!.end('there again')
  expect(await second).toBe('there again')
})
