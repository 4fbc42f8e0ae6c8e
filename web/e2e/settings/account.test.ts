import { expect, expectAccessible, test } from '../support/fixtures.js'

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
