import { stat } from 'node:fs/promises'
import { expect, expectAccessible, gate, test } from '../support/fixtures.js'
import type { Obmen } from '../support/obmen.js'
import { connect1C, expectRuns, type OneC } from '../support/one-c.js'
import { order } from '../support/orders.js'

test('the journal grows by itself, and its filters are in the URL', async ({ signedInPage: page, obmen }) => {
  const base = await connect1C(obmen, 'Журнал')
  await obmen.rest('PUT', '/orders/journal-1', { ...order(obmen, 'journal-1'), companyId: base.companyId })
  await page.goto(`${obmen.url}/exchanges?integrationId=${base.integrationId}`)
  await expect(page.getByRole('heading', { name: 'Таких обменов нет' })).toBeVisible()
  await expectAccessible(page)

  await base.pull('--no-success')
  const rows = page.getByRole('table', { name: 'Обмены' }).getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.last()).toContainText('выдано 1, подтверждения не было')
  await base.pull()
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('выдано 1, подтверждено 1')
  await expect(rows.nth(1)).toContainText('вошла, получила заказы, подтвердила')
  await expect(rows.nth(1)).toContainText('1С:Предприятие')

  await page.getByRole('combobox', { name: 'Итог' }).click()
  await expectAccessible(page)
  await page.getByRole('option', { name: 'без подтверждения' }).click()
  await expect(rows).toHaveCount(2)
  await expect(page).toHaveURL(/outcome=unconfirmed/)
  await page.goBack()
  await expect(rows).toHaveCount(3)
})

test('an opened run of empty exchanges stays open and focused while it grows', async ({
  signedInPage: page,
  obmen,
}) => {
  const oneC = await connect1C(obmen, 'Растущий ряд')
  for (let n = 0; n < 2; n++) await oneC.pull()
  await expectRuns(obmen, oneC, [2])
  await page.goto(`${obmen.url}/exchanges?integrationId=${oneC.integrationId}`)
  const rows = page.getByRole('table', { name: 'Обмены' }).getByRole('row')
  const run = page.getByRole('button', { name: '2 пустых обмена' })
  await expect(run).not.toHaveText(/(\d\d:\d\d) – .*\1/)
  await run.click()
  await expect(rows).toHaveCount(4)

  const { opened: held, open: answer } = gate()
  await page.route('**/api/v1/exchanges?*cursor=*', async route => {
    await held
    await route.continue()
  })
  await oneC.pull()
  const grown = page.getByRole('button', { name: '3 пустых обмена' })
  await expect(grown).toHaveAttribute('aria-expanded', 'true')
  await expect(grown).toBeFocused()
  await expect(rows).toHaveCount(4)
  answer()
  await expect(rows).toHaveCount(5)
})

test('an exchange is shown step by step with its requests; secrets are masked', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'Один обмен')
  await obmen.rest('PUT', '/orders/one-1', { ...order(obmen, 'one-1'), companyId: base.companyId })
  await base.pull()
  await page.goto(`${obmen.url}/exchanges?integrationId=${base.integrationId}`)
  await page.getByRole('table', { name: 'Обмены' }).getByRole('link').click()
  await expect(page.getByText('1С получила и подтвердила 1 заказ.')).toBeVisible()
  const step = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
  await expect(step('вход')).toContainText(`1С вошла под именем ${base.login}`)
  await expect(step('подтверждение')).toContainText('1С подтвердила, что сохранила заказы')

  await step('заказы')
    .getByRole('button', { name: /1С получила 1 заказ/ })
    .click()
  await expect(step('заказы').getByText('GET /1c?type=sale&mode=query')).toBeVisible()
  await step('заказы').getByText('Заголовки: ').first().click()
  const headers = step('заказы').locator('dl').first()
  await expect(headers).toContainText('Basic ***')
  await expect(headers).not.toContainText(Buffer.from(`${base.login}:${base.password}`).toString('base64'))
  const content = step('заказы').locator('.cm-content')
  await expect(content).toContainText('<Номер>')
  await expectAccessible(page)

  await step('заказы').getByRole('button', { name: 'Свернуть всё' }).click()
  await expect(content).not.toContainText('<Номер>')
  await step('заказы').getByRole('button', { name: 'Развернуть всё' }).click()
  await step('заказы').getByRole('button', { name: 'Найти', exact: true }).click()
  await page.getByPlaceholder('Найти').pressSequentially('Вектор')
  await page.keyboard.press('Enter')
  await expect(page.locator('.cm-searchMatch').first()).toBeVisible()
  await expectAccessible(page)

  await step('вход').getByRole('button').first().click()
  await expect(step('вход').locator('pre')).toContainText('success')
})

