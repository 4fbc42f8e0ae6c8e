import { expect, expectAccessible, test } from '../support/fixtures.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

test('Ctrl K finds orders and pages, and opens them by keyboard alone', async ({
  adminPage: page,
  obmen,
}) => {
  // Other tests count what the shared company's 1C is owed.
  const { companyId } = await connect1C(obmen, 'Касса палитры', { paymentrules: [{}] })
  for (const id of ['palette-4170', 'palette-417']) {
    await obmen.rest('PUT', `/orders/${id}`, {
      ...order(obmen, id),
      companyId,
      number: id.toUpperCase().replace('-', '/'),
    })
  }

  await page.getByRole('button', { name: 'Найти' }).click()
  const dialog = page.getByRole('dialog', { name: 'Найти и открыть' })
  await expect(dialog.getByRole('option', { name: 'Обзор' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await page.keyboard.press('Control+KeyK')
  await dialog.getByLabel('Что найти').fill('417')
  const options = dialog.getByRole('option')
  await expect(options).toHaveCount(2)
  await expect(options.first()).toContainText('ID palette-417')
  // Of several with one number, whose each is and where it is.
  await expect(options.first()).toContainText(/Компания: Касса палитры · ждёт · /)
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/orders\/palette-417$/)
  await expect(dialog).toBeHidden()

  await page.keyboard.press('Control+KeyK')
  await dialog.getByLabel('Что найти').fill('палитры')
  await dialog.getByRole('option', { name: /^Касса палитры/ }).click()
  await expect(page.getByRole('heading', { name: 'Касса палитры' })).toBeVisible()

  // A refused order left nothing but its request.
  const refused = { ...order(obmen, 'palette-bad'), total: '1.00' }
  await expect(obmen.rest('PUT', '/orders/palette-bad', refused)).rejects.toThrow('422')
  // Requests are written down a moment after they are answered.
  const written = () => obmen.rest('GET', '/requests?status=refused&orderId=palette-bad')
  await expect.poll(async () => ((await written()) as { items: unknown[] }).items.length).toBe(1)
  await page.keyboard.press('Control+KeyK')
  await dialog.getByLabel('Что найти').fill('palette-bad')
  await dialog.getByRole('option', { name: /^Заказ «palette-bad» не принят/ }).click()
  await expect(page.getByRole('dialog').filter({ hasText: 'palette-bad' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  for (const name of ['Вебхуки', 'Задачи', 'Справка']) {
    // The palette of before may be closing still.
    await page.keyboard.press('Control+KeyK')
    await expect(dialog.getByLabel('Что найти')).toHaveValue('')
    await dialog.getByLabel('Что найти').fill(name)
    await expect(dialog.getByRole('option', { name })).toBeVisible()
    await page.keyboard.press('Escape')
  }

  await expect(dialog).toBeHidden()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.keyboard.press('Control+KeyK')
  await dialog.getByLabel('Что найти').fill('нет такого нигде')
  await expect(dialog.getByText('Ничего не найдено')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('Ctrl K finds archived companies after the others, and says so', async ({ adminPage: page, obmen }) => {
  const add = (name: string, inn: string) =>
    obmen.rest('POST', '/companies', { name, inn }) as Promise<{ id: string }>
  const { id } = await add('ООО «Архивная палитра»', '7707083893')
  await obmen.rest('PATCH', `/companies/${id}`, { archived: true })
  await add('ООО «Живая палитра»', '7707083893')

  await page.keyboard.press('Control+KeyK')
  const dialog = page.getByRole('dialog', { name: 'Найти и открыть' })
  await dialog.getByLabel('Что найти').fill('ая палитра')
  const options = dialog.getByRole('option')
  await expect(options).toHaveText([/^ООО «Живая палитра»ИНН 7707083893$/, /Архивная.*· в архиве$/])
  await expectAccessible(page)
  await options.nth(1).click()
  await expect(page).toHaveURL(/archived=true/)
  await expect(page.getByRole('row', { name: /Архивная палитра/ })).toBeVisible()
})

test('Ctrl K finds tasks and a company by its INN; J and K go through what was listed', async ({
  adminPage: page,
  obmen,
}) => {
  const { companyId } = await connect1C(obmen, 'Задачник')
  for (const id of ['task-1', 'task-2'])
    await obmen.rest('PUT', `/orders/${id}`, {
      ...{ ...order(obmen, id), companyId },
      payments: [{ ...order(obmen, id).payments[0], amount: '1000.00' }],
    })
  await obmen.rest('POST', '/companies', { name: 'ООО «По номеру»', inn: '7736207543' })

  const dialog = page.getByRole('dialog', { name: 'Найти и открыть' })
  const find = async (text: string, group: string) => {
    await page.keyboard.press('Control+KeyK')
    await dialog.getByLabel('Что найти').fill(text)
    return dialog.getByRole('group', { name: group }).getByRole('option')
  }
  await expect(await find('7736207543', 'Компании')).toHaveText(/ООО «По номеру»/)
  for (const text of [
    'task-2',
    'компания: задачник',
    'внесите в 1с оплату 1\u00a0000,00\u00a0₽ по заказу task-2',
  ]) {
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect((await find(text, 'Задачи')).first()).toContainText('по заказу task-2')
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  const tasks = await find('задачник', 'Задачи')
  await expect(tasks).toHaveCount(2)
  await expectAccessible(page)
  await tasks.first().click()
  await expect(page).toHaveURL(/orders\/task-2$/)
  await expect(page.getByRole('link', { name: 'Следующий заказ (J)' })).toBeVisible()
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/orders\/task-1$/)
  await page.goto(`${obmen.url}/tasks?companyId=${companyId}`)
  await page.getByRole('link', { name: 'Заказ task-1' }).click()
  await expect(page.getByRole('link', { name: 'Предыдущий заказ (K)' })).toBeVisible()
  await page.keyboard.press('k')
  await expect(page).toHaveURL(/orders\/task-2$/)
})

test('what is typed right after Ctrl K is in its field whole, and no key acts on the page', async ({
  adminPage: page,
}) => {
  const dialog = page.getByRole('dialog', { name: 'Найти и открыть' })
  for (const text of ['go17', '7736050003']) {
    await page.keyboard.press('Control+KeyK')
    await page.keyboard.type(text)
    await expect(dialog.getByLabel('Что найти')).toHaveValue(text)
    await page.keyboard.press('Control+KeyK')
    await page.keyboard.type('5')
    await expect(dialog.getByLabel('Что найти')).toHaveValue(`${text}5`)
    await expect(page).toHaveURL(/\/overview$/)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
})
