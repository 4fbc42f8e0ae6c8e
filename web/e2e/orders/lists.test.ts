import type { Density } from '@obmen/contract'
import type { Me } from '@obmen/contract/rest'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, gate, signIn, test } from '../support/fixtures.js'
import { connect1C, expectRuns } from '../support/one-c.js'
import { order } from '../support/orders.js'

test('a list says how many it has; on a phone rows are short', async ({ signedInPage: page, obmen }) => {
  const { companyId } = await connect1C(obmen, 'Короткие строки')
  const customer = {
    ...{ id: 'o-9', kind: 'organization', inn: '7707083893' },
    name: 'Общество с ограниченной ответственностью «Межрегиональное объединение производителей техники»',
  }
  for (let n = 1; n <= 52; n++)
    await obmen.rest('PUT', `/orders/short-${n}`, { ...order(obmen, `short-${n}`), companyId, customer })
  await page.goto(`${obmen.url}/orders?companyId=${companyId}`)
  await expect(page.getByText('52 заказа', { exact: true })).toBeVisible()
  await expect(page.getByTitle(customer.name).first()).toHaveText(customer.name)
  await page.setViewportSize({ width: 360, height: 800 })
  const height = () => page.evaluate(() => document.documentElement.scrollHeight)
  await expect.poll(height).toBeLessThan(6500)
  const rights = await page
    .getByRole('row')
    .nth(1)
    .evaluate(row =>
      ['span[title="purchased"]', 'td[data-align="end"]'].map(
        inside => row.querySelector(inside)?.getBoundingClientRect().right,
      ),
    )
  expect(rights[0]).toBe(rights[1])
  await page.goto(`${obmen.url}/orders?companyId=${companyId}&state=confirmed`)
  await expect(page.getByRole('heading', { name: 'Ничего не нашлось' })).toBeVisible()
})

test('«№ в 1С» is the number that 1C has', async ({ signedInPage: page, obmen }) => {
  const settings = { ordernumber: 'platform' }
  const { companyId, integrationId } = await connect1C(obmen, 'Номера крест-накрест', settings)
  for (const [id, number, name] of [
    ['crossed-1', '2', 'ООО «Первая»'],
    ['crossed-2', '1', 'ООО «Вторая»'],
  ] as const) {
    const customer = { id: `o-${id}`, kind: 'organization', inn: '7707083893', name }
    await obmen.rest('PUT', `/orders/${id}`, { ...order(obmen, id), companyId, number, customer })
  }
  const numberOf = (name: string) =>
    page
      .getByRole('row')
      .filter({ hasText: name })
      .getByRole('link', { name: /^Заказ \d$/ })
  for (const path of [`orders?companyId=${companyId}`, `integrations/${integrationId}?tab=owed`]) {
    await page.goto(`${obmen.url}/${path}`)
    await expect(numberOf('Первая')).toHaveText('2')
    await expect(numberOf('Вторая')).toHaveText('1')
  }
  await numberOf('Первая').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Заказ 2' })).toBeVisible()
  await expect(page.getByText('номер в этой 1С: 2')).toBeVisible()
})

test('columns and density are remembered on every computer', async ({
  signedInPage: page,
  obmen,
  browser,
}) => {
  const { companyId } = await connect1C(obmen, 'Вид списка')
  await obmen.rest('PUT', '/orders/look-1', { ...order(obmen, 'look-1'), companyId })
  const address = `/orders?companyId=${companyId}`
  await page.goto(obmen.url + address)
  await expect(page.getByRole('columnheader', { name: 'Статус' })).toBeVisible()
  await page.getByRole('button', { name: 'Вид' }).click()
  await expectAccessible(page)
  let patches = 0
  const { opened: answered, open: answer } = gate()
  await page.route('**/api/v1/me', async route => {
    if (route.request().method() === 'PATCH' && patches++ === 0) await answered
    await route.continue()
  })
  await page.getByRole('menuitemcheckbox', { name: 'Статус' }).click()
  await expect(page.getByRole('columnheader', { name: 'Статус' })).toHaveCount(0)
  await expect.poll(() => patches).toBe(1)
  const compact = expectStored(page, 'compact')
  await page.getByRole('menuitemradio', { name: 'Плотно' }).click()
  await expect(page.getByRole('table', { name: 'Заказы' })).toHaveAttribute('data-density', 'compact')
  // Whatever the page has asked by now has come before this.
  await page.evaluate(() => fetch('api/v1/me'))
  expect(patches, 'changes that are under way at once').toBe(1)
  answer()
  await compact
  const context = await browser.newContext()
  const elsewhere = await context.newPage()
  await signIn(elsewhere, obmen, address)
  await expect(elsewhere.getByRole('columnheader', { name: 'Сумма' })).toBeVisible()
  await expect(elsewhere.getByRole('columnheader', { name: 'Статус' })).toHaveCount(0)
  await expect(elsewhere.getByRole('table', { name: 'Заказы' })).toHaveAttribute('data-density', 'compact')
  await elsewhere.getByRole('button', { name: 'Вид' }).click()
  await elsewhere.getByRole('menuitemcheckbox', { name: 'Статус' }).click()
  // Other tests sign in as the same person.
  const comfortable = expectStored(elsewhere, 'comfortable')
  await elsewhere.getByRole('menuitemradio', { name: 'Свободно' }).click()
  await expect(elsewhere.getByRole('columnheader', { name: 'Статус' })).toBeVisible()
  await comfortable
  await context.close()
})

