import { type InvoiceAction, manageInvoice } from '@obmen/simulator'
import { expect, expectFits } from '../support/fixtures.js'
import { acceptInvitation } from '../support/operator.js'
import { order } from '../support/orders.js'
import { invoiceOf, publish1C, startReading, test } from '../support/read-1c.js'

const IDS = ['same', 'gone', 'twice', 'unposted', 'shipped']

test('the reconciliation says what is missing, doubled and different, and what to do', async ({
  signedInPage: page,
  obmen,
}) => {
  await page.goto(`${obmen.url}/reconciliation`)
  await expect(page.getByRole('heading', { name: 'Ни одна 1С не читается' })).toBeVisible()

  await using oneC = await publish1C(obmen, 'Сверяемая касса')
  const { integrationId, companyId, base } = oneC
  for (const id of IDS)
    await obmen.rest('PUT', `/orders/${id}`, { ...order(obmen, id), number: `OLV/${id}`, companyId })
  await oneC.pull()
  const tab = `${obmen.url}/integrations/${integrationId}?tab=reconciliation`
  await page.goto(tab)
  await expect(page.getByRole('heading', { name: 'Чтение из 1С выключено' })).toBeVisible()
  await startReading(obmen, oneC)
  await oneC.read()
  const inOneC = async (id: string, action: InvoiceAction) =>
    manageInvoice(base, await invoiceOf(obmen, oneC, id), action, new Date())
  await inOneC('gone', 'remove')
  await inOneC('twice', 'copy')
  await inOneC('unposted', 'unpost')
  await inOneC('shipped', 'ship')
  await oneC.read()
  await oneC.read()

  await test.step('the tab', async () => {
    await page.goto(tab)
    const row = (id: string) => page.getByRole('row').filter({ hasText: `OLV/${id}` })
    await expect(row('same')).toContainText('Сошлось')
    await expect(row('gone')).toContainText('Нет в 1С')
    await expect(row('twice')).toContainText('Задвоено')
    await expect(row('unposted')).toContainText('Расходится: не проведён')
    const states = page.getByRole('navigation', { name: 'Чем закончилась сверка' })
    await expect(states.getByRole('link', { name: 'Все 5' })).toHaveAttribute('aria-current', 'page')
    await expectFits(page, ['light', 'dark'])
    await states.getByRole('link', { name: 'Нет в 1С 1' }).click()
    await expect(row('same')).toHaveCount(0)
    await expect(row('gone')).toBeVisible()
    await page.getByRole('button', { name: 'Скачать' }).click()
    for (const kind of ['Excel', 'CSV']) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: kind }).click(),
      ])
      expect(await file.failure()).toBeNull()
      if (kind === 'Excel') await page.getByRole('button', { name: 'Скачать' }).click()
    }
  })

  await test.step('each row leads to its order, which says so first', async () => {
    await page.getByRole('link', { name: /OLV\/gone/ }).click()
    const sentence = page.getByRole('region', { name: 'Где заказ' })
    await expect(sentence).toContainText('этого заказа нет: так сказали два полных чтения подряд')
    await page.goto(`${obmen.url}/orders/twice`)
    await expect(sentence).toContainText('этот заказ дважды')
    await page.goto(`${obmen.url}/orders/unposted`)
    await expect(sentence).toContainText('не проведён')
    await page.goto(`${obmen.url}/orders/shipped`)
    await expect(sentence).toContainText(/; (?:акт|реализация) № \S+ от \d\d\.\d\d\.\d{4}/)
    await expectFits(page)
  })

  await test.step('all integrations', async () => {
    await page.getByRole('link', { name: 'Сверка с 1С' }).click()
    const row = page.getByRole('row').filter({ hasText: 'Сверяемая касса' })
    await expect(row).toContainText('Нет в 1С: 1')
    await expectFits(page, ['light', 'dark'])
    await row.getByRole('link', { name: 'Сверяемая касса' }).click()
    await expect(page.getByRole('tab', { name: 'Сверка с 1С' })).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('in English', async () => {
    await page.getByRole('button', { name: obmen.admin.email }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
    await expect(page.getByRole('row').filter({ hasText: 'OLV/twice' })).toContainText(
      'Keep one, with the payment, and delete the other.',
    )
    await expectFits(page)
  })
})

test('an accountant sees the reconciliation and how reading goes, and sets nothing up', async ({
  browser,
  signedInPage,
  obmen,
}) => {
  await using oneC = await publish1C(obmen, 'Касса бухгалтера')
  const { companyId } = oneC
  await obmen.rest('PUT', '/orders/seen', { ...order(obmen, 'seen'), companyId })
  await oneC.pull()
  await startReading(obmen, oneC)
  await oneC.read()
  const invited = await signedInPage.request.post(`${obmen.url}/api/v1/invitations`, {
    headers: { 'X-Obmen-CSRF': '1' },
    data: { email: 'lida@technopark.example', role: 'accountant', companyIds: [companyId] },
  })
  const { url } = (await invited.json()) as { url: string }
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await acceptInvitation(page, url, 'Лида', 'Надёжный пароль 5')
  await expect(page.getByRole('heading', { name: 'Рабочий стол' })).toBeVisible()
  await page.getByRole('link', { name: 'Сверка с 1С' }).click()
  await page.getByRole('link', { name: 'Касса бухгалтера' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'ООО «Вектор»' })).toContainText('Сошлось')
  await page.getByText('Как идёт чтение из 1С').click()
  await expect(page.getByText('Последнее чтение')).toBeVisible()
  await expect(page.getByRole('button', { name: /Прочитать|Изменить|Отключить|Настроить/ })).toHaveCount(0)
  await context.close()
})
