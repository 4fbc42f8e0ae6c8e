import { expect, it } from 'vitest'
import type { ExportState } from './enumerations.js'
import { numbersIn1C } from './numbers-in-1c.js'

const at = (integrationId: string, numberIn1c: string, state: ExportState = 'owed') => ({
  integrationId,
  numberIn1c,
  state,
})

it('the number of an order in 1C is told once where all agree, else each one', () => {
  expect(numbersIn1C('1', [])).toEqual(['1'])
  expect(numbersIn1C('1', [at('bp', 'OLV/17'), at('unf', 'OLV/17', 'confirmed')])).toEqual(['OLV/17'])
  expect(numbersIn1C('1', [at('bp', '1'), at('ut', 'OLV/17', 'held')])).toEqual(['1', 'OLV/17'])
  expect(numbersIn1C('1', [at('bp', '1'), at('ut', 'OLV/17')], 'ut')).toEqual(['OLV/17'])
})

it('the number of an order in a 1C that does not get it counts only if no other does', () => {
  expect(numbersIn1C('1', [at('bp', '1', 'not-matching'), at('ut', 'OLV/17')])).toEqual(['OLV/17'])
  expect(numbersIn1C('1', [at('ut', 'OLV/17', 'not-matching')])).toEqual(['OLV/17'])
  expect(numbersIn1C('1', [at('bp', '1', 'not-matching'), at('ut', 'OLV/17')], 'bp')).toEqual(['1'])
})
