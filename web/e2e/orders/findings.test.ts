import { expect, expectFits, gate, test } from '../support/fixtures.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

test('what does not arrive is listed by cause; what people must do is a task', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'Потери')
  const put = (id: string, changes: object) =>
    obmen.rest('PUT', `/orders/${id}`, { ...order(obmen, id), companyId: base.companyId, ...changes })
  await put('cut', { comment: 'Позвоните за час. '.repeat(200) })
  await put('part', { payments: [{ ...order(obmen, 'part').payments[0], amount: '1000.00' }] })

  await page.goto(`${obmen.url}/integrations/${base.integrationId}?tab=findings`)
  const table = page.getByRole('table', { name: 'Что не дойдёт' })
  await expect(table.getByText('Комментарий (')).toBeVisible()
  await expect(table.getByText('Передать ей можно только оплату всего заказа')).toBeVisible()
  await page.getByRole('combobox', { name: 'Причина' }).click()
  await page.getByRole('option', { name: /Комментарий обрезан/ }).click()
  await expect(table.getByText('Передать ей можно только оплату')).toBeHidden()
  await expect(page).toHaveURL(/code=comment-cut/)
  await page.getByRole('button', { name: 'Сбросить' }).click()
  await expect(table.getByText('Передать ей можно только оплату')).toBeVisible()
  await expectFits(page)

  await page.goto(`${obmen.url}/tasks`)
  const task = page.getByText('Внесите в 1С оплату 1 000,00 ₽ по заказу part (в 1С № 2)')
  await expect(task).toBeVisible()
  await expectFits(page, ['light', 'dark'])
  const lists = gate()
  await page.route(/\/tasks\?/, async route => {
    await lists.opened
    await route.continue()
  })
  await page.getByRole('button', { name: 'Сделано: задача по заказу part' }).click()
  // Also while the list is still being read again.
  const reopened = page.waitForResponse(/\/reopen$/)
  await page.getByRole('button', { name: 'Вернуть' }).click()
  await reopened
  lists.open()
  await expect(task).toBeVisible()
  await page.getByRole('button', { name: 'Сделано: задача по заказу part' }).click()
  await page.getByText('Сделанные').click()
  await page.getByRole('button', { name: 'Открыть снова: задача по заказу part' }).click()
  await expect(task).toBeHidden()
  await page.getByText('Открытые').click()
  await expect(task).toBeVisible()
  await page.getByRole('button', { name: 'Сделано: задача по заказу part' }).click()
  await expect(task).toBeHidden()
  await page.goto(`${obmen.url}/orders/part`)
  await expect(page.getByRole('heading', { level: 2, name: 'Путь заказа' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Сделать', exact: true })).toHaveCount(0)
  await expect(page.getByText(/^Задача для 1С «.*» снова открыта: /)).toHaveCount(2)
  await page.goto(`${obmen.url}/tasks?state=done`)
  await expect(task).toBeVisible()

  await put('late', { payments: [{ ...order(obmen, 'late').payments[0], amount: '1000.00' }] })
  await put('late', { comment: 'Оплачен целиком' })
  await page.reload()
  const settled = page.getByRole('row', { name: /по заказу late/ })
  await expect(settled.getByText('закрылась сама')).toBeVisible()
  await expectFits(page)
  await page.getByRole('button', { name: 'Всё же сделано: задача по заказу late' }).click()
  await expect(settled.getByText('закрылась сама')).toBeHidden()
  await expect(settled.getByRole('button')).toHaveAccessibleName('Открыть снова: задача по заказу late')
})

test('two clicks on one spot do one task: its row stays until the pointer leaves', async ({
  signedInPage: page,
  obmen,
}) => {
  const { companyId } = await connect1C(obmen, 'Две задачи')
  for (const id of ['twice-1', 'twice-2', 'twice-3'])
    await obmen.rest('PUT', `/orders/${id}`, {
      ...{ ...order(obmen, id), companyId },
      payments: [{ ...order(obmen, id).payments[0], amount: '1000.00' }],
    })
  await page.goto(`${obmen.url}/tasks?companyId=${companyId}`)
  const rows = page.getByRole('table', { name: 'Задачи бухгалтера' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  const { x, y, width, height } = (await rows.nth(1).getByRole('button').boundingBox())!
  const spot = [x + width / 2, y + height / 2] as const
  const open = async () =>
    ((await obmen.rest('GET', `/tasks?state=open&companyId=${companyId}`)) as { items: unknown[] }).items
  const reread = page.waitForResponse(
    answer => answer.request().method() === 'GET' && answer.url().includes('/tasks?'),
  )
  await page.mouse.click(...spot)
  await reread
  await expect(page.getByRole('alert')).toContainText('Задача сделана')
  await page.mouse.click(...spot)
  await expect(rows.nth(1).getByRole('button', { name: 'Сделано' })).toBeDisabled()
  expect(await open()).toHaveLength(2)
  await expectFits(page, [])
  await page.mouse.move(0, 0)
  await expect(rows).toHaveCount(3)
  await page.getByRole('button', { name: 'Вернуть' }).click()
  await expect(rows).toHaveCount(4)
  expect(await open()).toHaveLength(3)
})
