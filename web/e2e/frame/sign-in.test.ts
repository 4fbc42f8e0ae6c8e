import { expect, expectAccessible, signIn, test } from '../support/fixtures.js'

test('a guest sees the page that was asked for after the sign-in', async ({ page, obmen }) => {
  await page.goto(`${obmen.url}/settings?tab=integrations`)
  await expect(page.getByRole('heading', { name: 'Вход' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Электронная почта').fill(obmen.admin.email)
  await page.getByLabel('Пароль').fill(obmen.admin.password)
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByRole('tab', { name: 'Интеграции', selected: true })).toBeVisible()
})

test('a wrong password is told in words, and empty fields at the fields', async ({ page, obmen }) => {
  await page.goto(`${obmen.url}/sign-in`)
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByText('Введите адрес электронной почты')).toBeVisible()
  await expect(page.getByText('Введите пароль')).toBeVisible()
  await page.getByLabel('Электронная почта').fill(obmen.admin.email)
  await page.getByLabel('Пароль').fill('не тот пароль')
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByRole('alert')).toContainText(/парол/i)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByLabel('Password').fill('wrong')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('The email or the password is wrong')
})

test('guessing a password is locked out, and the person is told for how long', async ({ page, obmen }) => {
  const data = { email: 'nobody@technopark.example', password: 'угадываю' }
  const guess = async () => {
    const headers = { 'X-Obmen-CSRF': '1' }
    const answer = await page.request.post(`${obmen.url}/api/v1/auth/sign-in`, { headers, data })
    return ((await answer.json()) as { code: string }).code
  }
  while ((await guess()) !== 'locked-out');
  await page.goto(`${obmen.url}/sign-in`)
  await page.getByLabel('Электронная почта').fill(data.email)
  await page.getByLabel('Пароль').fill(data.password)
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByRole('alert')).toContainText(/минут/)
})

test('a link that names another site is not followed after the sign-in', async ({ page, obmen }) => {
  await signIn(page, obmen, '/sign-in?next=//evil.example/')
  expect(new URL(page.url()).origin).toBe(obmen.url)
})

test('after a sign-in the focus is on the heading of the page', async ({ page, obmen }) => {
  await signIn(page, obmen)
  await expect(page.getByRole('heading', { level: 1, name: 'Обзор' })).toBeFocused()
})
