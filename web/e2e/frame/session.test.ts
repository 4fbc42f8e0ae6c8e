import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, gate, test } from '../support/fixtures.js'
import { chooseCompany, openNewIntegration } from '../support/integration-dialog.js'
import { COMPANY, type Obmen } from '../support/obmen.js'

/** The tab «Правила» of a new integration, whose name is changed and not saved. */
async function openChangedRules(
  page: Page,
  obmen: Obmen,
  of: string,
): Promise<{ id: string; name: Locator }> {
  const settings = { paymentrules: [{}], paymentmethodname: 'Картой' }
  const body = { class: 'CommerceML', name: of, settings, companyId: obmen.companyId }
  const { id } = (await obmen.rest('POST', '/integrations', body)) as { id: string }
  await page.goto(`${obmen.url}/integrations/${id}?tab=rules`)
  const name = page.getByRole('textbox', { name: 'Наименование' })
  await name.fill(`${of}: правка`)
  return { id, name }
}

test('a session that runs out in the middle of a form loses nothing', async ({
  signedInPage: page,
  obmen,
}) => {
  await page.clock.install()
  await page.goto(obmen.url)
  const dialog = await openNewIntegration(page)
  await dialog.getByLabel('Наименование').fill('Пережила выход')
  await chooseCompany(page, dialog, COMPANY)
  await expect(dialog.getByText(/По этим правилам сейчас/)).toBeVisible()
  await page.context().clearCookies()
  const asked = page.waitForResponse(answer => answer.url().endsWith('/api/v1/me'))
  // Long enough that who is signed in is asked anew, here or by what follows.
  await page.clock.fastForward(61_000)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  expect((await asked).status()).toBe(401)
  // Without the mouse: the window that asks to sign in may lie over the button already, as other requests are answered 401, too.
  await dialog.getByRole('button', { name: 'Сохранить' }).dispatchEvent('click')

  const again = page.getByRole('dialog', { name: 'Войдите ещё раз' })
  await expect(again).toContainText(obmen.admin.email)
  await expectAccessible(page)
  await again.getByLabel('Пароль').fill('не тот')
  await again.getByRole('button', { name: 'Продолжить' }).click()
  await expect(again.getByText(/парол/i).last()).toBeVisible()
  await again.getByLabel('Пароль').fill(obmen.admin.password)
  await again.getByRole('button', { name: 'Продолжить' }).click()
  await expect(page.getByRole('heading', { name: 'Пережила выход' })).toBeVisible()
  await expect(page.getByText('Ждём первое обращение…')).toBeVisible()
})

