import type { Page, Route } from '@playwright/test'
import { expect, expectAccessible, test } from '../support/fixtures.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

const busy = (route: Route) =>
  route.fulfill({
    status: 503,
    contentType: 'application/problem+json',
    headers: { 'retry-after': '1' },
    body: JSON.stringify({
      ...{ type: 'urn:obmen:problem:unavailable', title: 'База данных недоступна', status: 503 },
      ...{ code: 'unavailable', detail: 'База данных сейчас не отвечает.', instance: 'проба' },
    }),
  })

/** Answers 503 to what the address names until the answer is called. */
async function failing(page: Page, address: RegExp): Promise<() => Promise<void>> {
  await page.route(address, busy)
  return () => page.unroute(address, busy)
}

for (const { filter, path, address } of [
  { filter: 'Статус', path: '/orders', address: /\/api\/v1\/facets/ },
  { filter: 'Интеграция', path: '/orders', address: /\/api\/v1\/integrations\?/ },
  { filter: 'Компания', path: '/orders', address: /\/api\/v1\/companies\?/ },
  { filter: 'Интеграция', path: '/exchanges', address: /\/api\/v1\/integrations\?/ },
  { filter: 'Компания', path: '/tasks', address: /\/api\/v1\/companies\?/ },
  { filter: 'Токен', path: '/platform', address: /\/api\/v1\/tokens\?/ },
])
  test(`options of «${filter}» at ${path} that don't load say so, and load when asked again`, async ({
    signedInPage: page,
    obmen,
  }) => {
    const name = `Варианты: ${filter}, ${path.slice(1)}`
    await connect1C(obmen, name)
    await obmen.rest('PUT', '/orders/part-options', order(obmen, 'part-options'))
    const recover = await failing(page, address)
    await page.goto(`${obmen.url}${path}`)
    const field = page.getByRole('combobox', { name: filter, exact: true })
    await field.click()
    const failure = page.getByRole('alert').filter({ hasText: 'Варианты не загрузились' })
    await expect(failure).toContainText('База данных сейчас не отвечает')
    await expect(page.getByText('Ничего не найдено')).toBeHidden()
    await expectAccessible(page)
    await recover()
    await failure.getByRole('button', { name: 'Повторить' }).click()
    // Beside the one that stands for any. Where the page loads again, too, the list may have closed.
    const second = page.getByRole('listbox', { name: 'Варианты' }).getByRole('option').nth(1)
    await expect(async () => {
      if (!(await second.isVisible())) await field.click()
      await expect(second).toBeVisible({ timeout: 5000 })
    }).toPass({ timeout: 90_000 })
    await expect(failure).toBeHidden()
  })

test('actions and causes that don’t load say so, and load when asked again', async ({
  signedInPage: page,
  obmen,
}) => {
  const { companyId, integrationId } = await connect1C(obmen, 'Не загрузится')
  await obmen.rest('PUT', '/orders/part-held', { ...order(obmen, 'part-held'), companyId })
  const hold = { action: 'hold', integrationId, orderIds: ['part-held'], reason: 'Ждём подписи' }
  const { id } = (await obmen.rest('POST', '/bulk-actions', hold)) as { id: number }
  const action = async () => (await obmen.rest('GET', `/bulk-actions/${id}`)) as { state: string }
  await expect.poll(async () => (await action()).state).toBe('done')
  const parts = [
    {
      address: /\/api\/v1\/bulk-actions/,
      words: 'как идут действия с заказами',
      loaded: page.getByText('Удержано: 1 заказ · Не загрузится'),
    },
    {
      address: /\/api\/v1\/held-orders/,
      words: 'Причины, по которым заказы не выгружаются',
      loaded: page.getByText('1 заказ: Удержал человек'),
    },
  ].map(({ address, words, loaded }) => ({
    recovered: failing(page, address),
    failure: page.getByRole('alert').filter({ hasText: words }),
    loaded,
  }))
  await Promise.all(parts.map(({ recovered }) => recovered))
  await page.goto(`${obmen.url}/orders?state=held&integrationId=${integrationId}`)
  for (const { failure } of parts) await expect(failure).toContainText('База данных сейчас не отвечает')
  await expectAccessible(page)
  // One after the other: what could load again does so by itself after a while, and its button is gone.
  for (const { recovered, failure, loaded } of parts) {
    await (await recovered)()
    // Or what it has loaded by itself meanwhile.
    await failure.getByRole('button', { name: 'Повторить' }).or(loaded).first().click()
    await expect(loaded).toBeVisible()
    await expect(failure).toBeHidden()
  }
})

