import { expect, it } from 'vitest'
import type { Figure } from './figure.js'
import { runBenches } from './run-benches.js'

const figure = (bench: string, value: number): Figure => ({
  bench,
  value,
  unit: 'ratio',
  target: { atMost: 1 },
  measured: `what ${bench} took`,
  beside: 'the floor',
})
const lacksXmllint = async () => {
  throw new Error('xmllint is not installed')
}

it('a bench that cannot run is told, and the others are run and summed up all the same', async () => {
  const printed: string[] = []
  const all = { parse: lacksXmllint, web: async () => [figure('overview', 0.5), figure('50 orders', 2)] }
  expect(await runBenches(all, text => printed.push(text))).toBe(false)
  const text = printed.join('\n')
  expect(text).toContain('could not run: parse: xmllint is not installed')
  expect(text).toContain('what overview took')
  expect(text).toMatch(/\nNot reached: 50 orders\.\nCould not run: parse\.$/)
})

it('no target counts as reached because its bench could not run', async () => {
  const printed: string[] = []
  const reached = async () => [figure('overview', 0.5)]
  expect(await runBenches({ web: reached }, text => printed.push(text))).toBe(true)
  expect(printed.at(-1)).toBe('Every target was reached.')
  await runBenches({ parse: lacksXmllint, web: reached }, text => printed.push(text))
  expect(printed.slice(-2)).toEqual(['Every target of those that ran was reached.', 'Could not run: parse.'])
})
