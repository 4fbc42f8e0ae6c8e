import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runObmen } from '../../test/support/app/run-obmen.js'
import { emptyDatabaseUrl } from '../../test/support/databases.js'

const folder = mkdtempSync(join(tmpdir(), 'obmen-tls-'))
const [key, cert] = [join(folder, 'key'), join(folder, 'cert')]
const made = spawnSync('openssl', [
  ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
  ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert],
])
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])
let plainUrl: string
/** The same database behind a self-signed certificate; it lets in who asks for none, too. */
let url: URL
let encrypted: boolean | undefined
beforeAll(async () => {
  url = new URL(await emptyDatabaseUrl())
  url.search = ''
  plainUrl = url.href
  const target = { port: Number(url.port), host: url.hostname }
  const carry = (near: Socket): void => {
    const far = connect(target)
    far.on('error', () => near.destroy())
    near.on('error', () => far.destroy())
    near.pipe(far).pipe(near)
  }
  const server = createServer(async socket => {
    socket.on('error', () => undefined)
    await once(socket, 'readable')
    const first = socket.read() as Buffer
    encrypted = first.equals(SSL_REQUEST)
    if (!encrypted) socket.unshift(first)
    else socket.write('S')
    const secret = { key: readFileSync(key), cert: readFileSync(cert), isServer: true }
    carry(encrypted ? new TLSSocket(socket, secret) : socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url.hostname = 'localhost'
  url.port = String((server.address() as AddressInfo).port)
  return () => void server.close()
})

/** What a command says that connects: its exit code, whether by TLS, and its words. */
async function migrate(query: string, env: Record<string, string> = {}, address = url.href) {
  const { exitCode, stderr } = await runObmen(['migrate', '--dry-run'], {
    ...{ DATABASE_URL: address + query },
    ...env,
  })
  return { exitCode, encrypted, stderr }
}

describe.runIf(made.status === 0)('TLS to the database', () => {
  it.each([
    ['without a word is not used', '', undefined, { exitCode: 0, encrypted: false }],
    ['by PGSSLMODE=no-verify is used, whoever answers', '', 'no-verify', { exitCode: 0, encrypted: true }],
    [
      'is left out by sslmode=disable, whatever PGSSLMODE',
      '?sslmode=disable',
      'require',
      { exitCode: 0, encrypted: false },
    ],
    [
      'trusts the certificate of sslrootcert',
      `?sslmode=verify-full&sslrootcert=${cert}`,
      undefined,
      { exitCode: 0, encrypted: true },
    ],
  ])('%s', async (_, query, mode, expected) => {
    expect(await migrate(query, mode ? { PGSSLMODE: mode } : {})).toMatchObject(expected)
  })

  it.each(['prefer', 'require', 'verify-ca', 'verify-full'])(
    'by PGSSLMODE=%s refuses a self-signed certificate, in words',
    async PGSSLMODE => {
      const { exitCode, stderr } = await migrate('', { PGSSLMODE })
      expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^Сертификату .*sslrootcert[^\n]*\n$/)])
    },
  )

  it('that the server does not speak is said in words, and so is a missing password', async () => {
    const refused = await migrate('', { PGSSLMODE: 'require' }, plainUrl)
    expect(refused).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/^База данных не принимает TLS/),
    })
    const nameless = new URL(plainUrl)
    if (nameless.password === '') return
    nameless.password = ''
    const { exitCode, stderr } = await migrate('', {}, nameless.href)
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^Базе данных нужен пароль.*PGPASSWORD/)])
  })
})
