import { expect, it } from 'vitest'
import { describeEnding, type Ending } from './texts-ending.js'

const NOTHING: Ending = {
  outcome: 'nothing',
  ordersOffered: 0,
  ordersConfirmed: 0,
  failure: null,
  queried: false,
  uploaded: false,
  confirmsFailures: false,
}

it.each([
  [
    {},
    '1С проверила соединение и заказов не спрашивала.',
    '1C checked the connection and asked for no orders.',
  ],
  [
    { queried: true },
    'Новых и изменённых заказов для 1С не было.',
    'There were no new or changed orders for 1C.',
  ],
  [
    { uploaded: true },
    '1С выгрузила свои файлы и заказов не спрашивала.',
    '1C sent its files and asked for no orders.',
  ],
  [
    { queried: true, uploaded: true },
    '1С выгрузила свои файлы, новых и изменённых заказов для неё не было.',
    '1C sent its files; there were no new or changed orders for it.',
  ],
])('an exchange that gave nothing out says what it was about: %j', (facts, ru, en) => {
  expect(describeEnding({ ...NOTHING, ...facts }, 'ru')).toBe(ru)
  expect(describeEnding({ ...NOTHING, ...facts }, 'en')).toBe(en)
})
