import { expect, it } from 'vitest'
import { innProblem, innWarning, kppProblem } from '../inn.js'

it.each(['7707083893', '7736050003', '500100732259'])('%s is a good ИНН', inn => {
  expect(innProblem(inn)).toBeUndefined()
  expect(innWarning(inn)).toBeUndefined()
})

it.each(['7707083894', '1234567890', '500100732258', '500100732269', '123456789012'])(
  'check digits of %s do not add up, which is told but not refused',
  inn => {
    expect(innProblem(inn)).toBeUndefined()
    expect(innWarning(inn)).toContain(inn)
  },
)

it.each(['', '123', '77070838931', '7707O83893', '７７０７０８３８９３'])(
  '«%s» has not the shape of an ИНН',
  inn => {
    expect(innProblem(inn)).toBeDefined()
  },
)

it('a КПП has nine characters and belongs to an organization', () => {
  for (const kpp of ['773601001', '7736AB001']) expect(kppProblem(kpp, '7707083893')).toBeUndefined()
  for (const kpp of ['77360100', '7736ab001', '773601 01'])
    expect(kppProblem(kpp, '7707083893')).toBeDefined()
  expect(kppProblem('773601001', '500100732259')?.message).toContain('только у организации')
})
