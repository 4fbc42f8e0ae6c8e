import { expect, it } from 'vitest'
import { gather } from './gather.js'

/** A gatherer whose rounds end when the test says so. */
function byHand(atOnce: number, most: number) {
  const rounds: { questions: number[]; end: (error?: Error) => void }[] = []
  const ask = gather<number, string>(
    questions =>
      new Promise((resolve, reject) => {
        const end = (error?: Error): void =>
          error ? reject(error) : resolve(questions.map(question => `answer ${question}`))
        rounds.push({ questions, end })
      }),
    { atOnce, most },
  )
  return { rounds, ask }
}

it('asks alone while little is asked, and together what comes meanwhile', async () => {
  const { rounds, ask } = byHand(2, 3)
  const answers = [1, 2, 3, 4, 5, 6].map(ask)
  expect(rounds.map(({ questions }) => questions)).toEqual([[1], [2]])
  rounds[0]!.end()
  expect(await answers[0]).toBe('answer 1')
  rounds[1]!.end()
  expect(await answers[1]).toBe('answer 2')
  expect(rounds.map(({ questions }) => questions).slice(2)).toEqual([[3, 4, 5], [6]])
  for (const { end } of rounds.slice(2)) end()
  expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 5, 6].map(question => `answer ${question}`))
})

it('fails those that were asked together, and goes on with the next', async () => {
  const { rounds, ask } = byHand(1, 2)
  const answers = [1, 2, 3, 4].map(question => ask(question).catch((error: Error) => error.message))
  rounds[0]!.end()
  expect(await answers[0]).toBe('answer 1')
  rounds[1]!.end(new Error('the connection broke'))
  expect(await Promise.all([answers[1], answers[2]])).toEqual([
    'the connection broke',
    'the connection broke',
  ])
  rounds[2]!.end()
  expect(await answers[3]).toBe('answer 4')
})
