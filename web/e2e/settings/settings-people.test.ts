import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../support/fixtures.js'
import type { Obmen } from '../support/obmen.js'
import { acceptInvitation, enter } from '../support/operator.js'

const PASSWORD = 'Надёжный пароль 3'

async function invite(page: Page, { url }: Obmen, email: string): Promise<string> {
  const made = await page.request.post(`${url}/api/v1/invitations`, {
    headers: { 'X-Obmen-CSRF': '1' },
    data: { email, role: 'location-administrator' },
  })
  return ((await made.json()) as { url: string }).url
}

test('a colleague is invited by a link shown once, comes in, is shut out and let in again', async ({
  signedInPage: page,
  obmen,
  browser,
}) => {
  await page.goto(`${obmen.url}/settings?tab=users`)
  await page.getByRole('button', { name: 'Пригласить', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Пригласить человека' })
  const make = dialog.getByRole('button', { name: 'Создать приглашение' })

  await make.click()
  await expect(dialog.getByText('Введите адрес электронной почты')).toBeVisible()
  await dialog.getByLabel('Электронная почта').fill('<b>boris</b>')
  await make.click()
  await expect(dialog.getByText('Укажите адрес электронной почты')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Электронная почта').fill('Boris@technopark.example')
  await make.click()
  const link = await dialog.getByLabel('Ссылка-приглашение', { exact: true }).inputValue()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Готово' }).click()
  const pending = page.getByRole('table', { name: 'Ждут ответа' })
  await expect(pending).toContainText('boris@technopark.example')
  await expectAccessible(page)

  const other = await browser.newContext()
  const guest = await other.newPage()
  await acceptInvitation(guest, link, 'Борис', PASSWORD)
  await expect(guest.getByRole('heading', { name: 'Обзор', exact: true })).toBeVisible()
  await guest.goto(link)
  await expect(guest.getByText(/использована/)).toBeVisible()

  await page.reload()
  await expect(pending).toHaveCount(0)
  const row = page.getByRole('row').filter({ hasText: 'Борис' })
  await row.getByRole('button', { name: 'Действия: boris@technopark.example' }).click()
  await page.getByRole('menuitem', { name: 'Отключить вход' }).click()
  const question = page.getByRole('dialog', { name: /Отключить вход для boris/ })
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Отключить вход' }).click()
  await expect(row).toContainText('отключён')
  await enter(guest, `${obmen.url}/sign-in`, { email: 'boris@technopark.example', password: PASSWORD })
  await expect(guest.getByRole('alert')).toBeVisible()

  await row.getByRole('button', { name: /Действия/ }).click()
  await page.getByRole('menuitem', { name: 'Включить вход' }).click()
  await expect(row).toContainText('работает')
  await enter(guest, `${obmen.url}/sign-in`, { email: 'boris@technopark.example', password: PASSWORD })
  await expect(guest.getByRole('heading', { name: 'Обзор', exact: true })).toBeVisible()

  await row.getByRole('button', { name: /Действия/ }).click()
  await page.getByRole('menuitem', { name: 'Забрать роль' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Забрать роль' }).click()
  await expect(row).toHaveCount(0)
  await guest.goto(`${obmen.url}/companies`)
  await expect(guest.getByRole('heading', { name: 'Нет доступа' })).toBeVisible()
  await other.close()
})

test('whoever is removed leaves tokens behind: the window lists them and revokes the chosen one', async ({
  signedInPage: page,
  obmen,
  browser,
}) => {
  const link = await invite(page, obmen, 'gleb@technopark.example')
  await page.goto(`${obmen.url}/settings?tab=users`)

  const other = await browser.newContext()
  const guest = await other.newPage()
  await acceptInvitation(guest, link, 'Глеб', '          ')
  await expect(guest.getByText(/Пароль короче 8 символов/)).toBeVisible()
  await guest.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await guest.getByRole('button', { name: 'Принять приглашение' }).click()
  await expect(guest.getByRole('heading', { name: 'Обзор', exact: true })).toBeVisible()
  const tokens = await guest.evaluate(async () => {
    const made: string[] = []
    for (const name of ['Платформа', 'Отчёты']) {
      const answer = await fetch('/api/v1/tokens', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-obmen-csrf': '1' },
        body: JSON.stringify({ name, rights: ['orders:read'] }),
      })
      made.push((await answer.json()).token)
    }
    return made
  })
  await other.close()

  await page.reload()
  const row = page.getByRole('row').filter({ hasText: 'Глеб' })
  await row.getByRole('button', { name: /Действия/ }).click()
  await page.getByRole('menuitem', { name: 'Забрать роль' }).click()
  const removal = page.getByRole('dialog', { name: 'Забрать роль у gleb@technopark.example?' })
  await expect(removal.getByRole('checkbox')).toHaveCount(2)
  await expectAccessible(page)
  await removal.getByLabel('Отозвать «Платформа»').check()
  await removal.getByRole('button', { name: 'Забрать роль' }).click()
  await expect(row).toHaveCount(0)
  const use = (token: string) =>
    fetch(`${obmen.url}/api/v1/orders`, { headers: { authorization: `Bearer ${token}` } })
  expect((await use(tokens[0]!)).status).toBe(401)
  expect((await use(tokens[1]!)).status).toBe(200)

  await page.goto(`${obmen.url}/settings?tab=tokens`)
  const left = page.getByRole('row').filter({ hasText: 'Отчёты' })
  await expect(left).toContainText('Глеб, роль забрана')
  await expectAccessible(page)
})

test('an invitation is revoked, and its link stops working', async ({
  signedInPage: page,
  obmen,
  browser,
}) => {
  const link = await invite(page, obmen, 'vera@technopark.example')
  await page.goto(`${obmen.url}/settings?tab=users`)
  await page.getByRole('button', { name: 'Отозвать приглашение: vera@technopark.example' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Отозвать' }).click()
  await expect(page.getByText('Приглашение для vera@technopark.example отозвано')).toBeVisible()
  const other = await browser.newContext()
  const guest = await other.newPage()
  await guest.goto(link)
  await expect(guest.getByText(/отозвана/)).toBeVisible()
  await other.close()
})

test('the last administrator stays: neither the role nor the sign-in can be taken', async ({
  signedInPage: page,
  obmen,
}) => {
  const made = await page.request.post(`${obmen.url}/api/v1/tokens`, {
    headers: { 'X-Obmen-CSRF': '1' },
    data: { name: 'Платформа, рабочий сервер', rights: ['companies:read'] },
  })
  const { token } = (await made.json()) as { token: string }
  await page.goto(`${obmen.url}/settings?tab=users`)
  const row = page.getByRole('row').filter({ hasText: 'это вы' })
  for (const [item, action] of [
    ['Отключить вход', 'Отключить вход'],
    ['Забрать роль', 'Забрать роль'],
  ] as const) {
    await row.getByRole('button', { name: /Действия/ }).click()
    await page.getByRole('menuitem', { name: item }).click()
    const question = page.getByRole('dialog')
    if (item === 'Забрать роль') await question.getByLabel('Отозвать «Платформа, рабочий сервер»').check()
    await question.getByRole('button', { name: action }).click()
    await expect(page.getByRole('alert').last()).toContainText('последний действующий администратор')
    await expect(row).toContainText('работает')
  }
  // What is refused has revoked no token either.
  const use = await fetch(`${obmen.url}/api/v1/companies`, { headers: { authorization: `Bearer ${token}` } })
  expect(use.status).toBe(200)
  await expectAccessible(page)
})

test('on a phone the chosen tab of the settings is in sight, when opened and when chosen', async ({
  signedInPage: page,
  obmen,
}) => {
  await page.setViewportSize({ width: 360, height: 800 })
  const tab = (name: string) => page.getByRole('tab', { name })
  const isWhole = (name: string) =>
    tab(name).evaluate(element => {
      const { left, right } = element.getBoundingClientRect()
      return left >= 0 && right <= document.documentElement.clientWidth
    })
  await page.goto(`${obmen.url}/settings`)
  await expect(tab('Общие')).toHaveAttribute('aria-selected', 'true')
  expect(await isWhole('Токены API')).toBe(false)
  await page.goto(`${obmen.url}/settings?tab=tokens`)
  await expect(tab('Токены API')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => isWhole('Токены API')).toBe(true)
  await tab('Токены API').press('Home')
  await expect(tab('Общие')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => isWhole('Общие')).toBe(true)
})