/** Resolves once the server has stored preferences with this density. */
async function expectStored(page: Page, density: Density): Promise<void> {
  const answer = await page.waitForResponse(
    other =>
      other.request().method() === 'PATCH' &&
      other.request().postDataJSON()?.preferences?.density === density,
  )
  expect(answer.status()).toBe(200)
}

test('a filter is saved under a name, on every computer, until it is removed', async ({
  signedInPage: page,
  obmen,
  browser,
}) => {
  const { companyId } = await connect1C(obmen, 'Отборы')
  const now = new Date().toISOString()
  await obmen.rest('PUT', '/orders/view-1', { ...order(obmen, 'view-1'), companyId })
  await obmen.rest('PUT', '/orders/view-2', { ...order(obmen, 'view-2'), companyId, placedAt: now })
  const other = await (await browser.newContext()).newPage()
  await signIn(other, obmen, `/orders?companyId=${companyId}`)
  const filters = page.getByRole('navigation', { name: 'Сохранённые отборы' })
  await page.goto(`${obmen.url}/orders?companyId=${companyId}`)
  await filters.getByRole('link', { name: 'Мои просроченные' }).click()
  await expect(page).toHaveURL(/state=owed&to=\d{4}-/)
  await expect(page.getByRole('link', { name: /^Заказ .*view-2/ })).toHaveCount(0)
  await page.goto(`${obmen.url}/orders?companyId=${companyId}`)
  await page.getByRole('button', { name: 'Период' }).click()
  await page.getByRole('button', { name: 'Этот месяц' }).click()
  await filters.getByRole('button', { name: 'Сохранить отбор' }).click()
  await filters.getByRole('textbox', { name: 'Название отбора' }).fill('Месяц Отборов')
  await expectAccessible(page)
  const stored = (page: Page) =>
    page.waitForResponse(answer => answer.request().method() === 'PATCH' && answer.ok())
  const saved = stored(page)
  await page.keyboard.press('Enter')
  await saved
  await expect(filters.getByRole('link', { name: 'Месяц Отборов' })).toHaveAttribute('aria-current', 'page')

  // What was read before the view was saved does not undo it.
  await other.getByRole('button', { name: 'Вид', exact: true }).click()
  const again = stored(other)
  await other.getByRole('menuitemradio', { name: 'Плотно' }).click()
  await again
  const me = async () => (await (await page.request.get(`${obmen.url}/api/v1/me`)).json()) as Me
  const { preferences } = await me()
  const elsewhere = { ...preferences.views[0]!, locationId: obmen.companyId }
  const keep = async (views: Me['preferences']['views']) => {
    const data = { preferences: { ...preferences, views } }
    const headers = { 'X-Obmen-CSRF': '1' }
    expect((await page.request.patch(`${obmen.url}/api/v1/me`, { headers, data })).ok()).toBe(true)
  }
  await keep([...preferences.views, elsewhere])
  await other.goto(`${obmen.url}/orders`)
  await other.getByRole('link', { name: 'Месяц Отборов' }).click()
  await expect(other.getByText('Итого 1 заказ: 3 000,00 ₽')).toBeVisible()
  const removed = stored(other)
  await other.getByRole('button', { name: 'Убрать отбор «Месяц Отборов»' }).click()
  await expect(other.getByRole('link', { name: 'Месяц Отборов' })).toHaveCount(0)
  await removed
  await page.reload()
  await expect(filters.getByRole('link')).toHaveText(['Мои просроченные'])
  expect((await me()).preferences.views).toEqual([elsewhere])
  await keep(Array.from({ length: 50 }, (_, n) => ({ ...elsewhere, name: `Отбор ${n}` })))
  await page.reload()
  await expect(filters.getByRole('button', { name: 'Отборов уже 50: уберите лишний' })).toBeDisabled()
  await keep([])
  // The last thirty days are this month then.
  await page.clock.setFixedTime('2026-11-30T12:00:00Z')
  await page.goto(`${obmen.url}/orders?from=2026-11-01&to=2026-11-30`)
  await filters.getByRole('button', { name: 'Сохранить отбор' }).click()
  await filters.getByRole('textbox', { name: 'Название отбора' }).fill('За месяц')
  const ofMonth = stored(page)
  await page.keyboard.press('Enter')
  await ofMonth
  expect((await me()).preferences.views).toMatchObject([{ search: '?period=thisMonth' }])
  await keep([])
  await other.context().close()
})

