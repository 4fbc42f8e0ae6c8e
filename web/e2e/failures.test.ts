import { expect, expectAccessible, test } from './support/fixtures.js'
import { chooseCompany, openNewIntegration } from './support/integration-dialog.js'
import { COMPANY } from './support/obmen.js'

test('without a network the page says so, keeps what it shows, and catches up when it is back', async ({
  adminPage: page,
}) => {
  await page.getByRole('link', { name: 'Настройки системы' }).click()
  await page.getByRole('tab', { name: 'Интеграции' }).click()
  await expect(page.getByRole('button', { name: 'Добавить интеграцию' })).toBeVisible()
  await page.context().setOffline(true)
  await expect(page.getByText('Нет связи с сервером.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Добавить интеграцию' })).toBeVisible()
  await expectAccessible(page)
  await page.context().setOffline(false)
  await expect(page.getByText('Нет связи с сервером.')).toBeHidden()
})

test('a list that fails to load says why and can be tried again', async ({ adminPage: page }) => {
  let failing = true
  await page.route('**/api/v1/integrations?*', route => (failing ? route.abort() : route.continue()))
  await page.getByRole('link', { name: 'Настройки системы' }).click()
  await page.getByRole('tab', { name: 'Интеграции' }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Сервер не отвечает')
  await expectAccessible(page)
  failing = false
  await alert.getByRole('button', { name: 'Повторить' }).click()
  await expect(page.getByRole('button', { name: 'Добавить интеграцию' })).toBeVisible()
})

test('a server that fails while saving leaves the form as it was, and tells the number of the request', async ({
  adminPage: page,
}) => {
  const dialog = await openNewIntegration(page)
  await dialog.getByLabel('Наименование').fill('Со второго раза')
  await chooseCompany(page, dialog, COMPANY)
  let failures = 0
  await page.route('**/api/v1/integrations', route => {
    if (route.request().method() !== 'POST' || failures++ > 0) return route.continue()
    return route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Bad gateway</h1>' })
  })
  const save = dialog.getByRole('button', { name: 'Сохранить' })
  await save.click()
  await expect(dialog.getByRole('alert')).toContainText('На сервере произошла ошибка')
  await expect(dialog.getByLabel('Наименование')).toHaveValue('Со второго раза')
  await save.click()
  await expect(page.getByRole('heading', { name: 'Со второго раза' })).toBeVisible()
})

test('a server that does not answer in time is told as such, and the form stays as it was', async ({
  adminPage: page,
}) => {
  // The app waits for half a minute; the test has not that long.
  await page.addInitScript(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal)
    AbortSignal.timeout = milliseconds => timeout(Math.min(milliseconds, 2000))
  })
  await page.reload()
  const dialog = await openNewIntegration(page)
  await dialog.getByLabel('Наименование').fill('Когда ответит')
  await chooseCompany(page, dialog, COMPANY)
  let silent = true
  await page.route('**/api/v1/integrations', route => {
    if (route.request().method() !== 'POST' || !silent) return route.continue()
  })
  const save = dialog.getByRole('button', { name: 'Сохранить' })
  await save.click()
  await expect(dialog.getByRole('alert')).toContainText('Сервер не успел ответить')
  await expect(dialog.getByLabel('Наименование')).toHaveValue('Когда ответит')
  await expectAccessible(page)
  silent = false
  await save.click()
  await expect(page.getByRole('heading', { name: 'Когда ответит' })).toBeVisible()
})
