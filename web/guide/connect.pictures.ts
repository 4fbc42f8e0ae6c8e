import { expect, test } from '@playwright/test'
import { chooseCompany, openNewIntegration } from '../e2e/support/integration-dialog.js'
import { COMPANY, LOCATION, type Obmen, startObmen } from '../e2e/support/obmen.js'
import { order } from '../e2e/support/orders.js'
import { take } from './take.js'

/** What readers will have in place of it; the browser itself comes over loopback. */
const PUBLIC_URL = 'https://obmen.zarechny.example'

test('first sign-in and connecting a 1C, on a fresh system', async ({ page }) => {
  await using obmen = await startObmen({ PUBLIC_URL })
  await test.step('sign in', async () => {
    await page.goto(obmen.url)
    await page.getByLabel('Электронная почта').fill(obmen.admin.email)
    await page.getByLabel('Пароль').fill(obmen.admin.password)
    const enter = page.getByRole('button', { name: 'Войти' })
    await take(page, 'sign-in', { width: 1000, height: 640, mark: [enter] })
    await enter.click()
    await expect(page.getByRole('heading', { name: 'Как начать' })).toBeVisible()
    await take(page, 'first-steps')
  })
  await test.step('look around', async () => {
    await page.getByRole('button', { name: obmen.admin.email }).click()
    await take(page, 'user-menu', { of: page.getByRole('menu') })
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Компании' }).click()
    await expect(page.getByRole('table').getByText(COMPANY)).toBeVisible()
    await take(page, 'companies', { mark: [page.getByRole('button', { name: 'Добавить компанию' })] })
  })
  await sendOrders(obmen)
  await test.step('the tab of integrations', async () => {
    await page.getByRole('link', { name: 'Настройки системы' }).click()
    await page.getByRole('tab', { name: 'Интеграции' }).click()
    const add = page.getByRole('button', { name: 'Добавить интеграцию' })
    await expect(add).toBeVisible()
    const face = page.getByRole('link', { name: 'Управление экосистемой' })
    const link = page.getByRole('link', { name: 'Настройки системы' })
    await take(page, 'integrations-empty', {
      mark: [face, link, page.getByRole('tab', { name: 'Интеграции' }), add],
    })
  })
  await test.step('the window «Новая интеграция»', async () => {
    await page.setViewportSize({ width: 1440, height: 1000 })
    const dialog = await openNewIntegration(page)
    await dialog.getByLabel('Наименование').fill('Касса технопарка')
    await chooseCompany(page, dialog, COMPANY)
    await expect(dialog.getByText(/сейчас подход/)).toBeVisible()
    const save = dialog.getByRole('button', { name: 'Сохранить' })
    await take(page, 'new-integration', { of: dialog, mark: [save] })
    await dialog.getByRole('button', { name: 'Дополнительно' }).click()
    // A day that reads alike in every language: date fields speak the browser's, not the page's.
    const from = dialog.getByLabel('Выгружать заказы, начиная с даты')
    await from.fill('2026-11-11')
    await from.blur()
    await expect(dialog.getByText(/сейчас подход/)).toBeVisible()
    await take(page, 'new-integration-more', { of: dialog, height: 1000 })
    await from.fill('')
    const json = dialog.getByLabel('Настройки (JSON)')
    const good = (await json.locator('.cm-line').allInnerTexts()).join('\n')
    await json.fill(good.replace('"paymentrules":', '"paymentrules"'))
    await expect(dialog.getByText(/ждали двоеточие/).first()).toBeVisible()
    await take(page, 'new-integration-error', { of: dialog, height: 520 })
    await json.fill(good)
    await expect(dialog.getByText(/сейчас подход/)).toBeVisible()
    await page.setViewportSize({ width: 768, height: 1000 })
    await take(page, 'new-integration-tablet', { of: dialog, width: 768, height: 700 })
    await save.click()
  })
  await test.step('address, login, password; steps in 1C; the first call', async () => {
    await expect(page.getByText('Ждём первое обращение…')).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await take(page, 'connection-waiting', { of: page.getByRole('main'), height: 850 })
    await take(page, 'connection-waiting-phone', { width: 360, height: 1000 })
    const access = (label: string) => page.getByLabel(label, { exact: true }).inputValue()
    const [login, password] = [await access('Имя пользователя'), await access('Пароль')]
    const named = ['--login', login, '--password', password, '--client', 'bp']
    await obmen.command('1c', 'pull', '--url', `${obmen.url}/1c`, ...named)
    await expect(page.getByText(/1С подключилась: /)).toBeVisible()
    await take(page, 'connection-first-call', { of: page.getByRole('main'), height: 300 })
  })
  await test.step('other tabs of the settings', async () => {
    await page.goto(`${obmen.url}/settings?tab=general`)
    await expect(
      page
        .getByText(PUBLIC_URL)
        .or(page.locator(`input[value^="${PUBLIC_URL}"]`))
        .first(),
    ).toBeVisible()
    await take(page, 'settings-general', { of: page.getByRole('main') })
    await page.goto(`${obmen.url}/location`)
    await expect(page.getByRole('textbox', { name: 'Название' })).toHaveValue(LOCATION)
    await take(page, 'location', { of: page.getByRole('main'), height: 700 })
  })
})

async function sendOrders(obmen: Obmen): Promise<void> {
  for (const count of [1, 2, 3, 4])
    await obmen.rest('PUT', `/orders/olv-${count}`, order(obmen, `olv-${count}`))
  await obmen.rest('PUT', '/orders/olv-5', { ...order(obmen, 'olv-5'), status: 'new' })
}
