import { expect, signIn, test } from '../support/fixtures.js'
import { LOCATION, startObmen } from '../support/obmen.js'

const OTHER = 'Кластер «Речной»'

test('a tab works in the location that it shows, whatever another tab chooses', async ({ page, browser }) => {
  await using obmen = await startObmen()
  const { email, password } = obmen.admin
  const company = ['--company', 'ООО «Василёк»', '--inn', '7707083893', '--kpp', '773601001']
  const admin = ['--admin-email', email, '--admin-password', password]
  await obmen.command('setup', '--location', OTHER, '--timezone', 'Europe/Moscow', ...company, ...admin)
  await signIn(page, obmen)
  const choice = (shown: typeof page) => shown.getByRole('combobox', { name: 'Текущая локация' })
  const choose = async (shown: typeof page, name: string) => {
    await shown.goto(`${obmen.url}/settings?tab=tokens`)
    const loaded = shown.waitForEvent('load')
    await choice(shown).selectOption(name)
    await loaded
    await expect(choice(shown).locator('option:checked')).toHaveText(name)
  }
  await choose(page, LOCATION)

  const second = await page.context().newPage()
  await choose(second, OTHER)

  await page.getByRole('button', { name: 'Создать токен' }).click()
  const dialog = page.getByRole('dialog', { name: 'Новый токен' })
  await dialog.getByLabel('Название').fill('Платформа Заречного')
  await dialog.getByRole('button', { name: 'Создать токен' }).click()
  await dialog.getByRole('button', { name: 'Токен сохранён, закрыть' }).click()
  await expect(page.getByRole('row', { name: /Платформа Заречного/ })).toBeVisible()
  await second.reload()
  await expect(choice(second).locator('option:checked')).toHaveText(OTHER)
  await expect(second.getByRole('row').filter({ hasText: 'Токен, созданный при установке' })).toBeVisible()
  await expect(second.getByText('Платформа Заречного')).toHaveCount(0)

  await test.step('what waits for a new sign-in goes where it was meant', async () => {
    await page.getByRole('button', { name: 'Создать токен' }).click()
    await dialog.getByLabel('Название').fill('После входа')
    await page.context().clearCookies()
    await dialog.getByRole('button', { name: 'Создать токен' }).click()
    const again = page.getByRole('dialog', { name: 'Войдите ещё раз' })
    await again.getByLabel('Пароль').fill(password)
    await again.getByRole('button', { name: 'Продолжить' }).click()
    await dialog.getByRole('button', { name: 'Токен сохранён, закрыть' }).click()
    await expect(page.getByRole('row', { name: /После входа/ })).toBeVisible()
    await second.reload()
    await expect(second.getByRole('row').filter({ hasText: 'Токен, созданный при установке' })).toBeVisible()
    await expect(second.getByText('После входа')).toHaveCount(0)
  })

  await test.step('once the role there is taken away, nothing is changed elsewhere', async () => {
    const headers = { 'X-Obmen-CSRF': '1', 'X-Obmen-Location': obmen.locationId }
    const boris = { email: 'boris@technopark.example', role: 'location-administrator' }
    const invited = await page.request.post(`${obmen.url}/api/v1/invitations`, { headers, data: boris })
    const { url } = (await invited.json()) as { url: string }
    const secret = url.split('/').at(-1)
    const data = { name: 'Борис', password: 'Надёжный пароль 3' }
    const his = await (await browser.newContext()).newPage()
    const accepted = await his.request.post(`${obmen.url}/api/v1/open-invitations/${secret}/accept`, {
      headers,
      data,
    })
    expect(accepted.ok()).toBe(true)
    const me = await (await page.request.get(`${obmen.url}/api/v1/me`)).json()
    const role = `${obmen.url}/api/v1/users/${me.id}?role=location-administrator`
    await page.getByRole('button', { name: 'Создать токен' }).click()
    await dialog.getByLabel('Название').fill('Не в своей')
    expect((await his.request.delete(role, { headers })).ok()).toBe(true)
    await dialog.getByRole('button', { name: 'Создать токен' }).click()
    await expect(dialog.getByText('у вас больше нет роли')).toBeVisible()
  })
  await second.reload()
  await expect(second.getByRole('row').filter({ hasText: 'Токен, созданный при установке' })).toBeVisible()
  await expect(second.getByText('Не в своей')).toHaveCount(0)
})
