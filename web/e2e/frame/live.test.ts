import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures.js'

const LIVE = '**/api/v1/live*'

test('a page whose stream of events is refused refreshes twice a minute, says nothing, and listens once it may', async ({
  signedInPage: page,
  obmen,
}) => {
  await page.clock.install()
  let streams = 0
  const refuse = { status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable"}' }
  await page.route(LIVE, route => {
    streams++
    return route.fulfill(refuse)
  })
  await page.goto(obmen.url)
  await expect(page.getByRole('link', { name: 'Настройки системы' })).toBeVisible()
  await expect.poll(() => streams).toBe(1)
  await expect(page.getByText('Нет связи с сервером.')).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)
  const refreshed = page.waitForRequest('**/api/v1/attention*')
  await page.clock.runFor(30_000)
  await page.clock.runFor(30_000)
  await refreshed
  await expect.poll(() => streams).toBeGreaterThan(1)
  await page.unroute(LIVE)
  let listens = false
  page.on('response', answer => {
    if (answer.url().includes('/live') && answer.status() === 200) listens = true
  })
  // The page may hear of the last refusal only after its clock has moved on.
  await expect
    .poll(async () => {
      await page.clock.runFor(30_000)
      return listens
    })
    .toBe(true)
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a stream that is swallowed on the way is given up within a minute, and another one is tried', async ({
  signedInPage: page,
  obmen,
}) => {
  await page.clock.install()
  let streams = 0
  // Never answered.
  await page.route(LIVE, () => {
    streams++
  })
  await page.goto(obmen.url)
  await expect.poll(() => streams).toBe(1)
  await page.clock.runFor(55_000)
  await page.clock.runFor(35_000)
  await expect.poll(() => streams).toBeGreaterThan(1)
})

test('eight tabs of one browser work: those that are hidden hold no connection', async ({
  adminPage: first,
  obmen,
}) => {
  for (let tab = 2; tab <= 8; tab++) {
    const page = await first.context().newPage()
    // Playwright shows all tabs at once.
    await setVisibility(tab === 2 ? first : first.context().pages().at(-2)!, 'hidden')
    await page.goto(obmen.url)
    await expect(page.getByRole('link', { name: 'Настройки системы' })).toBeVisible()
  }
  const listens = first.waitForResponse(answer => answer.url().includes('/live') && answer.status() === 200)
  const refreshed = first.waitForRequest('**/api/v1/attention*')
  await setVisibility(first, 'visible')
  await listens
  await refreshed
})

async function setVisibility(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate(value => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}
