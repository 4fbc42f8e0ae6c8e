import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures.js'
import { connect1C, type OneC } from '../support/one-c.js'

const LIVE = '**/api/v1/live*'

test('a page whose stream of events is refused refreshes twice a minute instead', async ({
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
  const expectSilence = async () => {
    await expect(page.getByText('Нет связи с сервером.')).toHaveCount(0)
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
  await page.goto(obmen.url)
  await expect(page.getByRole('link', { name: 'Настройки системы' })).toBeVisible()
  await expect.poll(() => streams).toBe(1)
  const refreshed = page.waitForRequest('**/api/v1/attention*')
  await page.clock.runFor(30_000)
  await page.clock.runFor(30_000)
  await refreshed
  await expect.poll(() => streams).toBeGreaterThan(1)
  await expectSilence()
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
  await expectSilence()
})

test('a stream that never answers is given up within a minute for another one', async ({
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

test('of eight tabs the hidden ones hold no connection', async ({ adminPage: first, obmen }) => {
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

test.describe('events that come faster than answers, of a 1C that calls all the time', () => {
  test('leave the list of integrations up to date', async ({ signedInPage: page, obmen }) => {
    const oneC = await connect1C(obmen, 'Частые события в списке')
    await answerSlowly(page, /\/api\/v1\/integrations\?/)
    await page.goto(`${obmen.url}/settings?tab=integrations`)
    const row = page.getByRole('row').filter({ hasText: 'Компания: Частые события в списке' })
    await expect(row.getByRole('link')).toHaveText('Частые события в списке')
    await whileCalling(oneC, async () => {
      await obmen.rest('PATCH', `/integrations/${oneC.integrationId}`, { name: 'Новое имя в списке' })
      await expect(row.getByRole('link')).toHaveText('Новое имя в списке')
    })
  })
})

test('an event while a slow answer is awaited makes the page ask once more', async ({
  signedInPage: page,
  obmen,
}) => {
  const oneC = await connect1C(obmen, 'Событие перед ответом')
  let streams = 0
  let open = () => {}
  await page.route(LIVE, async route => {
    await new Promise<void>(resolve => {
      open = resolve
      streams++
    })
    await route.fulfill({ contentType: 'text/event-stream', body: 'retry: 10\n\n' })
  })
  /** A stream that opens after another one broke off counts as an event. */
  const event = async () => {
    const before = streams
    open()
    await expect.poll(() => streams).toBe(before + 1)
    await page.clock.runFor(2_000)
  }
  let held: Promise<void> | undefined
  const seen = { asked: 0, read: 0, answered: 0 }
  await page.route(/\/api\/v1\/integrations\?/, async route => {
    seen.asked++
    const response = await route.fetch()
    seen.read++
    await held
    await route.fulfill({ response, headers: { ...response.headers(), 'server-timing': 'total;dur=5' } })
    seen.answered++
  })
  await page.clock.install()
  await page.goto(`${obmen.url}/settings?tab=integrations`)
  const name = page.getByRole('row').filter({ hasText: 'Компания: Событие перед ответом' }).getByRole('link')
  await expect(name).toHaveText('Событие перед ответом')
  await expect.poll(() => streams).toBe(1)
  await page.clock.pauseAt(Date.now() + 10_000)
  await event()
  await expect.poll(() => seen.asked - seen.answered).toBe(0)

  let release = () => {}
  held = new Promise(resolve => {
    release = resolve
  })
  const { asked, read } = seen
  await event()
  await expect.poll(() => seen.read).toBe(read + 1)
  // Longer than the page waits before it goes on with the rest.
  await page.clock.runFor(6_000)
  await obmen.rest('PATCH', `/integrations/${oneC.integrationId}`, { name: 'Новое имя перед ответом' })
  await event()
  expect(seen.asked).toBe(asked + 1)
  held = undefined
  release()
  await expect
    .poll(async () => {
      await page.clock.runFor(100)
      return name.textContent()
    })
    .toBe('Новое имя перед ответом')
})

/** A slow line to a quick server: answers come after a time longer than pages wait between two reloads. */
async function answerSlowly(page: Page, address: RegExp): Promise<void> {
  await page.route(address, async route => {
    try {
      const response = await route.fetch()
      await delay(3_000)
      const headers = { ...response.headers(), 'server-timing': 'total;dur=5' }
      await route.fulfill({ response, headers })
    } catch {
      // The page gave it up, or is closed.
    }
  })
}

/** This 1C signs in again and again, each time an event, until `look` has seen what it expects. */
async function whileCalling({ url, login, password }: OneC, look: () => Promise<void>): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`
  let seen = false
  const calls = (async () => {
    while (!seen) {
      await fetch(`${url}?type=sale&mode=checkauth`, { headers: { authorization } })
      await delay(100)
    }
  })()
  await look().finally(() => {
    seen = true
  })
  await calls
}

async function setVisibility(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate(value => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}
