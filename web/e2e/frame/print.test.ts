import { expect, test } from '../support/fixtures.js'
import { connect1C, expectRuns } from '../support/one-c.js'
import { order } from '../support/orders.js'

/** Inside the margins of an A4 sheet. */
const SHEET = { width: 703, height: 1000 }

test('list, order, tasks and exchange print as tables in dark ink, without what is pressed', async ({
  signedInPage: page,
  obmen,
}) => {
  const oneC = await connect1C(obmen, 'Печать', {})
  const { companyId } = oneC
  const put = (changes: object = {}) =>
    obmen.rest('PUT', '/orders/print-1', { ...order(obmen, 'print-1'), companyId, ...changes })
  await put()
  await oneC.pull()
  const [payment] = order(obmen, 'print-1').payments
  await put({ payments: [{ ...payment, status: 'refunded' }] })
  const [exchange] = await expectRuns(obmen, oneC, [undefined])
  const pages = [
    [`/orders?companyId=${companyId}`, 'ООО «Вектор»', 'Итого 1 заказ: 3 000,00 ₽'],
    ['/orders/print-1', 'Аренда переговорной'],
    [`/tasks?companyId=${companyId}`, 'возврат', 'Итого 1 задача: 3 000,00 ₽'],
    [`/exchanges/${exchange!.id}`, 'ООО «Вектор»'],
  ] as const
  for (const [path, text, foot] of pages)
    await test.step(path, async () => {
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(obmen.url + path)
      await expect(page.locator('main').getByText(text).first()).toBeVisible()
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      await page.setViewportSize(SHEET)
      await expect(page.locator('main').getByText(text).first()).toBeVisible()
      if (foot !== undefined) await expect(page.getByText(foot)).toBeVisible()
      await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0)
      await expect(page.getByRole('search')).toHaveCount(0)
      await expect(page.getByRole('checkbox')).toHaveCount(0)
      await expect(page.locator('main').getByRole('button', { name: /Скачать|Сделано|Вид|XML/ })).toHaveCount(
        0,
      )
      for (const table of await page.locator('main table').all())
        await expect(table).toHaveCSS('display', 'table')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SHEET.width)
      const ink = await page.locator('h1').evaluate(title => getComputedStyle(title).color)
      expect(ink).toBe('rgb(27, 32, 41)')
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/print${pages.findIndex(([p]) => p === path)}.png`,
          fullPage: true,
        })
    })
})
