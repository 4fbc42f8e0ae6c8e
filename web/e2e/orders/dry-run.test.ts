import { expect, expectAccessible, test } from '../support/fixtures.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

/** Бухгалтерия passes over orders placed before it was connected. */
const placedAt = new Date(Date.now() + 3_600_000).toISOString()

test('a dry run shows what this 1C would make of each order', async ({ signedInPage: page, obmen }) => {
  const base = await connect1C(obmen, 'Проверка')
  const { companyId, integrationId } = base
  const long = { ...order(obmen, 'check-2'), companyId, placedAt }
  const lines = long.lines.map(line => ({ ...line, name: 'Ж'.repeat(150) }))
  await obmen.rest('PUT', '/orders/check-1', { ...order(obmen, 'check-1'), companyId, placedAt })
  await obmen.rest('PUT', '/orders/check-2', { ...long, lines })
  const before = await obmen.rest('GET', `/integrations/${integrationId}`)

  await page.goto(`${obmen.url}/integrations/${integrationId}`)
  await page.getByRole('button', { name: 'Проверка и номенклатура' }).click()
  await page.getByRole('menuitem', { name: 'Проверить как 1С' }).click()
  const dialog = page.getByRole('dialog', { name: 'Проверить как 1С' })
  await expect(dialog.getByRole('heading', { name: /^1С примет оба заказа/ })).toBeVisible()
  await expect(dialog).toContainText('Проверено как «Бухгалтерия предприятия 3.0')
  await expect(dialog).toContainText('Это только проверка')
  const rows = dialog.getByRole('table', { name: 'Что 1С сделает с каждым заказом' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  const first = rows.filter({ has: page.getByRole('link', { name: 'Заказ 1', exact: true }) })
  await expect(first).toContainText('создаст документ')
  await expect(first).toContainText('Счет на оплату покупателю')
  await expect(first).toContainText('Оплата платежной картой')
  await expect(first).toContainText('3 000,00 ₽')
  await expectAccessible(page)

  expect(await obmen.rest('GET', `/integrations/${integrationId}`)).toEqual(before)
  expect(await obmen.rest('GET', `/exchanges?integrationId=${integrationId}`)).toMatchObject({ items: [] })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Проверка и номенклатура' })).toBeFocused()
})

test('an order that arrives incomplete comes first', async ({ signedInPage: page, obmen }) => {
  const { companyId, integrationId } = await connect1C(obmen, 'Замечания', { client: 'rt' })
  const customer = { id: 'p-1', kind: 'person', lastName: 'Иванов', firstName: 'Иван' }
  await obmen.rest('PUT', '/orders/good', { ...order(obmen, 'good'), companyId })
  await obmen.rest('PUT', '/orders/unknown', { ...order(obmen, 'unknown'), companyId, customer })
  await page.goto(`${obmen.url}/integrations/${integrationId}?over=dry-run`)
  const dialog = page.getByRole('dialog', { name: 'Проверить как 1С' })
  await expect(dialog.getByRole('heading', { name: /но часть данных потеряется/ })).toBeVisible()
  await expect(dialog.getByText('Розница не создаёт оплаты.')).toBeVisible()
  const worst = dialog.getByRole('table').getByRole('row').nth(1)
  await expect(worst).toContainText('Иванов Иван')
  await expect(worst).toContainText('Передавайте ИНН или «Телефон рабочий».')
  await expectAccessible(page)
  await dialog.getByRole('link', { name: 'Заказ 2' }).click()
  await expect(page).toHaveURL(/\/orders\/unknown$/)
})

test('a dry run of an unknown program says what was played', async ({ signedInPage: page, obmen }) => {
  const { companyId, integrationId } = await connect1C(obmen, 'Неизвестная', { client: 'auto' })
  await obmen.rest('PUT', '/orders/check-unknown', { ...order(obmen, 'check-unknown'), companyId })
  await page.goto(`${obmen.url}/integrations/${integrationId}`)
  await page.getByRole('button', { name: 'Проверка и номенклатура' }).click()
  await page.getByRole('menuitem', { name: 'Проверить как 1С' }).click()
  const dialog = page.getByRole('dialog', { name: 'Проверить как 1С' })
  await expect(dialog.getByRole('heading', { name: /^1С примет заказ/ })).toBeVisible()
  await expect(dialog).toContainText('программа ещё не узнана; из 5')
  await expectAccessible(page)
})

test('with nothing owed there is nothing to check, and it says so', async ({ signedInPage: page, obmen }) => {
  const { integrationId } = await connect1C(obmen, 'Нечего проверять')
  await page.goto(`${obmen.url}/integrations/${integrationId}?over=dry-run`)
  await expect(page.getByRole('heading', { name: 'Сейчас выгружать нечего' })).toBeVisible()
  await expectAccessible(page)
})

test('a dry run shows that it runs, can be stopped and may fail', async ({ signedInPage: page, obmen }) => {
  const { companyId, integrationId } = await connect1C(obmen, 'Долгая проверка')
  await obmen.rest('PUT', '/orders/slow', { ...order(obmen, 'slow'), companyId, placedAt })
  let answer: 'never' | 'failure' | 'real' = 'never'
  await page.route('**/dry-run?*', route => {
    if (answer === 'never') return
    return answer === 'failure' ? route.fulfill({ status: 500, body: 'x' }) : route.continue()
  })
  await page.goto(`${obmen.url}/integrations/${integrationId}?over=dry-run`)
  const dialog = page.getByRole('dialog', { name: 'Проверить как 1С' })
  await expect(dialog.getByRole('status')).toHaveText('Проигрываем обмен…')
  await expect(dialog.getByText(/Идёт [1-9]\d* с\./)).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Остановить' }).click()
  await expect(dialog.getByRole('status')).toContainText('Проверка остановлена.')
  answer = 'failure'
  await dialog.getByRole('button', { name: 'Проверить ещё раз' }).click()
  await expect(dialog.getByRole('alert')).toContainText('На сервере произошла ошибка')
  await expectAccessible(page)
  answer = 'real'
  await dialog.getByRole('button', { name: 'Повторить' }).click()
  await expect(dialog.getByRole('heading', { name: '1С примет заказ' })).toBeVisible()
})