test('an exchange lists the orders that it carried, page by page, each a link', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'Что уехало')
  const put = (id: string, changes: object = {}) =>
    obmen.rest('PUT', `/orders/${id}`, { ...order(obmen, id), companyId: base.companyId, ...changes })
  await put('carried-1', { currency: 'USD' })
  for (let n = 2; n <= 23; n++) await put(`carried-${n}`)
  await base.pull('--no-success')
  const open = async () => {
    await page.goto(`${obmen.url}/exchanges?integrationId=${base.integrationId}`)
    await page.getByRole('table', { name: 'Обмены' }).getByRole('link').first().click()
  }
  await open()
  const carried = page.getByRole('region', { name: 'Заказы в этом обмене' })
  const rows = carried.getByRole('row')
  await expect(rows).toHaveCount(21)
  await expect(rows.nth(1)).toContainText(/1.*carried-1.*ООО «Вектор».*3.000,00.\$.*выдан, подтверждения нет/)
  await expectAccessible(page)
  await carried.getByRole('button', { name: 'Вперёд' }).click()
  await expect(rows).toHaveCount(4)
  await expect(rows.last()).toContainText('carried-23')
  await expect(page).toHaveURL(/cursor=/)
  await carried.getByRole('link', { name: 'Заказ 22', exact: true }).click()
  await expect(page).toHaveURL(/\/orders\/carried-22$/)
  await page.goBack()
  await expect(rows).toHaveCount(4)
  await carried.getByRole('button', { name: 'Назад' }).click()
  await expect(rows).toHaveCount(21)

  await base.pull()
  await open()
  await expect(rows.nth(1)).toContainText('подтверждён')
  await base.pull()
  await open()
  await expect(page).toHaveURL(/\/exchanges\/\d+/)
  await expect(page.getByRole('listitem').filter({ hasText: 'вход' }).first()).toBeVisible()
  await expect(carried).toBeHidden()

  await obmen.rest('DELETE', `/integrations/${base.integrationId}`)
  await page.reload()
  await expect(page.getByText('Что уехало (удалена)')).toBeVisible()
  await expect(page.getByRole('link', { name: /^Что уехало/ })).toBeHidden()
  await page.goto(`${obmen.url}/exchanges`)
  await expect(
    page.getByRole('table', { name: 'Обмены' }).getByText('Что уехало (удалена)').first(),
  ).toBeVisible()
})

test('a sign-in that was refused shows what 1C was told', async ({ signedInPage: page, obmen }) => {
  const base = await connect1C(obmen, 'Отказ')
  const wrong = Buffer.from(`${base.login}:не тот`).toString('base64')
  await fetch(`${base.url}?type=sale&mode=checkauth`, { headers: { authorization: `Basic ${wrong}` } })
  await expectRuns(obmen, base, [undefined])
  await page.goto(`${obmen.url}/exchanges?integrationId=${base.integrationId}&outcome=refused`)
  await page.getByRole('table', { name: 'Обмены' }).getByRole('link').click()
  await expect(page.getByRole('listitem').filter({ hasText: 'вход' })).toContainText(
    '1С не вошла. Она получила ответ:',
  )
  await expectAccessible(page)
})

test('an answer of several parts is read part by part and downloaded whole', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'Большой ответ')
  const size = await largeExchange(base, obmen)
  await page.goto(`${obmen.url}/exchanges?integrationId=${base.integrationId}`)
  await page.getByRole('table', { name: 'Обмены' }).getByRole('link').click()
  const reading: Promise<Buffer>[] = []
  page.on('response', response => {
    if (response.url().includes('/body?')) reading.push(response.body())
  })
  await page.getByRole('button', { name: /1С получила 1 заказ/ }).click()
  const content = page.locator('.cm-content')
  await expect(content).toContainText('<КоммерческаяИнформация')
  await expect(page.getByText(/^Часть 1 из \d+/)).toBeVisible()
  await page.getByRole('button', { name: 'Следующая часть' }).click()
  await expect(page.getByText(/^Часть 2 из \d+/)).toBeVisible()
  await expect(content).toContainText('<')
  expect(await page.locator('.cm-line').count()).toBeLessThan(200)
  const read = (await Promise.all(reading)).map(({ length }) => length)
  expect(read.length).toBeGreaterThan(0)
  expect(Math.max(...read)).toBeLessThan(size / 2)
  await expectAccessible(page)

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Скачать' }).click()
  const download = await downloading
  expect((await stat(await download.path())).size).toBe(size)
})

/** Lets this 1C download an order of a thousand lines, about 1.4 MB in XML; the bytes that it got. */
async function largeExchange(base: OneC, obmen: Obmen): Promise<number> {
  const body = order(obmen, 'big')
  const lines = Array.from({ length: 1000 }, (_, n) => ({
    ...body.lines[0],
    id: `line-${n}`,
    name: `Услуга номер ${n} с наименованием подлиннее, чтобы строка заняла своё место в тексте`,
    quantity: '1',
    price: '10.00',
    amount: '10.00',
  }))
  const payments = [{ ...body.payments[0], amount: '10000.00' }]
  const content = { ...body, companyId: base.companyId, lines, total: '10000.00', payments }
  await obmen.rest('PUT', '/orders/big', content)
  const authorization = `Basic ${Buffer.from(`${base.login}:${base.password}`).toString('base64')}`
  await fetch(`${base.url}?type=sale&mode=checkauth`, { headers: { authorization } })
  const answer = await fetch(`${base.url}?type=sale&mode=query`, { headers: { authorization } })
  return (await answer.arrayBuffer()).byteLength
}
