import { READING_FAILURES } from '@obmen/contract'
import { expect, it } from 'vitest'
import { describeSet, failureInWords, nameOfSet } from './texts.js'
import { describeReconciliation } from './texts-reconciliation.js'

it.each(READING_FAILURES)('%s has words with and without details, and they leave no gaps', code => {
  const all = { host: '1c.example.ru', set: 'Document_X', status: 500, reason: '-1', megabytes: 16 }
  expect(failureInWords({ code, params: all })).toMatch(/^[А-ЯЁ\d].{30,}\.$/)
  expect(failureInWords({ code, params: { host: '1c.example.ru' } })).not.toMatch(/\(\)|\s{2}/)
})

it('an older copy is told by the document that shows it', () => {
  const told = failureInWords({ code: 'older-copy', params: { number: '0000-000017' } })
  expect(told).toContain('в ней больше нет (документ 0000-000017). Ничего')
})

it('a set is named as the administrator of 1C looks for it', () => {
  expect(nameOfSet('AccumulationRegister_ОплатаСчетов_RecordType')).toBe('регистр накопления «Оплата счетов»')
  expect(describeSet('InformationRegister_СтатусыДокументов')).toEqual({
    name: 'регистр сведений «Статусы документов»',
    brings: expect.stringContaining('статус у счёта'),
  })
})

it('a canceled order is not said to be canceled in 1C, too, while its document there is not', () => {
  const document = {
    number: '0000-000001',
    date: null,
    total: '1.00',
    paid: null,
    posted: true,
    deleted: false,
  }
  const told = (status: string) =>
    describeReconciliation({
      ...{ state: 'agrees', numberIn1c: '1', currency: 'RUB', differences: [], seenAt: new Date(0) },
      ...{ canceled: true, reason: null, documents: [{ ...document, status }] },
    })
  expect(told('Отменен')).toContain('он тоже не действует')
  expect(told('Не оплачен')).toContain('документ ещё действует')
})
