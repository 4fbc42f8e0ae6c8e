import { expect, expectAccessible, expectFits, signIn, test } from '../support/fixtures.js'
import { LOCATION, type Obmen, startObmen } from '../support/obmen.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

// Of a location that no other test knows.
let obmen: Obmen
test.beforeAll(async () => {
  obmen = await startObmen()
})
test.afterAll(() => obmen[Symbol.asyncDispose]())

test('name and time zone of the location change, until an order was given to a 1C', async ({ page }) => {
  await signIn(page, obmen, '/location')
  const name = page.getByLabel('Название')
  const zone = page.getByLabel('Часовой пояс')
  const save = page.getByRole('button', { name: 'Сохранить', exact: true })
  await expect(name).toHaveValue(LOCATION)
  await expect(save).toBeDisabled()
  await expectAccessible(page)

  await test.step('a zone is found by its city in Russian', async () => {
    await zone.fill('владивосток')
    await page.getByRole('option', { name: /Владивосток \(UTC\+10\).*Asia\/Vladivostok/ }).click()
    await expectAccessible(page)
    await name.fill('Кампус «Русский»')
    await save.click()
    await expect(page.getByText('Локация сохранена')).toBeVisible()
    await expect(page.getByRole('complementary').getByText('Кампус «Русский»')).toBeVisible()
    await page.reload()
    await expect(zone).toHaveValue('Владивосток (UTC+10)')
  })

  await test.step('bad names are told at the field', async () => {
    await name.fill('')
    await save.click()
    await expect(page.getByText('Введите название')).toBeVisible()
    await name.fill('я'.repeat(1000))
    await save.click()
    await expect(page.getByText(/200/)).toBeVisible()
    await expect(name).toHaveAttribute('aria-invalid', 'true')
    await name.fill('<b>Кампус</b>')
    await save.click()
    await expect(page.getByRole('complementary').getByText('<b>Кампус</b>')).toBeVisible()
  })

  await test.step('what somebody else changed meanwhile is not gone over unasked', async () => {
    await name.fill('Кампус «Мой»')
    await obmen.rest('PATCH', '/locations/current', { name: 'Кампус «Чужой»' })
    await save.click()
    await expect(page.locator('form').getByRole('alert')).toContainText(
      'Сейчас: Кампус «Чужой», часовой пояс',
    )
    await expect(name).toHaveValue('Кампус «Мой»')
    await expectAccessible(page)
    await save.click()
    await expect(page.getByRole('complementary').getByText('Кампус «Мой»')).toBeVisible()
  })

  await test.step('after the first order went out the zone stays, and says why', async () => {
    const settings = { paymentrules: [{}], paymentmethodname: 'Картой' }
    const body = { class: 'CommerceML', name: 'Касса', settings, companyId: obmen.companyId }
    const made = (await obmen.rest('POST', '/integrations', body)) as { login: string; password: string }
    await obmen.rest('PUT', '/orders/first', order(obmen, 'first'))
    const access = ['--login', made.login, '--password', made.password]
    await obmen.command('1c', 'pull', '--url', `${obmen.url}/1c`, ...access, '--client', 'bp')
    await zone.fill('Europe/Moscow')
    await page.getByRole('option', { name: /Europe\/Moscow/ }).click()
    await save.click()
    await expect(page.getByText('Часовой пояс уже нельзя изменить')).toBeVisible()
    await expect(zone).toHaveAttribute('aria-invalid', 'true')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Обзор' }).click()
    await page
      .getByRole('dialog', { name: 'Уйти без сохранения?' })
      .getByRole('button', { name: 'Уйти' })
      .click()
    await expect(page.getByRole('heading', { name: 'Обзор', exact: true })).toBeVisible()
  })
})

test('statuses are called as the location names them; the platform’s own word shows on hover', async ({
  page,
}) => {
  await obmen.rest('PUT', '/orders/named-1', order(obmen, 'named-1'))
  await signIn(page, obmen, '/location')
  await page.getByLabel('purchased').fill('Оплачен')
  await page.getByRole('button', { name: 'Сохранить названия' }).click()
  await expect(page.getByText('Локация сохранена')).toBeVisible()
  await expectFits(page, ['light', 'dark'])
  await page.goto(`${obmen.url}/orders?q=named-1`)
  await expect(page.getByTitle('purchased')).toHaveText('Оплачен')
  await page.getByRole('combobox', { name: 'Статус' }).click()
  await page.getByRole('option', { name: 'Оплачен' }).click()
  await expect(page).toHaveURL(/status=purchased/)
  await page.goto(`${obmen.url}/orders/named-1`)
  await expect(page.getByTitle('purchased')).toHaveText('Оплачен')
  const { companyId } = await connect1C(obmen, 'Названия', { paymentrules: [{ status: 'purchased' }] })
  const put = (status: string) =>
    obmen.rest('PUT', '/orders/named-2', { ...order(obmen, 'named-2'), companyId, status })
  await put('purchased')
  await put('new')
  await page.goto(`${obmen.url}/orders/named-2`)
  await expect(page.getByTitle('purchased → new')).toContainText('Оплачен → new')
  await expect(page.getByTitle(/«new» вместо «purchased»/).first()).toContainText('вместо «Оплачен»')
})

test('places come from orders and are found by name and id', async ({ page }) => {
  await signIn(page, obmen, '/structure')
  await expect(page.getByRole('heading', { name: 'Мест пока нет' })).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${obmen.url}/companies?archived=true`)
  await expect(page.getByText('Архив пуст')).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${obmen.url}/structure`)
  const place = { id: 'room-204', name: 'Переговорная <i>«Байкал»</i>' }
  await obmen.rest('PUT', '/orders/placed-1', { ...order(obmen, 'placed-1'), place })
  await obmen.rest('PUT', '/orders/placed-2', { ...order(obmen, 'placed-2'), place })
  const other = { id: 'floor-3', name: 'Этаж 3' }
  await obmen.rest('PUT', '/orders/placed-3', { ...order(obmen, 'placed-3'), place: other })
  await page.reload()
  const row = page.getByRole('row').filter({ hasText: 'room-204' })
  await expect(row).toContainText('Переговорная <i>«Байкал»</i>')
  await expect(row.getByRole('cell').nth(2)).toHaveText('2')
  await expectAccessible(page)
  await page.getByLabel('Поиск мест').fill('floor')
  await expect(row).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: 'Этаж 3' })).toBeVisible()
  await page.getByLabel('Поиск мест').fill('такого нет')
  await page.getByRole('button', { name: 'Очистить поиск' }).last().click()
  await expect(row).toBeVisible()
})
