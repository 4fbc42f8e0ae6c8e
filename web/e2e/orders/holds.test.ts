import { closeNotice, expect, expectAccessible, expectFits, test } from '../support/fixtures.js'
import type { Obmen } from '../support/obmen.js'
import { order } from '../support/orders.js'

const SETTINGS = { paymentrules: [{}], paymentmethodname: 'Картой', client: 'bp' }

interface Made1C {
  id: string
  login: string
  password: string
  exchangeUrl: string
}

async function connect(obmen: Obmen, company: string): Promise<Made1C & { companyId: string }> {
  const { id: companyId } = (await obmen.rest('POST', '/companies', {
    ...{ name: company, inn: '6658000339' },
  })) as { id: string }
  const body = { class: 'CommerceML', name: `Касса ${company}`, settings: SETTINGS, companyId }
  return { ...((await obmen.rest('POST', '/integrations', body)) as Made1C), companyId }
}

test('a person holds an order back with a reason, and releases it', async ({ signedInPage: page, obmen }) => {
  const { companyId, login, password } = await connect(obmen, 'ООО «Удержание»')
  await obmen.rest('PUT', '/orders/to-hold', { ...order(obmen, 'to-hold'), companyId })
  const at = `${obmen.url}/orders/to-hold`
  await page.goto(at)
  await page.getByRole('button', { name: 'Удержать' }).click()
  const dialog = page.getByRole('dialog')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Удержать' }).click()
  await expect(dialog.getByText(/Напишите, почему заказ удержан/)).toBeVisible()
  await dialog.getByLabel('Почему').fill('я'.repeat(501))
  await dialog.getByRole('button', { name: 'Удержать' }).click()
  await expect(dialog.getByText('Сократите: не длиннее 500 знаков, сейчас 501.')).toBeVisible()
  await dialog.getByLabel('Почему').fill('Ждём подписанный договор')
  await dialog.getByRole('button', { name: 'Удержать' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/Ждём подписанный договор/).first()).toBeVisible()
  await page.getByRole('button', { name: 'XML сейчас' }).click()
  const xml = page.getByRole('dialog', { name: /^XML заказа \d+ сейчас$/ })
  await expect(xml).toContainText('не выгружается: он удержан')
  await expect(xml).not.toContainText('при следующем обмене')
  await expectFits(page, ['light', 'dark'])

  await page.goto(at)
  await page.getByRole('button', { name: 'Отпустить' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Отпустить' }).click()
  await page.getByRole('button', { name: 'Вернуть' }).click()
  await expect(page.getByText('Ждём подписанный договор').first()).toBeVisible()
  await page.getByRole('button', { name: 'Отпустить' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Отпустить' }).click()
  await closeNotice(page, 'Отпустим через 10 секунд')
  await expect(page.getByText('Заказ пойдёт при следующем обмене').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Удержать' })).toBeVisible()
  const pull = ['1c', 'pull', '--url', `${obmen.url}/1c`, '--login', login, '--password', password]
  await obmen.command(...pull, '--client', 'bp')
  const { items } = (await obmen.rest('GET', '/orders/to-hold/exports')) as { items: { state: string }[] }
  expect(items[0]!.state).toBe('confirmed')
})

test('an order that preflight holds says why, and can be sent anyway', async ({
  signedInPage: page,
  obmen,
}) => {
  const { companyId } = await connect(obmen, 'ООО «Проверка»')
  const lines = [
    {
      ...{ id: 'huge', name: 'Технопарк целиком', kind: 'service', quantity: '1000000' },
      ...{ price: '20000000.00', amount: '20000000000000.00', vat: '20' },
    },
  ]
  await obmen.rest('PUT', '/orders/too-large', {
    ...order(obmen, 'too-large'),
    ...{ companyId, lines, total: '20000000000000.00', payments: [] },
  })
  const { items } = (await obmen.rest('GET', '/orders/too-large/exports')) as {
    items: { integrationId: string }[]
  }
  await page.goto(`${obmen.url}/orders?state=held&companyId=${companyId}`)
  const [row, why] = [page.getByRole('row').last(), /больше, чем помещается/]
  const head = page.getByRole('row').nth(1)
  await expect(head).toContainText('1 заказ: ')
  await expect(head.getByRole('button', { name: /^Отпустить: / })).toBeVisible()
  await expect(row).toContainText(/удержан с \d\d:\d\d/)
  await expect(row).not.toContainText(why)
  await expectFits(page, ['light', 'dark'])
  await head.getByRole('link', { name: /^Показать: .*Касса ООО «Проверка»$/ }).click()
  await expect(page.getByText(/^Показаны: /)).toBeVisible()
  await expect(row).not.toContainText(why)
  const hold = { integrationId: items[0]!.integrationId, reason: 'Ждём договор' }
  await obmen.rest('POST', '/orders/too-large/hold', hold)
  const at = `${obmen.url}/orders/too-large`
  await page.goto(at)
  await page.getByRole('button', { name: 'Отпустить' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Отпустить' }).click()
  await closeNotice(page, 'Отпустим через 10 секунд')
  await expect(page.getByText('Заказ остаётся удержанным: проверка против')).toBeVisible()
  await expect(page.getByText(/больше, чем помещается в 1С/).first()).toBeVisible()
  await expectFits(page)
  await page.getByRole('button', { name: 'Выгрузить всё равно' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/хотя проверка против/)).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Отпустить' }).click()
  await closeNotice(page, 'Отпустим через 10 секунд')
  await expect(page.getByText('Заказ пойдёт при следующем обмене').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Удержать' })).toBeVisible()
})
