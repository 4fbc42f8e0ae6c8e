import { expect, gate, test } from '../support/fixtures.js'
import { order } from '../support/orders.js'

/** Of what the first visit to a page brings, as it comes over the network. */
const MOST_BYTES = 275_000

for (const { path, data, shown } of [
  { path: '/overview', data: '/overview', shown: 'Обзор' },
  { path: '/orders', data: '/orders?limit=50&count=true', shown: 'Заказы' },
]) {
  test(`${path}: its code and its data are asked for while the app is still on its way, once each`, async ({
    signedInPage: page,
    obmen,
  }) => {
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    const times = (found: string) => asked.filter(url => url.endsWith(found)).length
    const { opened: held, open: comes } = gate()
    await page.route('**/assets/index-*.js', async route => {
      await held
      await route.continue()
    })
    // What was asked for early is used for some seconds only, which a busy machine may need: a second is a hundred here.
    await page.addInitScript(() => {
      const now = performance.now.bind(performance)
      performance.now = () => now() / 100
    })
    await page.goto(obmen.url + path, { waitUntil: 'commit' })
    await expect.poll(() => [times('/api/v1/me'), times(`/api/v1${data}`)]).toEqual([1, 1])
    const files = new RegExp(`/assets/${path.slice(1)}-page-[^/]*[.](js|css)$`)
    await expect.poll(() => asked.filter(url => files.test(url))).toHaveLength(2)
    comes()
    await expect(page.getByRole('heading', { level: 1, name: shown })).toBeVisible()
    await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0)
    await page.waitForLoadState('load')
    expect([times('/api/v1/me'), times(`/api/v1${data}`)]).toEqual([1, 1])
    expect(asked.filter(url => files.test(url) && url.endsWith('.js'))).toHaveLength(1)
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    )
    expect(bytes).toBeLessThan(MOST_BYTES)
  })
}

test('what was refused before the app came is asked for again', async ({ signedInPage: page, obmen }) => {
  await obmen.rest('PUT', '/orders/asked-again', order(obmen, 'asked-again'))
  let refused = 0
  await page.route('**/api/v1/orders?limit=50&count=true', route =>
    refused++ === 0 ? route.fulfill({ status: 503, body: '' }) : route.continue(),
  )
  await page.goto(`${obmen.url}/orders`)
  await expect(page.getByRole('table').getByText('asked-again')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
