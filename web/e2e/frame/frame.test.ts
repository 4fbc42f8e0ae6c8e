import { expect, expectAccessible, test } from '../support/fixtures.js'

// The menus, the drawer and the palette fade and slide here as they do for most people.
test.use({ contextOptions: { reducedMotion: 'no-preference' } })

test('the keyboard goes everywhere', async ({ adminPage: page }) => {
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Перейти к содержанию' })
  await expect(skip).toBeFocused()
  await page.keyboard.press('Enter')
  const heading = page.getByRole('heading', { name: 'Настройки системы' })
  // On a busy machine the second key may come too long after the first one.
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await expect(heading).toBeFocused({ timeout: 10_000 })
  }).toPass({ timeout: 90_000 })
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Горячие клавиши' })
  await expect(keys).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
})

test('the shortcuts work in the Russian layout, and not while one types', async ({ adminPage: page }) => {
  await page.evaluate(() => {
    const press = (key: string, code: string) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }))
    press('п', 'KeyG')
    press('ы', 'KeyS')
  })
  await expect(page).toHaveURL(/\/settings/)
  await page.getByRole('tab', { name: 'Интеграции' }).click()
  await page.getByRole('button', { name: 'Добавить интеграцию' }).click()
  await page.getByLabel('Наименование').pressSequentially('go?')
  await expect(page.getByLabel('Наименование')).toHaveValue('go?')
})

test('the tab of the settings is in the URL, and back goes back', async ({ adminPage: page }) => {
  await page.getByRole('link', { name: 'Настройки системы' }).click()
  await page.getByRole('tab', { name: 'Интеграции' }).click()
  await expect(page).toHaveURL(/tab=integrations/)
  await page.getByRole('tab', { name: 'Токены API' }).click()
  await page.goBack()
  await expect(page.getByRole('tab', { name: 'Интеграции', selected: true })).toBeVisible()
})

test('language and theme are switched and remembered', async ({ adminPage: page, obmen }) => {
  const stored = (locale: string) =>
    page.waitForResponse(
      answer =>
        answer.request().method() === 'PATCH' && answer.request().postData() === JSON.stringify({ locale }),
    )
  await page.getByRole('link', { name: 'Настройки системы' }).click()
  await page.getByRole('button', { name: obmen.admin.email }).click()
  const english = stored('en')
  await page.getByRole('menuitem', { name: 'English' }).click()
  await expect(page.getByRole('link', { name: 'System settings' })).toBeVisible()
  await expectAccessible(page)
  await english
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.getByRole('button', { name: obmen.admin.email }).click()
  // Other tests sign in as the same person.
  const russian = stored('ru')
  await page.getByRole('menuitem', { name: 'Русский' }).click()
  await expect(page.getByRole('link', { name: 'Настройки системы' })).toBeVisible()
  await russian
})

test('on a telephone the menu is a drawer that closes behind one', async ({ adminPage: page }) => {
  await page.setViewportSize({ width: 360, height: 780 })
  await page.getByRole('button', { name: 'Открыть меню' }).click()
  const drawer = page.getByRole('dialog', { name: 'Меню' })
  await expect(drawer.getByText('Управление экосистемой')).toBeVisible()
  await expectAccessible(page)
  await drawer.getByRole('link', { name: 'Настройки системы' }).click()
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Настройки системы' })).toBeVisible()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

test('nothing moves for who asked for reduced motion', async ({ signedInPage: page, obmen }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`${obmen.url}/settings?tab=integrations`)
  await page.getByRole('button', { name: 'Добавить интеграцию' }).click()
  await expect(page.getByRole('dialog', { name: 'Новая интеграция' })).toBeVisible()
  const longest = await page.evaluate(() =>
    Math.max(
      0,
      ...document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0)),
    ),
  )
  expect(longest).toBeLessThan(1)
})
