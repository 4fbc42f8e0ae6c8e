import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../config.js'
import { AppError } from '../errors/app-error.js'
import { createLog } from '../log.js'
import { securityHeaders } from './browser-headers.js'
import { httpConfig } from './http-config.js'
import { createServer, type Server } from './server.js'

import { serveWebApp } from './web-app.js'

let folder: string
let server: Server
let url: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'obmen-web-'))
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, '.vite'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><base href="/" /><title>Obmen</title>')
  writeFileSync(join(folder, 'assets/index-a1B2c3D4.js'), `export const text = '${'x'.repeat(5000)}'`)
  writeFileSync(join(folder, 'early.js'), 'document.title')
  writeFileSync(join(folder, '.vite/manifest.json'), '{}')
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => server.close())

async function start(
  options: { pathPrefix?: string; secure?: boolean; folder?: string } = {},
): Promise<void> {
  const pathPrefix = options.pathPrefix ?? ''
  server = createServer({
    config: { ...httpConfig(readConfig({ PORT: '0' })), pathPrefix, secure: options.secure ?? false },
    log: createLog('silent'),
    onError: (error, _request, reply) =>
      reply
        .code(error instanceof AppError ? 404 : ((error as { statusCode?: number }).statusCode ?? 500))
        .send(String(error)),
  })
  await securityHeaders(server.app, { secure: options.secure ?? false })
  serveWebApp(server.app, { folder: options.folder ?? folder, pathPrefix })
  url = await server.listen()
}

const page = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

describe('the web app', () => {
  it('opens at its root and at every page inside, so that a link can be sent', async () => {
    await start()
    for (const path of ['/', '/orders/olv-17?tab=xml', '/settings.general']) {
      const response = await fetch(url + path, page)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(await response.text()).toContain('<base href="/" />')
    }
  })

  it('knows the path that it is reached at behind a proxy', async () => {
    await start({ pathPrefix: '/obmen' })
    expect(await (await fetch(`${url}/obmen/orders`, page)).text()).toContain('<base href="/obmen/" />')
    expect(await (await fetch(`${url}/orders`, page)).text()).toContain('<base href="/obmen/" />')
    expect((await fetch(`${url}/obmen/early.js`)).status).toBe(200)
  })

  it('answers 404, not a page, for a missing file, an unknown API address and another method', async () => {
    await start()
    expect((await fetch(`${url}/assets/old-00000000.js`, page)).status).toBe(404)
    expect((await fetch(`${url}/missing.js`)).status).toBe(404)
    expect((await fetch(`${url}/api/v1/nothing`, page)).status).toBe(404)
    expect((await fetch(`${url}/`, { ...page, method: 'DELETE' })).status).toBe(404)
    expect((await fetch(`${url}/.vite/manifest.json`)).status).toBe(404)
    expect((await fetch(`${url}/..%2f..%2fpackage.json`)).status).toBe(404)
    expect((await fetch(`${url}/%`, page)).status).toBeLessThan(500)
  })

  it('lets browsers keep hashed files for good and asks again for the others', async () => {
    await start()
    const hashed = await fetch(`${url}/assets/index-a1B2c3D4.js`)
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const early = await fetch(`${url}/early.js`)
    expect(early.headers.get('cache-control')).toBe('no-cache')
    const again = await fetch(`${url}/early.js`, { headers: { 'if-none-match': early.headers.get('etag')! } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const changed = await fetch(`${url}/early.js`, { headers: { 'if-none-match': '"other"' } })
    expect(changed.status).toBe(200)
  })

  it('sends texts compressed to who accepts it, under an ETag of their own', async () => {
    await start()
    const file = `${url}/assets/index-a1B2c3D4.js`
    const zipped = await fetch(file, { headers: { 'accept-encoding': 'gzip, br' } })
    const plain = await fetch(file, { headers: { 'accept-encoding': 'identity' } })
    expect([zipped.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual([
      'gzip',
      null,
    ])
    expect(Number(zipped.headers.get('content-length'))).toBeLessThan(200)
    expect(await zipped.text()).toBe(await plain.text())
    expect(zipped.headers.get('etag')).not.toBe(plain.headers.get('etag'))
    expect(zipped.headers.get('vary')).toBe('accept-encoding')
  })

  it('sends what the build compressed to who understands brotli', async () => {
    await start()
    const text = await (await fetch(`${url}/assets/index-a1B2c3D4.js`)).text()
    await server.close()
    writeFileSync(join(folder, 'assets/index-a1B2c3D4.js.br'), brotliCompressSync(text))
    await start()
    const small = await fetch(`${url}/assets/index-a1B2c3D4.js`, {
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(small.headers.get('content-encoding')).toBe('br')
    expect(await small.text()).toBe(text)
    expect((await fetch(`${url}/assets/index-a1B2c3D4.js.br`)).status).toBe(404)
  })

  it('answers HEAD without a body', async () => {
    await start()
    const response = await fetch(url, { ...page, method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(20)
  })

  it('allows scripts from its own files only, and no frame around it', async () => {
    await start()
    const csp = (await fetch(url, page)).headers.get('content-security-policy')!
    expect(csp).toContain("script-src 'self';")
    expect(csp).toContain("frame-ancestors 'none'")
    expect(csp).not.toContain('upgrade-insecure-requests')
    expect((await fetch(url, page)).headers.get('x-content-type-options')).toBe('nosniff')
    expect((await fetch(url, page)).headers.get('strict-transport-security')).toBeNull()
  })

  it('asks for https only where PUBLIC_URL is https', async () => {
    await start({ secure: true })
    expect((await fetch(url, page)).headers.get('strict-transport-security')).toBe('max-age=31536000')
  })

  it('that is not built says how to build it', async () => {
    await start({ folder: join(folder, 'nowhere') })
    const response = await fetch(url, page)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
  })
})