test('empty exchanges in a row are one line that opens; the number stands on its page alone', async ({
  signedInPage: page,
  obmen,
}) => {
  const oneC = await connect1C(obmen, 'Пустые обмены')
  for (let n = 0; n < 3; n++) await oneC.pull()
  await obmen.rest('PUT', '/orders/run-1', { ...order(obmen, 'run-1'), companyId: oneC.companyId })
  await oneC.pull()
  const [latest] = await expectRuns(obmen, oneC, [undefined, 3])
  await page.goto(`${obmen.url}/exchanges?integrationId=${oneC.integrationId}`)
  const rows = page.getByRole('table', { name: 'Обмены' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await expect(page.getByText('4 обмена', { exact: true })).toBeVisible()
  const run = page.getByRole('button', { name: '3 пустых обмена' })
  await run.click()
  await expect(rows).toHaveCount(6)
  await expect(run).toHaveAttribute('aria-expanded', 'true')
  await expectAccessible(page)
  await run.click()
  await expect(rows).toHaveCount(3)
  const number = String(latest!.id)
  await page.goto(`${obmen.url}/orders/run-1`)
  await page
    .getByRole('link', { name: /^обмен .*, \d\d:\d\d$/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: `Обмен № ${number}` })).toBeVisible()
  await page.goto(`${obmen.url}/exchanges?integrationId=${oneC.integrationId}`)
  await expect(rows.nth(1).getByRole('link')).toHaveText(/, \d\d:\d\d$/)
  await expect(page.getByRole('main')).not.toContainText(number)
})

test('no number breaks within a word, on a phone either', async ({ signedInPage: page, obmen }) => {
  const oneC = await connect1C(obmen, 'Без переносов')
  const customer = {
    ...{ id: 'o-10', kind: 'organization', inn: '7707083893' },
    name: 'Общество с ограниченной ответственностью «Межрегиональное объединение производителей техники»',
  }
  const sent = { ...order(obmen, 'whole-1'), number: 'OLV/12345', companyId: oneC.companyId, customer }
  await obmen.rest('PUT', '/orders/whole-1', sent)
  await obmen.rest('PATCH', `/integrations/${oneC.integrationId}`, { enabled: false })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${obmen.url}/integrations/${oneC.integrationId}?tab=owed`)
  const number = page.getByRole('cell').getByText('OLV/12345')
  await expect(number).toBeVisible()
  const lines = (node: Element) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    return new Set([...range.getClientRects()].map(({ top }) => top)).size
  }
  expect(await number.evaluate(lines)).toBe(1)

  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(`${obmen.url}/settings?tab=integrations`)
  const cell = page.getByRole('row').filter({ hasText: 'Без переносов' }).getByRole('cell').nth(2)
  const note = cell.getByText('Интеграция приостановлена')
  await expect(note).toBeVisible()
  const left = (node: Element) => node.getBoundingClientRect().left
  expect((await note.evaluate(left)) - (await cell.evaluate(left))).toBeGreaterThan(80)
})
