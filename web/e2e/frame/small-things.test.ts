import { expect, expectFits, test } from '../support/fixtures.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

test('English sentences that failed to load once come without a reload', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'Locked desk')
  await fetch(`${base.url}?type=sale&mode=checkauth`, {
    headers: { authorization: `Basic ${btoa(`${base.login}:wrong`)}` },
  })
  await page.addInitScript(() => localStorage.setItem('obmen-language', 'en'))
  let failed = 0
  await page.route(/texts-answers/, route => (failed++ === 0 ? route.abort() : route.continue()))
  await page.goto(`${obmen.url}/exchanges?integrationId=${base.integrationId}`)
  await page.getByRole('link', { name: /^Exchange\b/ }).click()
  const steps = page.getByRole('list', { name: 'Steps of the exchange' })
  await expect(steps).toContainText('Sign-in failed. 1C was answered: The login or the password is wrong')
  expect(failed).toBeGreaterThan(0)
  await steps.getByRole('button').first().click()
  const headers = steps.locator('summary').first()
  expect(await headers.evaluate(summary => getComputedStyle(summary).listStyleType)).toBe('none')
})

test('what is typed into a chosen company takes its place', async ({ signedInPage: page, obmen }) => {
  await obmen.rest('POST', '/companies', { name: 'ООО «Вторая»', inn: '7701045624' })
  await page.goto(`${obmen.url}/settings?tab=integrations`)
  await page.getByRole('button', { name: 'Добавить интеграцию' }).click()
  const field = page.getByRole('dialog').getByRole('combobox', { name: 'Компания' })
  await field.click()
  await page.keyboard.type('вторая')
  await page.getByRole('option', { name: 'Вторая' }).click()
  await page.keyboard.type('ром')
  await expect(field).toHaveValue('ром')
  await page.getByRole('option', { name: 'Ромашка' }).click()
  await field.click()
  await page.keyboard.type('втор')
  await expect(field).toHaveValue('втор')
})

test('g t opens the tasks; a name in quotes within quotes', async ({ adminPage: page, obmen }) => {
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await expect(page).toHaveURL(/\/tasks/, { timeout: 5_000 })
  }).toPass({ timeout: 90_000 })
  const made = { name: 'ООО «Кавычки»', inn: '7701045624' }
  await obmen.rest('POST', '/companies', made)
  await page.goto(`${obmen.url}/companies?q=Кавычки`)
  await page.getByRole('button', { name: 'Действия: ООО «Кавычки»' }).click()
  await page.getByRole('menuitem', { name: 'В архив' }).click()
  await expect(page.getByRole('dialog', { name: 'Убрать «ООО „Кавычки“» в архив?' })).toBeVisible()
})

test('a held order says since when beside its state', async ({ signedInPage: page, obmen }) => {
  const base = await connect1C(obmen, 'Срок у состояния')
  const name = 'Общество с ограниченной ответственностью «Длинное название»'
  const plain = order(obmen, 'small-held')
  const customer = { ...plain.customer, name }
  await obmen.rest('PUT', '/orders/small-held', { ...plain, customer, companyId: base.companyId })
  const { integrationId } = base
  await obmen.rest('POST', '/orders/small-held/hold', { integrationId, reason: 'Ждём договор' })
  await page.goto(`${obmen.url}/orders?q=small-held`)
  await expect(page.getByRole('row').filter({ hasText: 'small-held' })).toContainText(
    /удержан с \d\d:\d\d: ждём договор/,
  )
  await expectFits(page)
  await page.setViewportSize({ width: 360, height: 800 })
  // Cut where the room ends, not at a word far before it.
  const cut = page.getByTitle(name)
  await expect(cut).toHaveCSS('white-space', 'nowrap')
  await page.screenshot({ path: '/tmp/p27f-orders360.png' })
})

test('the help is English where it is written in English, and says where it is not', async ({
  signedInPage: page,
  obmen,
}) => {
  await page.addInitScript(() => localStorage.setItem('obmen-language', 'en'))
  await page.goto(`${obmen.url}/help/README`)
  await page.getByRole('link', { name: '3. Connect a 1C in five steps' }).click()
  await expect(page.getByRole('heading', { name: 'Step 5. Wait for the first call' })).toBeVisible()
  await expectFits(page, ['light', 'dark'])
  await page.getByRole('link', { name: 'what became of an order' }).click()
  await expect(page.getByRole('heading', { name: 'What 1C says' })).toBeInViewport()
  await page.goto(`${obmen.url}/help/4-settings`)
  await expect(page.getByText('This chapter is written in Russian.')).toBeVisible()
})
