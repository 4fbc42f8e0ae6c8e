import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, signIn, test } from '../support/fixtures.js'
import { startObmen } from '../support/obmen.js'

test('behind a proxy under a path prefix everything works, deep links and scripts included', async ({
  browser,
}) => {
  let target = ''
  /** As a proxy does: takes the prefix off, passes the rest on. */
  const proxy = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (!incoming.url?.startsWith('/obmen/')) return void outgoing.writeHead(404).end('outside of the prefix')
    const options = { method: incoming.method, headers: incoming.headers }
    incoming.pipe(
      request(target + incoming.url.slice('/obmen'.length), options, answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      }),
    )
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  const front = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/obmen`
  try {
    await using obmen = await startObmen({ PUBLIC_URL: front })
    target = obmen.url
    const context = await browser.newContext({ locale: 'ru-RU' })
    const page = await context.newPage()
    const outside: string[] = []
    const refused: string[] = []
    page.on('request', made => !made.url().startsWith(`${front}/`) && outside.push(made.url()))
    page.on(
      'console',
      message => message.text().includes('Content Security Policy') && refused.push(message.text()),
    )
    await signIn(page, { ...obmen, url: front })
    await page.goto(`${front}/settings?tab=integrations`)
    await page.getByRole('button', { name: 'Добавить интеграцию' }).click()
    await expect(page.getByLabel('Настройки (JSON)')).toBeVisible()
    await page.getByRole('button', { name: 'Отменить' }).click()
    await page.getByRole('link', { name: 'Обзор' }).click()
    await expect(page).toHaveURL(`${front}/overview`)
    expect(outside.filter(url => !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([])
    expect(refused).toEqual([])
    await context.close()
  } finally {
    proxy.closeAllConnections()
    proxy.close()
  }
})
