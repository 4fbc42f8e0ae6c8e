import { expect, it } from 'vitest'
import { gather } from './gather.js'

/** A gatherer whose rounds end when the test says so. */
function byHand(atOnce: number, most: number, maxWaitMs = 3_600_000) {
  const rounds: { questions: number[]; end: (error?: Error) => void }[] = []
  const ask = gather<number, string>(
    questions =>
      new Promise((resolve, reject) => {
        const end = (error?: Error): void =>
          error ? reject(error) : resolve(questions.map(question => `answer ${question}`))
        rounds.push({ questions, end })
      }),
    { atOnce, most, maxWaitMs },
  )
  return { rounds, ask }
}

/** Until what was asked in this turn of the event loop is under way. */
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

it('asks at the end of a turn, together what came in it and what comes while others are asked', async () => {
  const { rounds, ask } = byHand(2, 3)
  const answers = [1, 2].map(ask)
  expect(rounds).toEqual([])
  await turn()
  answers.push(ask(3))
  await turn()
  answers.push(...[4, 5, 6, 7].map(ask))
  await turn()
  expect(rounds.map(({ questions }) => questions)).toEqual([[1, 2], [3]])
  rounds[0]!.end()
  expect(await Promise.all(answers.slice(0, 2))).toEqual(['answer 1', 'answer 2'])
  rounds[1]!.end()
  expect(await answers[2]).toBe('answer 3')
  await turn()
  expect(rounds.map(({ questions }) => questions).slice(2)).toEqual([[4, 5, 6], [7]])
  for (const { end } of rounds.slice(2)) end()
  expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 5, 6, 7].map(question => `answer ${question}`))
})

it('fails those that were asked together, and goes on with the next', async () => {
  const { rounds, ask } = byHand(1, 2)
  const answers = [1, 2, 3].map(question => ask(question).catch((error: Error) => error.message))
  await turn()
  rounds[0]!.end(new Error('the connection broke'))
  expect(await Promise.all(answers.slice(0, 2))).toEqual(['the connection broke', 'the connection broke'])
  await turn()
  rounds[1]!.end()
  expect(await answers[2]).toBe('answer 3')
})

it('does not let what hangs hold up the others', async () => {
  const { rounds, ask } = byHand(1, 2, 1)
  const hanging = ask(1)
  await turn()
  const answers = [2, 3, 4].map(ask)
  await expect.poll(() => rounds.length).toBe(3)
  expect(rounds.map(({ questions }) => questions)).toEqual([[1], [2, 3], [4]])
  for (const { end } of rounds.slice(1)) end()
  expect(await Promise.all(answers)).toEqual(['answer 2', 'answer 3', 'answer 4'])
  rounds[0]!.end()
  expect(await hanging).toBe('answer 1')
})