test('signing out asks before an unsaved form is lost', async ({ signedInPage: page, obmen }) => {
  const { id, name } = await openChangedRules(page, obmen, 'Не выйду')
  await page.getByRole('button', { name: obmen.admin.email }).click()
  const signOut = page.getByRole('menuitem', { name: 'Выйти' })
  await signOut.click()
  const question = page.getByRole('dialog', { name: 'Уйти без сохранения?' })
  await question.getByRole('button', { name: 'Остаться' }).click()
  await expect(name).toHaveValue('Не выйду: правка')
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Не выйду: правка' })).toBeVisible()
  expect(await obmen.rest('GET', `/integrations/${id}`)).toMatchObject({ name: 'Не выйду: правка' })

  await name.fill('Уже не нужно')
  await page.getByRole('button', { name: obmen.admin.email }).click()
  await signOut.click()
  await question.getByRole('button', { name: 'Уйти' }).click()
  await expect(page.getByRole('heading', { name: 'Вход' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto(`${obmen.url}/orders`)
  await expect(page.getByRole('heading', { name: 'Вход' })).toBeVisible()
})

test('«Сменить пользователя» asks before an unsaved form is lost', async ({ signedInPage: page, obmen }) => {
  const { id, name } = await openChangedRules(page, obmen, 'Тот же человек')
  await page.context().clearCookies()
  // Without the mouse: the window may lie over the button already.
  await page.getByRole('button', { name: 'Сохранить', exact: true }).dispatchEvent('click')
  const again = page.getByRole('dialog', { name: 'Войдите ещё раз' })
  const other = again.getByRole('button', { name: 'Сменить пользователя' })
  await other.click()
  const question = page.getByRole('dialog', { name: 'Уйти без сохранения?' })
  await question.getByRole('button', { name: 'Остаться' }).click()
  await expect(again).toContainText(obmen.admin.email)
  await expectAccessible(page)
  await again.getByLabel('Пароль').fill(obmen.admin.password)
  await again.getByRole('button', { name: 'Продолжить' }).click()
  await expect(page.getByRole('heading', { name: 'Тот же человек: правка' })).toBeVisible()
  expect(await obmen.rest('GET', `/integrations/${id}`)).toMatchObject({ name: 'Тот же человек: правка' })

  await name.fill('Уже не нужно')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Сохранить', exact: true }).dispatchEvent('click')
  await other.click()
  await question.getByRole('button', { name: 'Уйти' }).click()
  await expect(page.getByRole('heading', { name: 'Вход' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('of two administrators at one integration the second overwrites nothing unseen', async ({
  signedInPage: page,
  obmen,
}) => {
  const settings = { paymentrules: [{ status: 'purchased' }], paymentmethodname: 'Картой' }
  const body = { class: 'CommerceML', name: 'Общая', settings, companyId: obmen.companyId }
  const { id } = (await obmen.rest('POST', '/integrations', body)) as { id: string }
  await page.goto(`${obmen.url}/integrations/${id}?tab=rules`)
  const name = page.getByRole('textbox', { name: 'Наименование' })
  await name.fill('Правка первого')

  await obmen.rest('PATCH', `/integrations/${id}`, { name: 'Правка второго' })
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await expect(page.getByText('Интеграцию изменил другой администратор')).toBeVisible()
  await expectAccessible(page)
  expect(await obmen.rest('GET', `/integrations/${id}`)).toMatchObject({ name: 'Правка второго' })
  await expect(name).toHaveValue('Правка первого')

  // The server fails at that moment: it is told, and what was typed is still there.
  const address = `**/api/v1/integrations/${id}`
  await page.route(address, route => route.fulfill({ status: 500, contentType: 'text/html', body: '' }))
  await page.getByRole('button', { name: 'Показать новое состояние' }).click()
  await expect(page.getByText('На сервере произошла ошибка').first()).toBeVisible()
  await expect(name).toHaveValue('Правка первого')
  await page.unroute(address)
  await page.getByRole('button', { name: 'Показать новое состояние' }).click()
  await expect(name).toHaveValue('Правка второго')
  await name.fill('Согласовано')
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Согласовано' })).toBeVisible()
  expect(await obmen.rest('GET', `/integrations/${id}`)).toMatchObject({ name: 'Согласовано' })

  // «Мои правки» are those of this form alone.
  const narrower = { ...settings, paymentmethodname: 'Картой внешней' }
  await name.fill('Всё же моя')
  await obmen.rest('PATCH', `/integrations/${id}`, { name: 'Опять второго', settings: narrower })
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await page.getByRole('button', { name: 'Сохранить мои правки поверх' }).click()
  await expect(page.getByRole('heading', { name: 'Всё же моя' })).toBeVisible()
  expect(await obmen.rest('GET', `/integrations/${id}`)).toMatchObject({ settings: narrower })
})

test('leaving a changed form asks; staying keeps what was typed', async ({ signedInPage: page, obmen }) => {
  const { name } = await openChangedRules(page, obmen, 'Не уходи')
  await page.getByRole('link', { name: 'Компании' }).click()
  const question = page.getByRole('dialog', { name: 'Уйти без сохранения?' })
  await question.getByRole('button', { name: 'Остаться' }).click()
  await expect(name).toHaveValue('Не уходи: правка')
  // A tab of the same page would lose it, too.
  await page.getByRole('tab', { name: 'Обмены' }).click()
  await question.getByRole('button', { name: 'Остаться' }).click()
  await expect(name).toHaveValue('Не уходи: правка')
  await page.getByRole('link', { name: 'Компании' }).click()
  await question.getByRole('button', { name: 'Уйти' }).click()
  await expect(page).toHaveURL(/\/companies/)
})

test('a changed window asks before "back" and a reload', async ({ adminPage: page }) => {
  const dialog = await openNewIntegration(page)
  const name = dialog.getByLabel('Наименование')
  await name.fill('Ещё не сохранено')
  // Nobody goes back in the very moment of typing: the page takes note of it first.
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)))
  await page.goBack()
  const question = page.getByRole('dialog', { name: 'Уйти без сохранения?' })
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Остаться' }).click()
  await expect(name).toHaveValue('Ещё не сохранено')
  await expect(page).toHaveURL(/\/settings[?]tab=integrations/)
  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => void setTimeout(() => location.reload()))
  const browserQuestion = await asked
  expect(browserQuestion.type()).toBe('beforeunload')
  await browserQuestion.dismiss()
  await expect(name).toHaveValue('Ещё не сохранено')
  await page.goBack()
  await question.getByRole('button', { name: 'Уйти' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page).not.toHaveURL(/tab=integrations/)
})

test('a company is never chosen by an outdated answer', async ({ signedInPage: page, obmen }) => {
  for (const [name, inn] of [
    ['ООО «Вишнёвый сад»', '7736050003'],
    ['ООО «Грушевая роща»', '7707083893'],
  ])
    await obmen.rest('POST', '/companies', { name, inn, kpp: '772801001' })
  const { opened: answered, open: answer } = gate()
  const dialog = await openNewIntegration(page)
  await dialog.getByLabel('Наименование').fill('Чья компания')
  const company = dialog.getByLabel('Компания')
  await company.fill('Вишнёвый')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([/^ООО «Вишнёвый сад»/])
  await page.route(/companies[?].*q=/, async route => {
    await answered
    await route.continue()
  })
  await company.fill('Грушевая')
  await company.press('Tab')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(company).toHaveAttribute('aria-invalid', 'true')
  await expect(company).toHaveValue('')
  answer()
  await company.fill('Грушевая')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([/^ООО «Грушевая роща»/])
  // Until the answer is there, the only option shown may be one of several.
  await expect(dialog.locator('.mantine-Loader-root')).toHaveCount(0)
  await company.press('Tab')
  await expect(company).toHaveValue('ООО «Грушевая роща»')
})
