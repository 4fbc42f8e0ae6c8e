import { expect, expectAccessible, test } from '../support/fixtures.js'

test('a token is shown once, does what it may and no more, and stops working when revoked', async ({
  signedInPage: page,
  obmen,
}) => {
  await page.goto(`${obmen.url}/settings`)
  await page.getByRole('tab', { name: 'Токены API' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Токен, созданный при установке' })).toContainText(
    'все права',
  )
  await page.getByRole('button', { name: 'Создать токен' }).click()
  const dialog = page.getByRole('dialog', { name: 'Новый токен' })
  await dialog.getByLabel('Название').fill('Только чтение')
  await dialog.getByLabel('Отправлять и менять заказы').uncheck()
  await dialog.getByLabel('Читать заказы и их путь в 1С').uncheck()
  await dialog.getByLabel('Для песочницы').check()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Создать токен' }).click()
  const token = await dialog.getByLabel('Токен', { exact: true }).inputValue()
  expect(token).toMatch(/^obm_/)
  // It could not be shown again: only the button closes the window.
  await expect(dialog.getByRole('button', { name: 'Закрыть', exact: true })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await expect(dialog.getByLabel('Токен', { exact: true })).toHaveValue(token)
  await page.goBack()
  await page
    .getByRole('dialog', { name: 'Уйти без сохранения?' })
    .getByRole('button', { name: 'Остаться' })
    .click()
  await expect(dialog.getByLabel('Токен', { exact: true })).toHaveValue(token)
  await dialog.getByRole('button', { name: 'Токен сохранён, закрыть' }).click()

  const ask = async (path: string) => {
    const response = await fetch(`${obmen.url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return { status: response.status, answer: await response.text() }
  }
  expect((await ask('/companies')).status).toBe(200)
  const refused = await ask('/orders')
  expect(refused.status).toBe(403)
  expect(refused.answer).toContain('orders:read')

  await page.reload()
  await expect(page.getByText(token)).toHaveCount(0)
  const row = page.getByRole('row').filter({ hasText: 'Только чтение' })
  await expect(row).toContainText('Читать компании и локацию')
  await expect(row).toContainText('песочница')
  await row.getByRole('button', { name: 'Отозвать токен: Только чтение' }).click()
  const question = page.getByRole('dialog', { name: 'Отозвать токен «Только чтение»?' })
  await expect(question).toContainText('сразу потеряет доступ')
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Отозвать токен' }).click()
  await expect(row).toHaveCount(0)
  expect((await ask('/companies')).status).toBe(401)
})

test('an integration for trying out says so beside its name', async ({ signedInPage: page, obmen }) => {
  const { id } = (await obmen.rest('POST', '/integrations', {
    ...{ name: 'Проба', companyId: obmen.companyId, sandbox: true },
    settings: { paymentrules: [{}], paymentmethodname: 'Карта' },
  })) as { id: string }
  await page.goto(`${obmen.url}/integrations/${id}`)
  const heading = page.getByRole('heading', { name: 'Проба', level: 1 })
  await expect(heading.locator('..')).toContainText('песочница')
})

test('a token needs a name that fits and a right, HTML in the name stays text', async ({
  signedInPage: page,
  obmen,
}) => {
  await page.goto(`${obmen.url}/settings?tab=tokens`)
  await page.getByRole('button', { name: 'Создать токен' }).click()
  const dialog = page.getByRole('dialog', { name: 'Новый токен' })
  const create = dialog.getByRole('button', { name: 'Создать токен' })
  const given = dialog.getByRole('checkbox', { checked: true })
  await expect(create).toBeVisible()
  while ((await given.count()) > 0) await given.first().click()
  await create.click()
  await expect(dialog.getByText('Введите название')).toBeVisible()
  await expect(dialog.getByText('Выберите хотя бы одно право')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Читать журнал обменов').check()
  await dialog.getByLabel('Название').fill('я'.repeat(1000))
  await create.click()
  await expect(dialog.getByText(/200/)).toBeVisible()
  await dialog.getByLabel('Название').fill('<script>window.broken=1</script>')
  await create.click()
  await dialog.getByRole('button', { name: 'Токен сохранён, закрыть' }).click()
  await expect(
    page.getByRole('cell', { name: '<script>window.broken=1</script>', exact: true }),
  ).toBeVisible()
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
})

test('the general settings tell the addresses and switch language and appearance', async ({
  adminPage: page,
  obmen,
}) => {
  await page.getByRole('link', { name: 'Настройки системы' }).click()
  await expect(page.getByLabel('Адрес обмена для 1С', { exact: true })).toHaveValue(`${obmen.url}/1c`)
  await expect(page.getByLabel('REST API', { exact: true })).toHaveValue(`${obmen.url}/api/v1`)
  const openapi = await page.getByLabel('Описание API (OpenAPI)', { exact: true }).inputValue()
  expect(await (await fetch(openapi)).json()).toMatchObject({ openapi: expect.stringMatching(/^3/) })
  const docs = await page.getByRole('link', { name: 'Открыть документацию API' }).getAttribute('href')
  expect((await fetch(docs ?? '')).status).toBe(200)
  await page.getByText('Тёмное', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.getByText('English', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'System settings' })).toBeVisible()
  await page.getByText('Русский', { exact: true }).click()
  await page.getByRole('link', { name: 'Изменить' }).click()
  await expect(page.getByRole('heading', { name: 'Локация', exact: true })).toBeVisible()
})
