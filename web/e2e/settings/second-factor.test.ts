import type { Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { expect, expectAccessible, test } from '../support/fixtures.js'
import { startObmen } from '../support/obmen.js'
import { enter, OPERATOR } from '../support/operator.js'

/** The next code that was not given yet: each works once. */
let epoch = 0
const codeOf = (secret: string): string => {
  epoch = Math.max(epoch + 30, Date.now() / 1000 - 30)
  return generateSync({ secret, epoch })
}

/** Turns it on from the open profile; resolves to the secret and the recovery codes. */
async function turnOn(page: Page, password: string): Promise<{ secret: string; codes: string[] }> {
  await page.getByRole('button', { name: 'Включить', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Дальше' }).click()
  await expect(form.getByText('Введите текущий пароль')).toBeVisible()
  await form.getByLabel('Текущий пароль').fill('не тот пароль')
  await form.getByRole('button', { name: 'Дальше' }).click()
  await expect(form.getByLabel('Текущий пароль')).toHaveAccessibleDescription(/неверно/)
  await form.getByLabel('Текущий пароль').fill(password)
  await form.getByLabel('Текущий пароль').press('Enter')
  await expect(form.getByRole('img', { name: 'QR-код' })).toBeVisible()
  await expect(form.getByLabel('Код из приложения')).toBeFocused()
  await expectAccessible(page)
  const secret = await form.getByRole('textbox', { name: 'Ключ' }).inputValue()
  await form.getByLabel('Код из приложения').fill('000000')
  await form.getByRole('button', { name: 'Включить подтверждение' }).click()
  await expect(form.getByLabel('Код из приложения')).toHaveAccessibleDescription(/Код неверен/)
  await form.getByLabel('Код из приложения').fill(codeOf(secret))
  await form.getByRole('button', { name: 'Включить подтверждение' }).click()
  const items = form.getByRole('list', { name: 'Коды восстановления' }).getByRole('listitem')
  await expect(items).toHaveCount(10)
  await expectAccessible(page)
  const codes = await items.allTextContents()
  const download = page.waitForEvent('download')
  await form.getByRole('link', { name: 'Скачать' }).click()
  expect((await download).suggestedFilename()).toBe('obmen-codes.txt')
  await form.getByRole('button', { name: 'Коды сохранены' }).click()
  await expect(form).toBeHidden()
  return { secret, codes }
}

test('a person turns a second factor on, signs in with both kinds of codes, and turns it off', async ({
  page,
  obmen,
}) => {
  const { email, password } = OPERATOR
  await obmen.command('operator', 'add', '--email', email, '--password', password)
  await enter(page, `${obmen.url}/account`, OPERATOR)
  const { secret, codes } = await turnOn(page, password)
  await expect(page.getByText('Осталось 10 кодов восстановления')).toBeVisible()

  await page.context().clearCookies()
  await enter(page, `${obmen.url}/sign-in?next=/account`, OPERATOR)
  const code = page.getByLabel('Код из приложения')
  await expect(code).toBeFocused()
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code')
  await expectAccessible(page)
  await code.fill('000000')
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(code).toHaveAccessibleDescription(/Код неверен/)
  await code.fill(codeOf(secret))
  await code.press('Enter')
  await expect(page.getByText(/^Включено/)).toBeVisible()

  await page.context().clearCookies()
  await enter(page, `${obmen.url}/sign-in?next=/account`, OPERATOR)
  await page.getByRole('button', { name: 'Ввести код восстановления' }).click()
  await page.getByLabel('Код восстановления').fill(codes[0]!)
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByText('Осталось 9 кодов восстановления')).toBeVisible()

  await page.getByRole('button', { name: 'Новые коды восстановления' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Текущий пароль').fill(password)
  await form.getByRole('button', { name: 'Ввести код восстановления' }).click()
  await form.getByLabel('Код восстановления').fill(codes[1]!)
  await form.getByRole('button', { name: 'Получить коды' }).click()
  const items = form.getByRole('listitem')
  await expect(items).toHaveCount(10)
  const [first] = await items.allTextContents()
  await form.getByRole('button', { name: 'Коды сохранены' }).click()

  await page.getByRole('button', { name: 'Выключить' }).click()
  await form.getByLabel('Текущий пароль').fill(password)
  await form.getByRole('button', { name: 'Ввести код восстановления' }).click()
  await form.getByLabel('Код восстановления').fill(first!)
  await form.getByRole('button', { name: 'Выключить подтверждение' }).click()
  await expect(page.getByRole('button', { name: 'Включить', exact: true })).toBeVisible()
})

test('whoever has to have a second factor is led to it, and then to everything else', async ({ page }) => {
  await using demanding = await startObmen({ REQUIRE_SECOND_FACTOR: 'administrators' })
  await enter(page, `${demanding.url}/orders`, demanding.admin)
  await expect(page.getByText('Для вашей роли это обязательно')).toBeVisible()
  await expectAccessible(page)
  await turnOn(page, demanding.admin.password)
  await expect(page.getByText('Для вашей роли это обязательно')).toBeHidden()
  await page.getByRole('link', { name: 'Заказы' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Заказы' })).toBeVisible()
})
