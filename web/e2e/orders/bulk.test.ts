import { closeNotice, expect, expectAccessible, expectFits, gate, test } from '../support/fixtures.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

const ORDERS = 53

test('orders are held, undone and released together', async ({ signedInPage: page, obmen }) => {
  const { companyId, integrationId } = await connect1C(obmen, 'Касса')
  const list = `${obmen.url}/orders?companyId=${companyId}`
  const comment = 'х'.repeat(4000)
  const put = (at: number) =>
    obmen.rest('PUT', `/orders/bulk-${at}`, {
      ...order(obmen, `bulk-${at}`),
      ...{ companyId, ...(at <= 3 && { comment }) },
    })
  for (let at = 1; at <= 3; at++) await put(at)

  await page.goto(list)
  const bar = page.getByRole('region', { name: 'Действия с выбранными заказами' })
  const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox') })
  await rows.nth(0).getByRole('checkbox').check()
  await rows.nth(1).getByRole('checkbox').check()
  await expect(bar).toContainText('Выбрано: 2')
  await expectFits(page, ['light'])
  await bar.getByRole('button', { name: 'Скачать' }).click()
  const file = await bar.getByRole('menuitem', { name: /CSV/ }).getAttribute('href')
  const csv = await (await page.request.get(file ?? '')).text()
  expect(csv.trim().split('\n')).toHaveLength(3)
  await page.keyboard.press('Escape')

  await bar.getByRole('button', { name: 'Удержать' }).click()
  const dialog = page.getByRole('dialog', { name: 'Удержать 2 заказа?' })
  await dialog.getByRole('button', { name: 'Удержать' }).click()
  await expect(dialog.getByText('Напишите, почему')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Почему').fill('Ждём подписи')
  await dialog.getByRole('button', { name: 'Удержать' }).click()
  const progress = page.getByRole('region', { name: 'Действия с заказами' })
  await expect(progress).toContainText('Удержано: 2 заказа · Касса')
  await page.reload()
  await expect(progress).toContainText('Удержано: 2 заказа · Касса')
  await expectFits(page, ['dark'])
  await progress.getByRole('button', { name: 'Отменить: Удержано: 2 заказа' }).click()
  await expect(progress).toContainText('Отпущено: 2 заказа · Касса')

  // More than a page holds.
  for (let at = 4; at <= ORDERS; at++) await put(at)
  await page.reload()
  await bar.getByLabel('Все на странице').check()
  await bar.getByRole('button', { name: `Выбрать все, что подходят под фильтр: ${ORDERS}` }).click()
  await expect(bar).toContainText(`Выбраны все, что подходят под фильтр: ${ORDERS}`)
  await bar.getByRole('button', { name: 'Удержать' }).click()
  const many = page.getByRole('dialog', { name: `Удержать ${ORDERS} заказа?` })
  await many.getByLabel('Почему').fill('Закрываем месяц')
  await many.getByRole('button', { name: 'Удержать' }).click()
  await expect(progress).toContainText(`Удержано: ${ORDERS} заказа · Касса`)

  await page.goto(`${list}&state=held`)
  const groups = page.getByRole('region', { name: 'Не выгружаются' })
  const head = page.getByRole('row').filter({ hasText: `${ORDERS} заказа: Удержал человек` })
  await expect(head).toHaveCount(1)
  await head.getByRole('link', { name: 'Показать: Удержал человек, Касса' }).click()
  await expect(groups).toContainText('Показаны: Удержал человек')
  await expectFits(page, [])
  await expectAccessible(page)
  await groups.getByRole('button', { name: 'Отпустить: Удержал человек, Касса' }).click()
  await page
    .getByRole('dialog', { name: `Отпустить ${ORDERS} заказа?` })
    .getByRole('button', { name: 'Отпустить' })
    .click()
  await closeNotice(page, 'Отпустим через 10 секунд')
  await expect(progress).toContainText(`Отпущено: ${ORDERS} заказа · Касса`)
  await expect(groups).toHaveCount(0)
  await progress
    .getByRole('button', { name: /^Закрыть/ })
    .first()
    .click()

  await page.goto(`${obmen.url}/integrations/${integrationId}?tab=findings`)
  const causes = page.getByRole('list', { name: 'Причины' })
  await causes.getByRole('link', { name: '3 заказа: Комментарий обрезан' }).click()
  await expect(page.getByRole('row')).toHaveCount(4)
  await expectFits(page, ['light'])
})

test('the list is renewed after an action that ends at once', async ({ signedInPage: page, obmen }) => {
  const { companyId, integrationId, pull } = await connect1C(obmen, 'После действия')
  for (const id of ['after-1', 'after-2'])
    await obmen.rest('PUT', `/orders/${id}`, { ...order(obmen, id), companyId })
  await pull()
  for (let n = 1; n <= 5; n++) {
    const input = { action: 'release', integrationId, orderIds: ['after-1'] }
    const { id } = (await obmen.rest('POST', '/bulk-actions', input)) as { id: number }
    await expect
      .poll(async () => ((await obmen.rest('GET', `/bulk-actions/${id}`)) as { state: string }).state)
      .toBe('done')
  }
  await page.goto(`${obmen.url}/orders?companyId=${companyId}`)
  const table = page.getByRole('table', { name: 'Заказы' })
  await expect(table.getByText('подтверждён')).toHaveCount(2)
  const bar = page.getByRole('region', { name: 'Действия с выбранными заказами' })
  await bar.getByLabel('Все на странице').check()
  await bar.getByRole('button', { name: 'Выгрузить снова' }).click()
  const dialog = page.getByRole('dialog', { name: 'Выгрузить снова 2 заказа?' })
  await expect(dialog).toContainText('правки бухгалтера в них пропадут')
  await expect(dialog).toContainText('Из них 1С уже подтвердила 2 заказа.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Выгрузить снова' }).click()
  await page.getByRole('button', { name: 'Вернуть' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(table.getByText('подтверждён')).toHaveCount(2)
  await bar.getByLabel('Все на странице').check()
  await bar.getByRole('button', { name: 'Выгрузить снова' }).click()
  await dialog.getByRole('button', { name: 'Выгрузить снова' }).click()
  await closeNotice(page, 'Выгрузим снова через 10 секунд')
  await expect(page.getByText('Будут выгружены снова: 2 заказа · После действия')).toBeVisible()
  await expect(table.getByText('подтверждён')).toHaveCount(0)
  await pull()
  await page.clock.setFixedTime(Date.now() + 5 * 60_000)
  await page.reload()
  await expect(table.getByText('подтверждён')).toHaveCount(2)
  await expect(page.getByRole('region', { name: 'Действия с заказами' })).toHaveCount(0)
})

test('more chosen orders than an address holds are too many for a file', async ({
  signedInPage: page,
  obmen,
}) => {
  const { companyId } = await connect1C(obmen, 'Много выбранных')
  const ids = Array.from({ length: 50 }, (_, at) => `chosen-${at}-`.padEnd(190, 'x'))
  for (const id of ids) {
    const payments = [{ ...order(obmen, id).payments[0], id: `pay-${ids.indexOf(id)}` }]
    await obmen.rest('PUT', `/orders/${id}`, { ...order(obmen, id), companyId, payments })
  }
  await page.goto(`${obmen.url}/orders?companyId=${companyId}`)
  const bar = page.getByRole('region', { name: 'Действия с выбранными заказами' })
  await bar.getByLabel('Все на странице').check()
  await bar.getByRole('button', { name: 'Скачать' }).click()
  await expect(bar.getByText('Для одного файла выбрано слишком много строк')).toBeVisible()
  await expect(page.getByRole('menuitem')).toHaveCount(0)
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  const boxes = page.getByRole('row').getByRole('checkbox')
  for (let at = 0; at < 15; at++) await boxes.nth(at).uncheck()
  await expect(bar).toContainText('Выбрано: 35')
  await bar.getByRole('button', { name: 'Скачать' }).click()
  const file = await bar.getByRole('menuitem', { name: /CSV/ }).getAttribute('href')
  const csv = await (await page.request.get(file ?? '')).text()
  expect(csv.trim().split('\n')).toHaveLength(36)
})

test('while another filter loads its orders cannot be acted on', async ({ signedInPage: page, obmen }) => {
  const { companyId } = await connect1C(obmen, 'Пока ищем')
  for (let at = 0; at < ORDERS; at++)
    await obmen.rest('PUT', `/orders/crowd-${at}`, { ...order(obmen, `crowd-${at}`), companyId })
  await page.goto(`${obmen.url}/orders?companyId=${companyId}`)
  const bar = page.getByRole('region', { name: 'Действия с выбранными заказами' })
  await bar.getByLabel('Все на странице').check()
  await bar.getByRole('button', { name: /^Выбрать все, что подходят под фильтр/ }).click()
  await bar.getByRole('button', { name: 'Выгрузить снова' }).click()
  const dialog = page.getByRole('dialog', { name: `Выгрузить снова ${ORDERS} заказа?` })
  await dialog.getByRole('button', { name: 'Отменить' }).click()

  const { opened: held, open: answer } = gate()
  await page.route('**/api/v1/orders?*q=crowd-47*', async route => {
    await held
    await route.continue()
  })
  await page.getByRole('searchbox').fill('crowd-47')
  await expect(page).toHaveURL(/q=crowd-47/)
  await expect(bar.getByLabel('Все на странице')).not.toBeChecked()
  await bar.getByLabel('Все на странице').check()
  await expect(bar.getByRole('button', { name: 'Удержать' })).toBeDisabled()
  answer()
  await expect(page.getByRole('row')).toHaveCount(2)
  await bar.getByLabel('Все на странице').check()
  await expect(bar.getByRole('button', { name: 'Удержать' })).toBeEnabled()
})
