import { manageInvoice } from '@obmen/simulator'
import { expect, test } from '@playwright/test'
import { startObmen } from '../e2e/support/obmen.js'
import { order } from '../e2e/support/orders.js'
import { CONNECTION, invoiceOf, publish1C, startReading } from '../e2e/support/read-1c.js'
import { take } from './take.js'

const IDS = ['olv-17', 'olv-18', 'olv-19', 'olv-20']

test('reading a 1C and its reconciliation, on a base of the simulator', async ({ page }) => {
  await using obmen = await startObmen({ ALLOW_PRIVATE_ADDRESSES: 'yes' })
  await page.request.post(`${obmen.url}/api/v1/auth/sign-in`, {
    headers: { 'X-Obmen-CSRF': '1' },
    data: obmen.admin,
  })
  await using oneC = await publish1C(obmen, 'Касса технопарка')
  const { integrationId, companyId, base } = oneC
  for (const id of IDS)
    await obmen.rest('PUT', `/orders/${id}`, {
      ...order(obmen, id),
      companyId,
      number: id.replace('olv-', 'OLV/'),
    })
  await oneC.pull()
  await page.goto(`${obmen.url}/integrations/${integrationId}`)
  const card = page.getByRole('region', { name: 'Чтение из 1С', exact: true })
  await card.getByRole('button', { name: 'Настроить чтение' }).click()
  await card.getByLabel('Адрес базы').fill(oneC.url)
  await card.getByLabel('Пользователь 1С').fill(CONNECTION.login)
  await card.getByLabel('Пароль', { exact: true }).fill(CONNECTION.password)
  const check = card.getByRole('button', { name: 'Проверить' })
  await check.click()
  await expect(card.getByText('Всё сошлось, можно сохранять.')).toBeVisible()
  // What readers will have in place of it.
  await card.getByLabel('Адрес базы').fill('https://1c.example.ru/buh')
  await take(page, 'reading-check', { of: card, mark: [check], height: 1100 })

  await startReading(obmen, oneC)
  await oneC.read()
  const inOneC = async (id: string, action: 'remove' | 'ship' | 'unpost') =>
    manageInvoice(base, await invoiceOf(obmen, oneC, id), action, new Date())
  await inOneC('olv-17', 'ship')
  await inOneC('olv-18', 'remove')
  await inOneC('olv-19', 'unpost')
  await oneC.read()
  await oneC.read()
  await page.goto(`${obmen.url}/integrations/${integrationId}?tab=reconciliation`)
  await expect(page.getByText('Нет в 1С').first()).toBeVisible()
  await take(page, 'reconciliation', { of: page.getByRole('main'), height: 1000 })
  await page.goto(`${obmen.url}/orders/olv-17`)
  const sentence = page.getByRole('region', { name: 'Где заказ' })
  await expect(sentence).toContainText('акт №')
  await take(page, 'order-read', { of: sentence })
})
