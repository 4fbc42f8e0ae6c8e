import type { Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { expect, expectAccessible, test } from '../support/fixtures.js'
import { startObmen } from '../support/obmen.js'
import { acceptInvitation, enter, OPERATOR } from '../support/operator.js'

const given = new Map<string, number>()
/** The next code of the secret that was not given yet: each works once. */
function codeOf(secret: string): string {
  const epoch = Math.max((given.get(secret) ?? 0) + 30, Date.now() / 1000 - 30)
  given.set(secret, epoch)
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

  // The session ends while something is typed.
  await page.getByLabel('Имя').fill('Олег')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Сохранить имя' }).click()
  const again = page.getByRole('dialog', { name: 'Войдите ещё раз' })
  await again.getByLabel('Пароль').fill(password)
  await again.getByRole('button', { name: 'Продолжить' }).click()
  await expect(again.getByLabel('Код из приложения')).toBeFocused()
  await again.getByLabel('Код из приложения').fill('000000')
  await again.getByRole('button', { name: 'Продолжить' }).click()
  await expect(again.getByLabel('Код из приложения')).toHaveAccessibleDescription(/Код неверен/)
  await again.getByLabel('Код из приложения').fill(codeOf(secret))
  await again.getByRole('button', { name: 'Продолжить' }).click()
  await expect(page.getByText('Имя сохранено')).toBeVisible()

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

test('an invitation to somebody with a second factor asks for a code, too', async ({ page, obmen }) => {
  const guest = { email: 'galina@technopark.example', password: 'Надёжный пароль 3' }
  await obmen.command('operator', 'add', '--email', guest.email, '--password', guest.password)
  await enter(page, `${obmen.url}/account`, guest)
  const { codes } = await turnOn(page, guest.password)
  await page.context().clearCookies()
  const headers = { 'X-Obmen-CSRF': '1' }
  await page.request.post(`${obmen.url}/api/v1/auth/sign-in`, { headers, data: obmen.admin })
  const data = { email: guest.email }
  const invited = await page.request.post(`${obmen.url}/api/v1/invitations`, { headers, data })
  await acceptInvitation(page, (await invited.json()).url, 'Галина', guest.password)
  await page.getByRole('button', { name: 'Ввести код восстановления' }).click()
  await page.getByLabel('Код восстановления').fill(codes[0]!)
  await page.getByRole('button', { name: 'Принять приглашение' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Обзор' })).toBeVisible()
})
