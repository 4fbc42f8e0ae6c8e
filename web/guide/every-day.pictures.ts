import { expect, type Page, test } from '@playwright/test'
import { enter, type Rest, startDemo } from './demo.js'
import { type Day, liveOneDay } from './one-day.js'
import { take } from './take.js'

test('orders and exchanges of a working day, on the demo', async ({ page }) => {
  await using demo = await startDemo()
  const rest = await enter(page, demo)
  const day = await liveOneDay(rest)
  const open = async (path: string, ready: string | RegExp) => {
    await page.goto(demo.url + path)
    await expect(page.getByText(ready).first()).toBeVisible()
  }
  await test.step('overview', async () => {
    await open('/overview', 'Последние обмены')
    await expect(page.getByRole('img', { name: /^График по дням/ }).locator('svg')).toBeVisible()
    await take(page, 'overview', { height: 1100 })
  })
  await test.step('orders', async () => {
    await open(`/orders?companyId=${day.companyId}`, '№ в 1С')
    await take(page, 'orders', { of: page.getByRole('main'), height: 860 })
    await take(page, 'orders-phone', { width: 360, height: 800 })
    await open('/orders?state=not-matching', '№ в 1С')
    await take(page, 'orders-not-matching', { of: page.getByRole('main'), height: 600 })
    await open('/orders?state=held', 'не приняла')
    await take(page, 'orders-held', { of: page.getByRole('main'), height: 600 })
  })
  await test.step('an order', () => pictureOrder(page, open))
  await test.step('exchanges', () => pictureExchanges(page, open))
  await test.step('an integration', () => pictureIntegration(page, open, day))
  await test.step('a webhook', async () => {
    await open(`/settings/webhooks/${day.webhookId}`, 'Последняя ошибка')
    await take(page, 'webhook', { of: page.getByRole('main'), height: 700 })
  })
  await test.step('the desk and the tasks of an accountant', () => pictureAccountant(page, open, rest, day))
})

type Open = (path: string, ready: string | RegExp) => Promise<void>

async function pictureOrder(page: Page, open: Open): Promise<void> {
  await open('/orders/bp-1', 'Путь заказа')
  await expect(page.getByRole('region', { name: 'В 1С', exact: true })).toBeVisible()
  await take(page, 'order', { height: 700 })
  const again = page.getByRole('button', { name: 'Выгрузить снова' })
  await take(page, 'order-in-1c', {
    of: page.getByRole('region', { name: 'В 1С', exact: true }),
    mark: [again],
  })
  await take(page, 'order-way', { of: page.getByRole('region', { name: 'Путь заказа' }), height: 900 })
  await take(page, 'order-phone', { width: 360, height: 800 })
  await page.setViewportSize({ width: 1440, height: 1000 })
  await page.getByRole('button', { name: 'Выгрузить снова' }).click()
  await take(page, 'order-resend', { of: page.getByRole('dialog') })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'XML сейчас' }).click()
  const window = page.getByRole('dialog')
  await expect(window.getByText('ХозОперация').first()).toBeVisible()
  await take(page, 'order-xml', { of: window, height: 700 })
}

async function pictureExchanges(page: Page, open: Open): Promise<void> {
  await open('/exchanges', 'Итог')
  await take(page, 'exchanges', { of: page.getByRole('main'), height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await take(page, 'exchanges-dark', { width: 768, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  for (const [outcome, name] of [
    ['confirmed', 'exchange-confirmed'],
    ['unconfirmed', 'exchange-unconfirmed'],
    ['refused', 'exchange-refused'],
    ['failed', 'exchange-failed'],
  ] as const) {
    await open(`/exchanges?outcome=${outcome}`, 'Итог')
    await page.getByRole('table').getByRole('link').first().click()
    await expect(page.getByRole('list', { name: 'Шаги обмена' })).toBeVisible()
    await take(page, name, { of: page.getByRole('main'), height: 800 })
  }
}

async function pictureIntegration(page: Page, open: Open, { accounting, shop, canteen }: Day): Promise<void> {
  await open('/settings?tab=integrations', 'Ждут выгрузки')
  await take(page, 'integrations', { of: page.getByRole('main') })
  await open(`/integrations/${accounting.id}`, 'Подключение и адрес')
  await take(page, 'integration', { of: page.getByRole('main'), height: 700 })
  await open(`/integrations/${accounting.id}?tab=rules`, 'Что делают правила')
  await take(page, 'rules', { of: page.getByRole('main'), height: 1000 })
  await open(`/integrations/${shop.id}`, 'приостановлена')
  await take(page, 'integration-paused', { of: page.getByRole('main'), height: 420 })
  await open(`/integrations/${canteen.id}?tab=changes`, 'Интеграция создана')
  await take(page, 'integration-changes', { of: page.getByRole('main'), height: 800 })
  await open(`/integrations/${accounting.id}?tab=owed`, 'XML следующей выгрузки')
  const checks = page.getByRole('button', { name: 'Проверка и номенклатура' })
  await take(page, 'integration-owed', { of: page.getByRole('main'), height: 800, mark: [checks] })
  await checks.click()
  await page.getByRole('menuitem', { name: 'Проверить как 1С' }).click()
  await expect(
    page
      .getByRole('dialog')
      .getByText(/Что (сделает|сделала|уже) |Сделано|В 1С/)
      .first()
      .first(),
  ).toBeVisible({ timeout: 60_000 })
  await take(page, 'dry-run', { of: page.getByRole('dialog'), height: 800 })
}

async function pictureAccountant(
  page: Page,
  open: Open,
  rest: Rest,
  { accounting, canteen }: Day,
): Promise<void> {
  const companyIds = [accounting.companyId, canteen.companyId]
  const invited = { email: 'anna@zarechny.example', role: 'accountant', companyIds }
  const { url } = await rest<{ url: string }>('POST', '/invitations', invited)
  await page.context().clearCookies()
  const person = { name: 'Анна Ковалёва', password: 'Надёжный пароль 3' }
  await rest('POST', `/invitations/${url.split('/').at(-1)}/accept`, person)
  await open('/', 'Сделать вручную')
  await page.getByRole('combobox', { name: 'Период' }).selectOption({ label: 'Предыдущий месяц' })
  await take(page, 'desk', { height: 1200 })
  await open('/tasks', 'Появилась')
  await page.getByRole('button', { name: 'Сделано' }).first().click()
  await expect(page.getByRole('button', { name: 'Вернуть' }).first()).toBeVisible()
  await take(page, 'tasks', { height: 700 })
}