test('suggested items that don’t load say so, and load when asked again', async ({
  signedInPage: page,
  obmen,
}) => {
  const { companyId, integrationId } = await connect1C(obmen, 'Без подсказок', { client: 'ut' })
  await obmen.rest('PUT', '/orders/part-suggest', { ...order(obmen, 'part-suggest'), companyId })
  const recover = await failing(page, /\/links:suggest/)
  await page.goto(`${obmen.url}/integrations/${integrationId}/catalogue`)
  const failure = page.getByRole('alert').filter({ hasText: 'Похожая номенклатура не загрузилась' })
  await expect(failure).toContainText('База данных сейчас не отвечает')
  await expect(page.getByText('Похожей нет')).toHaveCount(0)
  await expectAccessible(page)
  await recover()
  await failure.getByRole('button', { name: 'Повторить' }).click()
  await expect(failure).toBeHidden()
  await expect(page.getByText('Похожей нет')).toBeVisible()
})

test('companies to choose that don’t load say so, and load when asked again', async ({
  signedInPage: page,
  obmen,
}) => {
  const recover = await failing(page, /\/api\/v1\/companies\?/)
  await page.goto(`${obmen.url}/settings?tab=integrations`)
  await page.getByRole('button', { name: 'Добавить интеграцию' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Наименование').fill('Касса')
  const failure = dialog.getByRole('alert').filter({ hasText: 'Список компаний не загрузился' })
  await expect(failure).toContainText('База данных сейчас не отвечает')
  await dialog.getByRole('combobox', { name: 'Компания' }).click()
  await expect(page.getByText('Ничего не найдено')).toBeHidden()
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await recover()
  await failure.getByRole('button', { name: 'Повторить' }).click()
  await expect(failure).toBeHidden()
  await dialog.getByRole('combobox', { name: 'Компания' }).click()
  await expect(page.getByRole('listbox', { name: 'Варианты' }).getByRole('option').first()).toBeVisible()
  await expect(dialog.getByLabel('Наименование')).toHaveValue('Касса')
})

test('integrations to act for that don’t load say so, and load when asked again', async ({
  signedInPage: page,
  obmen,
}) => {
  const { companyId } = await connect1C(obmen, 'На выбор')
  await obmen.rest('PUT', '/orders/part-bulk', { ...order(obmen, 'part-bulk'), companyId })
  const recover = await failing(page, /\/api\/v1\/integrations\?/)
  await page.goto(`${obmen.url}/orders?companyId=${companyId}`)
  await page.getByRole('table').getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Удержать' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Почему').fill('Проверяем суммы')
  const failure = dialog.getByRole('alert').filter({ hasText: 'Список интеграций не загрузился' })
  await expect(failure).toContainText('База данных сейчас не отвечает')
  await expectAccessible(page)
  await recover()
  await failure.getByRole('button', { name: 'Повторить' }).click()
  // The only one of the company is chosen by itself.
  await expect(dialog.getByRole('combobox', { name: 'Интеграция' })).toHaveValue(
    'На выбор · Компания: На выбор',
  )
  await expect(failure).toBeHidden()
  await expect(dialog.getByLabel('Почему')).toHaveValue('Проверяем суммы')
})

test('what Ctrl K could not search is named, and searched when asked again', async ({
  signedInPage: page,
  obmen,
}) => {
  await obmen.rest('PUT', '/orders/part-palette', order(obmen, 'part-palette'))
  const recover = await failing(page, /\/api\/v1\/(orders|integrations)\?/)
  await page.goto(`${obmen.url}/settings`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+KeyK')
  const dialog = page.getByRole('dialog', { name: 'Найти и открыть' })
  await dialog.getByLabel('Что найти').fill('part-palette')
  const failure = dialog
    .getByRole('alert')
    .filter({ hasText: 'Здесь поискать не удалось: заказы, интеграции' })
  await expect(failure).toContainText('База данных сейчас не отвечает')
  await expect(dialog.getByText('Ничего не найдено')).toBeHidden()
  await expectAccessible(page)
  await recover()
  await failure.getByRole('button', { name: 'Повторить' }).click()
  await expect(failure).toBeHidden()
  await expect(dialog.getByRole('option').filter({ hasText: 'part-palette' })).toBeVisible()
})

test('how the day of a 1C goes that doesn’t load says so instead of zeros', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'День не загрузился')
  await base.pull()
  const recover = await failing(page, /\/api\/v1\/tasks\?/)
  await page.goto(`${obmen.url}/integrations/${base.integrationId}`)
  const failure = page.getByRole('alert').filter({ hasText: 'Не удалось загрузить, как идут обмены' })
  await expect(failure).toContainText('База данных сейчас не отвечает')
  await expect(page.getByText('задачи 0')).toHaveCount(0)
  await expect(page.getByText('Подключение и адрес')).toBeVisible()
  await expectAccessible(page)
  await recover()
  await failure.getByRole('button', { name: 'Повторить' }).click()
  await expect(page.getByText('задачи 0')).toBeVisible()
  await expect(failure).toHaveCount(0)
})
