import { describe, expect, test } from 'vitest'
import { openSite } from '../../test/support/site.js'
import { createBase } from '../base/base.js'
import type { Client } from '../client.js'
import { runUpload, type UploadOptions } from './run-upload.js'

const ORDERS = {
  name: 'orders-1_1.xml',
  content: Buffer.from('<?xml version="1.0"?><КоммерческаяИнформация/>'),
}

async function upload(
  client: Client,
  script: Parameters<typeof openSite>[0],
  options: Partial<UploadOptions> & { path?: string } = {},
) {
  await using site = await openSite(script)
  const { path = '/1c', ...rest } = options
  const given = {
    url: site.origin + path,
    login: 'l',
    password: 'p',
    type: 'sale' as const,
    files: [ORDERS],
    progressDelayMs: 1,
    ...rest,
  }
  const result = await runUpload(createBase(client), given)
  return { result, requests: site.requests, urls: site.requests.map(request => request.url) }
}

describe('what 1C uploads', () => {
  test('УТ says checkauth, init, file, import, the file raw as application/octet-stream', async () => {
    const { result, urls, requests } = await upload('ut', {})
    expect(result).toMatchObject({ ok: true, answer: null, findings: [] })
    expect(urls).toEqual([
      '/1c?type=sale&mode=checkauth',
      '/1c?type=sale&mode=init&sessid=token-7',
      '/1c?type=sale&mode=file&filename=orders-1_1.xml&sessid=token-7',
      '/1c?type=sale&mode=import&filename=orders-1_1.xml&sessid=token-7',
    ])
    expect(requests[2]?.headers['content-type']).toBe('application/octet-stream')
    expect(requests[2]?.body).toEqual(ORDERS.content)
  })

  test('УНФ with Bitrix puts mode last in init', async () => {
    const { urls } = await upload('unf', {}, { path: '/bitrix/admin/1c_exchange.php' })
    expect(urls[1]).toContain('?type=sale&sessid=token-7&version=2.09&cmlVersion=2.10&mode=init')
  })

  test.each(['zip=no\nfile_limit=100\n', 'zip=no\nfile_limit=100\nsessid=1', 'zip=no'])(
    'УТ and Розница want exactly two lines of init: %j',
    async init => {
      for (const client of ['ut', 'rt'] as const) {
        const { result } = await upload(client, { init })
        expect(result).toMatchObject({ ok: false, findings: [{ code: 'init-lines' }] })
      }
    },
  )

  test('a file over the limit goes in parts under one name', async () => {
    const { requests } = await upload('ut', { init: 'zip=no\nfile_limit=20' })
    const parts = requests.filter(request => request.method === 'POST')
    expect(parts.map(part => part.body.length)).toEqual([20, 20, 20, ORDERS.content.length - 60])
    expect(Buffer.concat(parts.map(part => part.body))).toEqual(ORDERS.content)
    expect(new Set(parts.map(part => part.url)).size).toBe(1)
  })

  test('a refused file ends the upload with the words of the site', async () => {
    const { result, urls } = await upload('unf', { file: 'failure\nЗаказы из 1С не принимаются' })
    expect(result).toMatchObject({ ok: false, answer: 'failure\nЗаказы из 1С не принимаются' })
    expect(urls.some(url => url.includes('mode=import'))).toBe(false)
  })

  test('import is asked again while the site says progress', async () => {
    let asked = 0
    const { result } = await upload('unf', { import: () => (++asked < 3 ? 'progress\n50%' : 'success') })
    expect(result.ok).toBe(true)
    expect(asked).toBe(3)
  })

  test('УТ that does not wait asks no import', async () => {
    const { urls } = await upload('ut', {}, { waitForImport: false })
    expect(urls.some(url => url.includes('mode=import'))).toBe(false)
  })

  test('БП uploads nothing', async () => {
    await expect(upload('bp', {})).rejects.toThrow(/nothing/)
  })
})
