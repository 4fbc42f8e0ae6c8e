import { type ConnectionCheck, describeCheck, describeState } from '@obmen/contract'
import { expect, test } from 'vitest'
import { texts as palette } from '../app/palette/texts.js'
import { labelOf } from '../components/forms/time-zones.js'
import { texts as settings } from '../components/integration-settings/texts.js'
import { texts as exports } from '../components/orders/texts-export.js'
import { texts as dryRun } from '../pages/integration/dry-run/texts-dry-run.js'
import { texts as integration } from '../pages/integration/texts.js'
import { texts as location } from '../pages/location/texts.js'
import { texts as order } from '../pages/order/texts.js'
import { texts as overview } from '../pages/overview/texts.js'
import { texts as general } from '../pages/settings/general/texts-general.js'
import { texts as tokens } from '../pages/settings/tokens/texts-tokens.js'
import { texts as webhooks } from '../pages/settings/webhooks/texts-webhooks.js'
import { texts as time } from './texts-time.js'

const ONE_EARLY: ConnectionCheck = {
  ...{ code: 'start-date-passed', tone: 'look', orders: 1, date: '2026-11-01', agent: null, bp: true },
}
const NO_CAUSE = { orders: null, login: null, failure: null }
const WORDS: [string, string][] = [
  ['ждёт с 01:25', `${exports.ru.states.owed} ${exports.ru.since('01:25')}`],
  ['1С примет оба заказа', dryRun.ru.all(2, '2')],
  ['но часть данных потеряется', dryRun.ru.butRemarks],
  ['Это только проверка: заказы остаются в очереди', dryRun.ru.nothingMarked],
  ['1С не может войти: неверный пароль', describeState({ code: 'wrong-password', ...NO_CAUSE }, 'ru')],
  ['выгрузите заказ снова. Если счёт есть, всё в порядке', describeCheck(ONE_EARLY, 'ru')],
  ['Отозвать доступ', tokens.ru.revoke],
  ['Логин: kassa-7f3a', palette.ru.login('kassa-7f3a')],
  ['Отформатировать', settings.ru.tidy],
  ['Точно так же, как в 1С', settings.ru.methodHelp],
  ['Местное время: 01:20, чт', location.ru.clock('01:20, чт')],
  ['в 1С последняя версия заказа (2)', order.ru.exports.upToDate(2)],
  ['создайте новый и введите', integration.ru.access.passwordHidden('вчера')],
  ['активен', webhooks.ru.states.active],
  ['Последний обмен: только что', `${overview.ru.headline.lastExchange} ${time.ru.justNow}`],
  ['Обмен забудет, что уже выгружено: ждут 15', integration.ru.actions.removeText(15, '15', 1, '1')],
  ['REST API', general.ru.addresses.api],
  ['Адрес обмена для 1С', general.ru.addresses.exchange],
  ['Екатеринбург (UTC+5)', labelOf('Asia/Yekaterinburg', 'ru')],
]

test.each(WORDS)('it says “%s”', (words, said) => {
  expect(said).toContain(words)
})
