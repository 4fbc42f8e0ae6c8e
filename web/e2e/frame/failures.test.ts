import { expect, expectAccessible, gate, signIn, test } from '../support/fixtures.js'
import { chooseCompany, openNewIntegration } from '../support/integration-dialog.js'
import { COMPANY, startObmen } from '../support/obmen.js'
import { order } from '../support/orders.js'

test('without a network the page says so, and catches up when it is back', async ({ adminPage: page }) => {
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

test('a password that is shown once survives a lost network', async ({ signedInPage: page }) => {
  const dialog = await openNewIntegration(page)
  await dialog.getByLabel('Наименование').fill('Пароль при обрыве')
  await chooseCompany(page, dialog, COMPANY)
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('heading', { name: 'Пароль при обрыве' })).toBeVisible()
  const password = page.getByLabel('Пароль', { exact: true })
  const shown = await password.inputValue()
  const loseNetwork = async () => {
    await page.context().setOffline(true)
    await expect(page.getByText('Нет связи с сервером.')).toBeVisible()
    const renewed = page.waitForResponse(answer => answer.url().endsWith('/api/v1/me') && answer.ok())
    await page.context().setOffline(false)
    await expect(page.getByText('Нет связи с сервером.')).toBeHidden()
    await renewed
  }
  await loseNetwork()
  await expect(password).toHaveValue(shown)
  await page.getByRole('link', { name: 'Заказы', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Заказы' })).toBeVisible()
  await loseNetwork()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Пароль при обрыве' })).toBeVisible()
  await expect(password).toHaveValue(shown)
})

test('a server that goes away is missed, also after a reload, and all comes back whole', async ({
  browser,
}) => {
  await using obmen = await startObmen()
  const context = await browser.newContext({ locale: 'ru-RU', serviceWorkers: 'allow' })
  const page = await context.newPage()
  await signIn(page, obmen)
  await page.getByRole('link', { name: 'Компании' }).click()
  await expect(page.getByRole('button', { name: 'Добавить компанию' })).toBeVisible()
  const kept = () => page.evaluate(async () => (await (await caches.open('obmen-app')).keys()).length)
  await expect.poll(kept).toBeGreaterThan(8)
  await obmen.away()
  await expect(page.getByText('Нет связи с сервером.')).toBeVisible()
  // A page whose code was never loaded waits for the server.
  await page.getByRole('link', { name: 'Локация' }).click()
  await expect(page.getByText('Нет связи с сервером.')).toBeVisible()
  await page.goto(`${obmen.url}/companies`)
  await expect(page.getByText('Сервер не отвечает')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Повторить' })).toHaveCSS('border-radius', '8px')
  await expectAccessible(page)
  await obmen.back()
  const add = page.getByRole('button', { name: 'Добавить компанию' })
  await expect(add).toBeVisible()
  await expect(add).toHaveCSS('border-radius', '8px')
  await page.getByRole('link', { name: 'Локация' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Локация' })).toBeVisible()
  const broken = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('link[rel=stylesheet]')].filter(
          link => !('sheet' in link) || !link.sheet,
        ).length,
    )
  expect(await broken()).toBe(0)
  await context.close()
})

test('an unknown address is a page that says so, with a way back', async ({ signedInPage: page, obmen }) => {
  for (const path of [
    '/exchanges/404',
    '/integrations/00000000-0000-4000-8000-000000000000',
    '/integrations/00000000-0000-4000-8000-000000000000/catalogue',
    '/nowhere',
    '/orders/nowhere',
  ])
    await test.step(path, async () => {
      await page.goto(obmen.url + path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main')).toContainText(/нет|не найден/i)
      await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
      await expectAccessible(page)
    })
  await page.getByRole('link', { name: 'Все заказы' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Заказы' })).toBeVisible()
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

test('a list that cannot be renewed says so above what it shows', async ({ signedInPage: page, obmen }) => {
  const fail = { status: 500, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }
  await page.goto(`${obmen.url}/companies`)
  const row = page.getByRole('table').getByText(COMPANY)
  await expect(row).toBeVisible()
  await page.route('**/api/v1/companies?*', route => route.fulfill(fail))
  await page.context().setOffline(true)
  await expect(page.getByText('Нет связи с сервером.')).toBeVisible()
  await page.context().setOffline(false)
  const notice = page.getByRole('alert').filter({ hasText: 'Не удалось обновить' })
  await expect(notice).toContainText('На сервере произошла ошибка')
  await expect(row).toBeVisible()
  await expectAccessible(page)
  await page.unroute('**/api/v1/companies?*')
  await notice.getByRole('button', { name: 'Повторить' }).click()
  await expect(notice).toHaveCount(0)

  await obmen.rest('PUT', '/orders/no-answer', order(obmen, 'no-answer'))
  await page.route('**/api/v1/orders/no-answer/accounting', route => route.fulfill(fail))
  await page.goto(`${obmen.url}/orders/no-answer`)
  const said = page.getByRole('region', { name: 'Что говорит 1С' })
  await expect(said.getByRole('alert')).toContainText('На сервере произошла ошибка')
  await page.unroute('**/api/v1/orders/no-answer/accounting')
  await said.getByRole('button', { name: 'Повторить' }).click()
  await expect(said).toHaveCount(0)
})

test('a server that never answers is missed, too', async ({ signedInPage: page, obmen }) => {
  await page.addInitScript(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal)
    AbortSignal.timeout = milliseconds => timeout(Math.min(milliseconds, 2000))
  })
  await page.route('**/healthz', () => {})
  await page.route('**/api/v1/live*', route => route.abort())
  await page.goto(`${obmen.url}/companies`)
  await expect(page.getByText('Нет связи с сервером.')).toBeVisible()
  await page.unroute('**/healthz')
  await expect(page.getByText('Нет связи с сервером.')).toBeHidden()
})

test('a server that is slow at first is seen to be waited for', async ({ signedInPage: page, obmen }) => {
  const { opened: answered, open: answer } = gate()
  await page.route('**/api/v1/me', async route => {
    await answered
    await route.continue()
  })
  await page.goto(`${obmen.url}/companies`)
  await expect(page.getByRole('status')).toContainText('Загрузка')
  await expectAccessible(page)
  answer()
  await expect(page.getByRole('heading', { level: 1, name: 'Компании' })).toBeVisible()
})

test('a server that fails while saving leaves the form as it was', async ({ signedInPage: page }) => {
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
