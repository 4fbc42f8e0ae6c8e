import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, expectFits, test } from '../support/fixtures.js'
import { startObmen } from '../support/obmen.js'

/** A chat whose incoming webhook notes what it is sent, and refuses once it is told to. */
async function startChat() {
  const heard: string[] = []
  let refuses = false
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    heard.push(body)
    response.writeHead(refuses ? 404 : 200).end('ok')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/team`,
    heard,
    refuse: () => {
      refuses = true
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

test('a person chooses how and of what to be told, and tries it', async ({ page }) => {
  await using chat = await startChat()
  await using obmen = await startObmen({ ALLOW_PRIVATE_ADDRESSES: 'yes' })
  const { email, password } = obmen.admin
  await page.request.post(`${obmen.url}/api/v1/auth/sign-in`, {
    headers: { 'X-Obmen-CSRF': '1' },
    data: { email, password },
  })
  await page.goto(`${obmen.url}/account`)
  await page.getByRole('tab', { name: 'Уведомления' }).click()
  await expect(
    page.getByText('Почта не настроена на сервере: попросите системного оператора задать SMTP_URL.'),
  ).toBeVisible()
  await expect(page.getByText(/задать TELEGRAM_BOT_TOKEN/)).toBeVisible()

  const save = page.getByRole('button', { name: 'Сохранить уведомления' })
  const field = page.getByLabel('Адрес входящего вебхука')
  const channel = page.getByRole('switch', { name: 'Рабочий чат по вебхуку' })
  await channel.check({ force: true })
  await save.click()
  await expect(field).toHaveAccessibleDescription(/Вставьте адрес вебхука целиком/)
  await expect(field).toBeFocused()
  await field.fill('https://чат.рф/hook')
  await save.click()
  await expect(field).toHaveAccessibleDescription(/без пробелов и русских букв/)
  await channel.uncheck({ force: true })
  await page.getByRole('switch', { name: '1С замолчала' }).uncheck({ force: true })
  await save.click()
  await expect(page.getByText('Уведомления сохранены')).toBeVisible()
  await page.getByRole('switch', { name: '1С замолчала' }).check({ force: true })
  await channel.check({ force: true })
  await field.fill(chat.url)
  await page.getByRole('switch', { name: '1С не подтверждает заказы' }).uncheck({ force: true })
  await page.getByRole('switch', { name: 'Тихие часы' }).check({ force: true })
  await page.getByLabel('С', { exact: true }).fill('21:30')
  await save.click()
  await expect(save).toBeDisabled()

  const tryIt = page.getByRole('button', { name: 'Проверить: Рабочий чат по вебхуку' })
  await tryIt.click()
  await expect(page.getByText('Сообщение отправлено: посмотрите в чате.')).toBeVisible()
  expect(JSON.parse(chat.heard[0] ?? '')).toEqual({ text: expect.any(String) })
  chat.refuse()
  await tryIt.click()
  await expect(page.getByRole('status').filter({ hasText: /не принял сообщение/ })).toBeVisible()
  await expectFits(page, ['light', 'dark'])

  await page.reload()
  await expect(field).toHaveValue(chat.url)
  await expect(page.getByLabel('С', { exact: true })).toHaveValue('21:30')
  await expect(page.getByRole('switch', { name: '1С не подтверждает заказы' })).not.toBeChecked()
  await expect(page.getByRole('switch', { name: '1С замолчала' })).toBeChecked()
})
