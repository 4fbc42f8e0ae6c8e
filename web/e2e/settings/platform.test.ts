import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, expectAccessible, expectFits, test } from '../support/fixtures.js'
import { order } from '../support/orders.js'

async function refuse(url: string, token: string, id: string, body: object): Promise<void> {
  const answer = await fetch(`${url}/api/v1/orders/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(422)
}

test('a refused order is found by its id, with the reason and what was sent', async ({
  signedInPage: page,
  obmen,
}) => {
  await refuse(obmen.url, obmen.apiToken, 'lost-17', { ...order(obmen, 'lost-17'), total: 'много' })
  await page.goto(`${obmen.url}/orders`)
  await page.getByRole('searchbox').fill('lost-17')
  const alert = page.getByRole('alert').filter({ hasText: 'Заказ «lost-17» отклонён' })
  await expect(alert).toContainText('/total')
  await expectAccessible(page)
  await alert.getByRole('link').click()

  const drawer = page.getByRole('dialog')
  await expect(drawer).toContainText('/total')
  await expect(drawer).toContainText('"total": "много"')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('table', { name: 'Платформа' }).getByRole('row')).toHaveCount(2)

  await page.goto(`${obmen.url}/orders/lost-17`)
  await expect(page.getByRole('alert')).toContainText('Заказ «lost-17» отклонён')
})

test('for the id of an order of a batch the page says where the order is', async ({
  signedInPage: page,
  obmen,
}) => {
  const answer = await fetch(`${obmen.url}/api/v1/orders:batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${obmen.apiToken}`, 'content-type': 'application/x-ndjson' },
    body: JSON.stringify(order(obmen, 'in-batch-1')),
  })
  expect(await answer.text()).toContain('"status":201')
  await page.goto(`${obmen.url}/platform?orderId=in-batch-1`)
  await expect(page.getByText('Принятые строки пакетов по одной не записываются')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Открыть заказ' }).click()
  await expect(page).toHaveURL(/\/orders\/in-batch-1$/)
})

test('the page of the platform shows the refused first', async ({ signedInPage: page, obmen }) => {
  await refuse(obmen.url, obmen.apiToken, 'wide-1', { id: 'wide-1', wrong: true })
  await obmen.rest('PUT', '/orders/wide-2', order(obmen, 'wide-2'))
  await page.goto(`${obmen.url}/platform`)
  const table = page.getByRole('table', { name: 'Платформа' })
  await expect(table).toContainText('wide-1')
  await expect(table).not.toContainText('wide-2')
  await page.getByRole('combobox', { name: 'Итог' }).click()
  await page.getByRole('option', { name: 'Принятые' }).click()
  await expect(table).toContainText('wide-2')
  await expect(page).toHaveURL(/status=accepted/)
  await page.goto(`${obmen.url}/platform?status=all`)
  await expect(table).toContainText('wide-1')
  await expectFits(page)
})

test('refusals are grouped by cause, which lists its requests, and counted by day', async ({
  signedInPage: page,
  obmen,
}) => {
  for (const id of ['cause-1', 'cause-2']) {
    await refuse(obmen.url, obmen.apiToken, id, { ...order(obmen, id), total: '1.07' })
    await refuse(obmen.url, obmen.apiToken, `${id}-other`, { ...order(obmen, id), currency: 'рубли' })
  }
  await page.goto(`${obmen.url}/platform`)
  const cause = page
    .getByRole('region', { name: 'Причины отказов' })
    .getByRole('link', { name: 'а в total 1,07' })
  await expect(cause).toContainText(/total · отказов: 2, последний сегодня/)
  await expectAccessible(page, true)
  await cause.click()
  const table = page.getByRole('table', { name: 'Платформа' })
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(table).not.toContainText('other')
  await expect(cause).toHaveAttribute('aria-current', 'page')
  await page.getByRole('combobox', { name: 'Токен' }).click()
  await page.getByRole('option', { name: 'Токен, созданный при установке' }).click()
  await expect(page).toHaveURL(/cause=.*tokenId=/)
  await expect(table.getByRole('row')).toHaveCount(3)
  await page.getByText('Показать таблицей').click()
  const today = page.getByRole('table', { name: 'Запросы по дням' }).getByRole('row').nth(1)
  await expect(today).toContainText(/\d/)
  await expectFits(page)
  await page.getByRole('button', { name: 'Скачать' }).click()
  const file = page.getByRole('menuitem', { name: 'CSV' })
  await expect(file).toHaveAttribute('href', /requests\.csv\?status=refused&cause=total-differs.*&tokenId=/)
  await page.keyboard.press('Escape')
  await cause.click()
  await expect(table).toContainText('cause-1-other')
})

test('a refused request is copied as a command that sends it again, to the byte', async ({
  signedInPage: page,
  obmen,
}) => {
  const body = `{"note": "it's $HOME \`id\` \\\\ \\u0041"\nBODY\n  "нет"`
  const headers = { authorization: `Bearer ${obmen.apiToken}`, 'content-type': 'application/json' }
  await fetch(`${obmen.url}/api/v1/orders/it's[1]`, { method: 'PUT', headers, body })
  await page.goto(`${obmen.url}/platform`)
  await page
    .getByRole('link')
    .filter({ hasText: /^\d\d\.\d\d\.\d{4}/ })
    .first()
    .click()
  await page.evaluate(() => {
    navigator.clipboard.writeText = async text => void Object.assign(window, { copied: text })
  })
  await page.getByRole('dialog').getByRole('button', { name: 'Скопировать как curl' }).click()
  await expectAccessible(page)
  const command = await page.evaluate(() => (window as unknown as { copied: string }).copied)
  expect(command).not.toContain(obmen.apiToken)
  const env = { ...process.env, OBMEN_TOKEN: obmen.apiToken }
  const { stdout } = await promisify(execFile)('bash', ['-c', command], { env })
  expect(stdout).toMatch(/^HTTP\S+ 400/)
  const { items } = (await obmen.rest('GET', `/requests?limit=2`)) as {
    items: { id: number; path: string }[]
  }
  const [again, first] = await Promise.all(items.map(({ id }) => obmen.rest('GET', `/requests/${id}`)))
  expect(again).toMatchObject({ path: items[1]?.path, body: `${(first as { body: string }).body}\n` })
})

test('a request is copied only if its body is stored as it was sent, but for what is masked', async ({
  signedInPage: page,
  obmen,
}) => {
  const send = async (method: string, path: string, type: string, body: BodyInit) => {
    const headers = { authorization: `Bearer ${obmen.apiToken}`, 'content-type': type }
    await (await fetch(`${obmen.url}/api/v1/orders${path}`, { method, headers, body })).text()
  }
  const json = 'application/json'
  await send('PUT', '/copied-masked', json, '{"password": "такой длинный, что скрытый короче"}')
  await send('PUT', '/copied-1251', json, Uint8Array.from([0x22, 0xcf, 0xf0, 0x22]))
  await send('PUT', '/copied-type', 'text/plain', '{}')
  await send('POST', ':batch', 'application/x-ndjson', JSON.stringify(order(obmen, 'copied-batch')))
  const list = async () => (await obmen.rest('GET', '/requests?limit=4')) as { items: { id: number }[] }
  await expect.poll(async () => JSON.stringify(await list())).toMatch(/batch.*-type.*-1251.*-masked/)
  const [batch, otherType, otherEncoding, masked] = (await list()).items
  const dialog = page.getByRole('dialog')
  const copy = dialog.getByRole('button', { name: 'Скопировать как curl' })
  for (const [request, copies] of [
    [masked, 1],
    [batch, 0],
    [otherType, 0],
    [otherEncoding, 0],
  ] as const) {
    await page.goto(`${obmen.url}/platform?id=${request!.id}`)
    await expect(dialog.getByText('Номер запроса')).toBeVisible()
    await expect(copy).toHaveCount(copies)
    await expect(dialog.getByText('Показано начало')).toHaveCount(0)
  }
})

test('a list is downloaded as it is filtered', async ({ signedInPage: page, obmen }) => {
  await obmen.rest('PUT', '/orders/file-1', order(obmen, 'file-1'))
  await page.goto(`${obmen.url}/orders?q=file-1`)
  await page.getByRole('button', { name: 'Скачать' }).click()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('zakazy.csv')
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toMatch(/^\uFEFF№ в 1С;Номер на платформе;/)
  const rows = text.trim().split('\r\n')
  expect(rows).toHaveLength(2)
  expect(rows[1]).toContain(';file-1;')
})
