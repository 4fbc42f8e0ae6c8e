import { expect, test } from 'vitest'
import { WORDS } from '../model/names.js'
import { writeDictionaries } from './write-dictionaries.js'

test('statuses are given under both spellings, payment systems with their kind', () => {
  const xml = writeDictionaries({
    statuses: [{ id: 'purchased', name: 'Оплачен & ждёт' }],
    paymentSystems: [{ id: 'CKassa', name: 'Карта', kind: WORDS.acquiringPayment }],
    deliveryServices: [{ id: '', name: 'без ключа' }],
  })
  const entry = '<Элемент><Ид>purchased</Ид><Название>Оплачен &amp; ждёт</Название></Элемент>'
  expect(xml).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Справочник><Статусы>${entry}</Статусы><\u0043татусы>${entry}</\u0043татусы>` +
      '<ПлатежныеСистемы><Элемент><Ид>CKassa</Ид><Название>Карта</Название>' +
      '<ТипОплаты>Эквайринговая оплата</ТипОплаты></Элемент></ПлатежныеСистемы></Справочник>\n',
  )
})
