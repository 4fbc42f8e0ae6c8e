import { expect, test } from 'vitest'
import { englishAnswer } from './texts-answers.js'

const SERVER = new URL('../../../../service/src/exchange/texts.ts', import.meta.url).href

test('every refusal that 1C is answered is known in English', async () => {
  const { TEXTS } = (await import(SERVER)) as { TEXTS: Record<string, unknown> }
  const { options: _words, session, success, ...texts } = TEXTS
  const said = [texts, session, success]
    .flatMap(group => Object.values(group as Record<string, unknown>))
    .map(text => String(typeof text === 'function' ? text('1') : text))
  expect(said.length).toBeGreaterThan(20)
  expect(said.filter(text => englishAnswer(text) === undefined)).toEqual([])
})
