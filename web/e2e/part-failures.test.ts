import type { Page, Route } from '@playwright/test'
import { expect, expectAccessible, test } from './support/fixtures.js'

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
])
  test(`options of «${filter}» at ${path} that don't load say so, and load when asked again`, async ({
    adminPage: page,
    obmen,
  }) => {
    const recover = await failing(page, address)
    await page.goto(`${obmen.url}${path}`)
    await page.getByRole('combobox', { name: filter, exact: true }).click()
    const failure = page.getByRole('alert').filter({ hasText: 'Варианты не загрузились' })
    await expect(failure).toContainText('База данных сейчас не отвечает')
    await expect(page.getByText('Ничего не найдено')).toBeHidden()
    await expectAccessible(page)
    await recover()
    await failure.getByRole('button', { name: 'Повторить' }).click()
    await expect(failure).toBeHidden()
  })

test('actions with orders and causes that don’t load say so beside the list, and load when asked again', async ({
  adminPage: page,
  obmen,
}) => {
  const parts = [
    { address: /\/api\/v1\/bulk-actions/, words: 'как идут действия с заказами' },
    { address: /\/api\/v1\/held-orders/, words: 'Причины, по которым заказы не выгружаются' },
  ].map(({ address, words }) => ({
    recovered: failing(page, address),
    failure: page.getByRole('alert').filter({ hasText: words }),
  }))
  await Promise.all(parts.map(({ recovered }) => recovered))
  await page.goto(`${obmen.url}/orders?state=held`)
  for (const { failure } of parts) await expect(failure).toContainText('База данных сейчас не отвечает')
  await expectAccessible(page)
  // One after the other: what could load again does so by itself after a while, and its button is gone.
  for (const { recovered, failure } of parts) {
    await (await recovered)()
    await failure.getByRole('button', { name: 'Повторить' }).click()
    await expect(failure).toBeHidden()
  }
})
