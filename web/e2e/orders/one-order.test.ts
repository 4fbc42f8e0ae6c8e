import { expect, expectFits, test } from '../support/fixtures.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

test('what is to be done about an order is on its page, and can be taken back', async ({
  signedInPage: page,
  obmen,
}) => {
  const { companyId } = await connect1C(obmen, 'Сделать здесь')
  const payments = [{ ...order(obmen, 'to-do').payments[0], amount: '1000.00' }]
  await obmen.rest('PUT', '/orders/to-do', { ...order(obmen, 'to-do'), companyId, payments })
  await page.goto(`${obmen.url}/orders/to-do`)
  const tasks = page.getByRole('region', { name: 'Сделать', exact: true })
  await expect(tasks).toContainText('Внесите в 1С оплату 1 000,00 ₽ по заказу to-do')
  await expectFits(page, ['light', 'dark'])
  await tasks.getByRole('button', { name: 'Сделано: задача по заказу to-do' }).click()
  await expect(page.getByText(/^Задача для 1С «Сделать здесь» сделана: /)).toBeVisible()
  await page.getByRole('button', { name: 'Вернуть' }).click()
  await expect(tasks.getByRole('button', { name: 'Сделано: задача по заказу to-do' })).toBeEnabled()
})

test('J and K open the next and the previous order of the list, over its pages', async ({
  signedInPage: page,
  obmen,
}) => {
  const { companyId } = await connect1C(obmen, 'По порядку')
  for (let n = 1; n <= 52; n++) {
    const placedAt = `2026-10-01T12:${String(n).padStart(2, '0')}:00+05:00`
    await obmen.rest('PUT', `/orders/row-${n}`, { ...order(obmen, `row-${n}`), companyId, placedAt })
  }
  await page.goto(`${obmen.url}/orders?companyId=${companyId}`)
  await page.getByRole('link', { name: 'Заказ 4', exact: true }).click()
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveText('Заказ 4')
  await page.getByRole('button', { name: 'XML сейчас' }).click()
  await expect(page.getByRole('dialog')).toContainText('<Документ>')
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  for (const [key, number] of [
    ...[['j', 3] as const, ['j', 2] as const, ['j', 1] as const],
    ...[['k', 2] as const, ['k', 3] as const, ['k', 4] as const],
  ]) {
    await expect(page.locator(`main [data-key=Key${key.toUpperCase()}]`)).toBeVisible()
    await page.keyboard.press(key)
    await expect(title).toHaveText(`Заказ ${number}`)
  }
  await page.reload()
  await page.getByRole('link', { name: 'Предыдущий заказ (K)' }).click()
  await expect(title).toHaveText('Заказ 5')
  await page.getByRole('main').getByRole('link', { name: 'Заказы', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`companyId=${companyId}`))

  await page.goto(`${obmen.url}/orders/row-1`)
  await expect(title).toHaveText('Заказ 1')
  await expect(page.getByRole('navigation', { name: 'Заказы списка' })).toHaveCount(0)
})

test('nothing on the page of an order moves once it is drawn', async ({ signedInPage: page, obmen }) => {
  const base = await connect1C(obmen, 'Не прыгает')
  const payments = [{ ...order(obmen, 'still').payments[0], amount: '1000.00' }]
  await obmen.rest('PUT', '/orders/still', { ...order(obmen, 'still'), companyId: base.companyId, payments })
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  // Parts come one after another, as over a slow network.
  await page.route(/\/api\/v1\/(orders\/still\/|integrations\/|tasks)/, async route => {
    await new Promise(resolve => setTimeout(resolve, 300 + 150 * (route.request().url().length % 5)))
    await route.continue()
  })
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${obmen.url}/orders/still`)
    await expect(page.getByText('Бухгалтерия создаст документ «Счет на оплату покупателю»')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Путь заказа' })).toBeVisible()
    await page.evaluate(() => new Promise(requestAnimationFrame))
    const total = await page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
    )
    expect(total, `at ${width}`).toBeLessThanOrEqual(0.05)
  }
})
