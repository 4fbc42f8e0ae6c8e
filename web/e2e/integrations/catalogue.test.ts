import { type UploadedItem, uploadCatalogue } from '../support/catalogue.js'
import { expect, expectAccessible, expectFits, test } from '../support/fixtures.js'
import type { Obmen } from '../support/obmen.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

const ID = (number: number): string => `a0000000-0000-11ef-8f00-00000000000${number}`
const ITEMS: UploadedItem[] = [
  { id: ID(1), name: 'Аренда переговорной комнаты', article: 'АР-01' },
  { id: ID(2), name: 'Печать чёрно-белая' },
  { id: ID(3), name: 'Кофе-брейк' },
]

async function putLines(
  obmen: Obmen,
  companyId: string,
  id: string,
  lines: [string, string][],
): Promise<void> {
  const usual = order(obmen, id)
  const [line] = usual.lines
  await obmen.rest('PUT', `/orders/${id}`, {
    ...{
      ...usual,
      companyId,
      payments: [{ ...usual.payments[0], id: `pay-${id}`, amount: `${3000 * lines.length}.00` }],
    },
    lines: lines.map(([lineId, name]) => ({ ...line, id: lineId, name })),
    total: `${3000 * lines.length}.00`,
  })
}

test('lines are linked by click, several at once, by search, and undone', async ({
  signedInPage: page,
  obmen,
}) => {
  const ut = await connect1C(obmen, 'Товары УТ', { client: 'ut' })
  await page.goto(`${obmen.url}/integrations/${ut.integrationId}`)
  await page.getByRole('button', { name: 'Проверка и номенклатура' }).click()
  await page.getByRole('menuitem', { name: 'Номенклатура', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Номенклатура' })).toBeVisible()
  await expect(page.getByText('Все строки связаны')).toBeVisible()
  await page.getByRole('tab', { name: 'Каталог 1С' }).click()
  await expect(page.getByText('Каталог из 1С ещё не приходил')).toBeVisible()

  await uploadCatalogue(ut, ITEMS)
  await page.goto(`${obmen.url}/exchanges?integrationId=${ut.integrationId}`)
  await page.getByRole('row').filter({ hasText: '1С выгрузила файлы' }).getByRole('link').first().click()
  await expect(page.getByText('1С выгрузила свои файлы и заказов не спрашивала.').first()).toBeVisible()
  await putLines(obmen, ut.companyId, 'cat-1', [
    ['rent', 'Аренда переговорной'],
    ['print', 'Печать чёрно-белая'],
    ['lunch', 'Обед'],
  ])
  await putLines(obmen, ut.companyId, 'cat-2', [['rent', 'Аренда переговорной']])
  await page.goto(`${obmen.url}/integrations/${ut.integrationId}/catalogue`)
  const rows = page.getByRole('table', { name: 'Строки заказов без связи' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  await expect(rows.nth(1)).toContainText('Аренда переговорной')
  await expect(rows.nth(1)).toContainText('арт. АР-01')

  const link = page.getByRole('button', {
    name: 'Связать «Аренда переговорной» с «Аренда переговорной комнаты»',
  })
  await link.click()
  await expect(page.getByRole('alert')).toContainText('Связана 1 строка')
  // Another one would slide under the pointer.
  await expect(link).toBeDisabled()
  await expect(rows).toHaveCount(4)
  await expectFits(page, ['light', 'dark'])
  await page.mouse.move(0, 0)
  await expect(rows).toHaveCount(3)
  await page.getByRole('button', { name: 'Вернуть' }).click()
  await expect(rows).toHaveCount(4)

  await page.getByRole('checkbox', { name: 'Отметить все с подсказкой' }).check()
  await page.getByRole('button', { name: 'Связать 2 отмеченные' }).click()
  await page.mouse.move(0, 0)
  await expect(rows).toHaveCount(2)
  await page.getByRole('button', { name: 'Выбрать номенклатуру для «Обед»' }).click()
  const dialog = page.getByRole('dialog', { name: 'Номенклатура для «Обед»' })
  const searched = dialog.getByRole('searchbox')
  await expect(searched).toHaveValue('Обед')
  await expect(searched).toBeFocused()
  await expect(dialog.getByText('Ничего не нашлось')).toBeVisible()
  await searched.fill('брейки')
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  const [field, found] = await Promise.all([
    searched.boundingBox(),
    dialog.getByRole('listitem').boundingBox(),
  ])
  expect(found!.y - field!.y - field!.height, 'nothing between the field and what it found').toBeLessThan(40)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Выбрать «Кофе-брейк»' }).click()
  await expect(page.getByText('Все строки связаны')).toBeVisible()

  await page
    .getByRole('tab', { name: 'Связаны', exact: false })
    .filter({ hasText: /^Связаны/ })
    .click()
  const links = page.getByRole('table', { name: 'Строки заказов и номенклатура 1С' }).getByRole('row')
  await expect(links).toHaveCount(4)
  await page.getByRole('button', { name: 'Отвязать «Обед»' }).click()
  await page.mouse.move(0, 0)
  await expect(links).toHaveCount(3)
  const { items } = (await obmen.rest(
    'GET',
    `/integrations/${ut.integrationId}/catalogue/links?state=linked`,
  )) as {
    items: { lineId: string }[]
  }
  expect(items.map(({ lineId }) => lineId)).toEqual(['rent', 'print'])
})

test('while suggestions load no line is said to have none, and others keep theirs', async ({
  signedInPage: page,
  obmen,
}) => {
  const ut = await connect1C(obmen, 'Подсказки', { client: 'ut' })
  await uploadCatalogue(ut, ITEMS)
  await putLines(obmen, ut.companyId, 'suggest-1', [
    ['rent', 'Аренда переговорной'],
    ['print', 'Печать чёрно-белая'],
    ['lunch', 'Обед'],
  ])
  let answer = () => {}
  let answered = new Promise<void>(resolve => {
    answer = resolve
  })
  await page.route('**/links:suggest', async route => {
    await answered
    await route.continue()
  })
  await page.goto(`${obmen.url}/integrations/${ut.integrationId}/catalogue`)
  await expect(page.getByText('Ищем похожую…')).toHaveCount(3)
  await expect(page.getByText('Похожей нет')).toHaveCount(0)
  await expectAccessible(page)
  answer()
  await expect(page.getByText('Похожей нет')).toHaveCount(1)

  answered = new Promise<void>(resolve => {
    answer = resolve
  })
  await page.getByRole('button', { name: /^Связать «Аренда переговорной»/ }).click()
  await page.mouse.move(0, 0)
  const rows = page.getByRole('table', { name: 'Строки заказов без связи' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await expect(page.getByRole('button', { name: /^Связать «Печать чёрно-белая»/ })).toBeVisible()
  await expect(page.getByText('Похожей нет')).toHaveCount(1)
  answer()
})

test('a lost item is shown with its link, and the catalogue is searched by word forms', async ({
  signedInPage: page,
  obmen,
}) => {
  const ut = await connect1C(obmen, 'Потерянная', { client: 'ut' })
  await uploadCatalogue(ut, ITEMS)
  await page.goto(`${obmen.url}/integrations/${ut.integrationId}?tab=exchanges`)
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByText('1С передала файл каталога товаров.').first()).toBeVisible()
  await expect(page.getByText('Весь каталог: 3 позиции, новых 3, изменилось 0')).toBeVisible()
  await obmen.rest('PUT', `/integrations/${ut.integrationId}/catalogue/links/rent`, { itemId: ID(1) })
  await page.goto(`${obmen.url}/integrations/${ut.integrationId}/catalogue?tab=items`)
  const rows = page.getByRole('table', { name: 'Номенклатура из 1С' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  await expect(rows.nth(1)).toContainText('строки: rent')
  await expect(page.getByText(/В каталоге 3 позиции\./)).toBeVisible()
  await expectFits(page, ['light', 'dark'])
  await page.getByRole('link', { name: /Последний файл offers0_1.xml .* получен сегодня/ }).click()
  await expect(page.getByRole('region', { name: 'Файлы из 1С' })).toContainText('offers0_1.xml')
  await page.goBack()
  await page.getByRole('searchbox').fill('аренду комнат')
  await expect(rows).toHaveCount(2)

  await uploadCatalogue(ut, ITEMS.slice(1))
  await page.goto(`${obmen.url}/integrations/${ut.integrationId}/catalogue?tab=linked`)
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('1 связь потеряна')).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 180_000 })
  await page.getByRole('button', { name: 'Показать' }).click()
  await expect(page.getByText('Пропала из каталога')).toBeVisible()
})
