import { closeNotice, expect, expectAccessible, test } from '../support/fixtures.js'
import type { Obmen } from '../support/obmen.js'
import { connect1C, type OneC } from '../support/one-c.js'
import { order } from '../support/orders.js'

async function put(obmen: Obmen, { companyId }: OneC, id: string, changes: object = {}) {
  await obmen.rest('PUT', `/orders/${id}`, { ...order(obmen, id), companyId, ...changes })
}

function paidTwice(obmen: Obmen, id: string) {
  const [payment] = order(obmen, id).payments
  return {
    payments: [
      { ...payment, amount: '1000.00' },
      { ...payment, id: `${payment!.id}-2`, amount: '2000.00' },
    ],
  }
}

test('single payments are proposed to a Бухгалтерия that gets one an order', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'Две оплаты')
  await put(obmen, base, 'twice', paidTwice(obmen, 'twice'))
  await page.goto(`${obmen.url}/integrations/${base.integrationId}`)
  const choose = page.getByRole('button', { name: 'Передавать каждую отдельно' })
  await expect(page.getByRole('tab', { name: 'Ждут выгрузки 1' })).toBeVisible()
  await expect(choose).toBeHidden()
  await base.pull('--no-success')
  await expect(choose).toBeVisible()
  await expectAccessible(page)
  await choose.click()
  await page.getByRole('button', { name: 'Вернуть' }).click()
  await expect(choose).toBeEnabled()
  await choose.click()
  await closeNotice(page, 'Закроем вопрос через 10 секунд')
  await expect(choose).toBeHidden()
  await page.getByRole('tab', { name: 'Правила' }).click()
  await page.getByRole('button', { name: 'Дополнительно' }).click()
  await expect(page.getByLabel('Оплаты для 1С')).toHaveValue('documents')
})

test('settings that would rename payments which 1C knows say how many, before they are saved', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'Новое название')
  for (const id of ['told-1', 'told-2']) await put(obmen, base, id)
  await base.pull()
  await page.goto(`${obmen.url}/integrations/${base.integrationId}?tab=rules`)
  const kept = page.getByText('2 оплаты 1С уже знает под прежним способом оплаты')
  await page.getByLabel('Способ оплаты в 1С').fill('Карта')
  await expect(kept).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Способ оплаты в 1С').fill('Оплата картой внешняя')
  await expect(kept).toBeHidden()
})

test('a part that was refunded is shown with its payment and in the way of the order', async ({
  signedInPage: page,
  obmen,
}) => {
  const plain = order(obmen, 'part-back')
  const [payment] = plain.payments
  await obmen.rest('PUT', '/orders/part-back', plain)
  const refunds = [{ id: 'back-1', amount: '500.00', refundedAt: payment!.paidAt }]
  await obmen.rest('PUT', '/orders/part-back', { ...plain, payments: [{ ...payment, refunds }] })
  await page.goto(`${obmen.url}/orders/part-back`)
  await expect(page.getByRole('region', { name: 'Оплаты' })).toContainText('возврат 500,00 ₽')
  const way = page.getByRole('region', { name: 'Путь заказа' })
  await expect(way).toContainText(/возвраты: 500,00\s₽/)
  await expect(way).not.toContainText('refundedAt')
})
