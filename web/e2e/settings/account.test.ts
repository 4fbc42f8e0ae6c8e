import { expect, expectAccessible, signIn, test } from '../support/fixtures.js'

test('the name is saved; what is wrong with a password is said at its focused field', async ({
  signedInPage: page,
  obmen,
}) => {
  await page.goto(`${obmen.url}/account`)
  await page.getByLabel('Имя').fill('Ольга Петрова')
  await page.getByRole('button', { name: 'Сохранить имя' }).click()
  await expect(page.getByText('Имя сохранено')).toBeVisible()
  // Other tests of this server know the administrator by the e-mail alone.
  const renamed = await page.request.patch(`${obmen.url}/api/v1/me`, {
    headers: { 'X-Obmen-CSRF': '1' },
    data: { name: '' },
  })
  expect(renamed.ok()).toBe(true)

  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const change = page.getByRole('button', { name: 'Сменить пароль' })
  await change.click()
  await expect(field('Текущий пароль')).toBeFocused()
  await field('Текущий пароль').fill('не тот')
  await field('Новый пароль').fill('совсем-новый-1')
  await field('Новый пароль ещё раз').fill('совсем-новый-2')
  await change.click()
  await expect(page.getByText('Пароли не совпадают')).toBeVisible()
  await expect(field('Новый пароль ещё раз')).toBeFocused()

  await field('Новый пароль ещё раз').fill('совсем-новый-1')
  await change.click()
  await expect(field('Текущий пароль')).toBeFocused()
  await expect(field('Текущий пароль')).toHaveAccessibleDescription(/пароль/)
  await expectAccessible(page)
})

test('a person sees where they are signed in, and ends the other sessions one by one or together', async ({
  signedInPage: page,
  obmen,
  browser,
}) => {
  const signInElsewhere = async (userAgent: string) => {
    const context = await browser.newContext({ userAgent })
    const elsewhere = await context.newPage()
    await signIn(elsewhere, obmen)
    return elsewhere
  }
  const SAFARI = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1'
  const phone = await signInElsewhere(SAFARI)
  const other = await signInElsewhere(
    'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  )

  await page.goto(`${obmen.url}/account`)
  const table = page.getByRole('table', { name: 'Мои сеансы' })
  await expect(table.getByRole('row', { name: /этот сеанс/ })).toHaveCount(1)
  await expect(table.getByRole('row', { name: /Safari, iOS/ })).toContainText('127.0.0.1')
  await expectAccessible(page)
  await table.getByRole('button', { name: 'Завершить сеанс: Safari, iOS' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Завершить' }).click()
  await expect(table.getByRole('row', { name: /Safari, iOS/ })).toHaveCount(0)
  await phone.reload()
  await expect(phone.getByRole('button', { name: 'Войти' })).toBeVisible()

  await page.getByRole('button', { name: 'Завершить все, кроме этого' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Завершить' }).click()
  await expect(page.getByText('Остальные сеансы завершены')).toBeVisible()
  await expect(table.getByRole('row')).toHaveCount(2)
  await other.reload()
  await expect(other.getByRole('button', { name: 'Войти' })).toBeVisible()
  await page.reload()
  await expect(table).toBeVisible()
  for (const one of [phone, other]) await one.context().close()
})
