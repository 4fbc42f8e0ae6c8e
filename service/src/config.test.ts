import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { databaseLimits, describeConfig, listVariables, publicAddress, readConfig } from './config.js'

it('without variables the database is in ./data, and only this machine is listened to', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ databaseUrl: undefined, host: '127.0.0.1', port: 8080, logLevel: 'info' })
  expect(config.dataDir).toBe(`${process.cwd()}/data`)
  expect(publicAddress(config, config.port)).toBe('http://127.0.0.1:8080')
})

it('all wrong variables are refused in one sentence, each with what was expected', () => {
  const wrong = {
    PORT: '99999',
    LOG_LEVEL: 'loud',
    PUBLIC_URL: 'obmen.example.ru',
    REQUEST_BODY_LIMIT: '5 apples',
    HOST: 'a b',
  }
  expect(() => readConfig(wrong)).toThrow(
    expect.objectContaining({ code: 'invalid', message: expect.stringMatching(/^[^\n]+$/) }),
  )
  for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(name)
})

it('a wrong DATABASE_URL is refused without repeating the password in it', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://u:topsecret@h/d' })).toThrow(/DATABASE_URL/)
  expect(() => readConfig({ DATABASE_URL: 'mysql://u:topsecret@h/d' })).not.toThrow(/topsecret/)
})

it('a variable that was replaced is refused, and the new one is named', () => {
  expect(() => readConfig({ WEBHOOK_ALLOW_PRIVATE: 'yes' })).toThrow(
    'WEBHOOK_ALLOW_PRIVATE больше нет, вместо неё задайте ALLOW_PRIVATE_ADDRESSES',
  )
})

it('an empty variable counts as not set', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: ' ' })).toMatchObject({ databaseUrl: undefined, port: 8080 })
})

it('statements without a limit of time are allowed: DATABASE_STATEMENT_TIMEOUT_SECONDS=0', () => {
  const config = readConfig({ DATABASE_STATEMENT_TIMEOUT_SECONDS: '0' })
  expect(databaseLimits(config).statementTimeoutMs).toBe(0)
})

it.each([
  ['1048576', 1_048_576],
  ['64k', 65_536],
  ['2 MiB', 2_097_152],
  ['1gb', 1_073_741_824],
])('a size may be written %s', (text, bytes) => {
  expect(readConfig({ REQUEST_BODY_LIMIT: text }).requestBodyLimit).toBe(bytes)
})

it.each([
  ['no', false],
  ['10.0.0.0/8, loopback', ['10.0.0.0/8', 'loopback']],
])('TRUST_PROXY=%s is understood', (text, value) => {
  expect(readConfig({ TRUST_PROXY: text }).trustProxy).toEqual(value)
})

it.each([
  ['hooks.example.ru', ['hooks.example.ru']],
  ['Hooks.Example.ru:443, 10.1.2.3:8443,[::1]:80', ['hooks.example.ru:443', '10.1.2.3:8443', '[::1]:80']],
  ['почта.рф', ['xn--80a1acny.xn--p1ai']],
])('WEBHOOK_HOSTS=%s is understood', (text, value) => {
  expect(readConfig({ WEBHOOK_HOSTS: text }).webhookHosts).toEqual(value)
})

it.each(['https://a.ru', 'a.ru/hooks', 'a.ru,,b.ru', 'me@a.ru', 'a.ru:99999', '*.a.ru:x'])(
  'WEBHOOK_HOSTS=%s is refused',
  text => {
    expect(() => readConfig({ WEBHOOK_HOSTS: text })).toThrow('WEBHOOK_HOSTS')
  },
)

it.each(['yes', '2', '10.0.0.0/33', 'proxy.local'])('TRUST_PROXY=%s is refused', text => {
  expect(() => readConfig({ TRUST_PROXY: text })).toThrow('TRUST_PROXY')
})

it('PUBLIC_URL may end with a slash and have a path; an IPv6 host gets its brackets', () => {
  expect(readConfig({ PUBLIC_URL: 'https://example.ru/obmen/' }).publicUrl).toBe('https://example.ru/obmen')
  expect(publicAddress({ publicUrl: undefined, host: '::1' }, 80)).toBe('http://[::1]:80')
})

it('DATABASE_URL_FILE names a file with the address; one that cannot be read is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'obmen-config-'))
  const file = join(folder, 'url')
  await writeFile(file, 'postgresql://u:p@db/obmen\n')
  expect(readConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgresql://u:p@db/obmen')
  await rm(folder, { recursive: true })
  expect(() => readConfig({ DATABASE_URL_FILE: file })).toThrow(`DATABASE_URL_FILE=«${file}»`)
})

it('a variable that differs from its default is shown as changed, a secret without its value', () => {
  const listed = listVariables(
    readConfig({ JOURNAL_KEEP_DAYS: '30', DATABASE_URL: 'postgresql://u:topsecret@h/d' }),
  )
  const of = (name: string) => listed.find(one => one.name === name)
  expect(of('JOURNAL_KEEP_DAYS')).toMatchObject({ value: '30', changed: true, unit: 'days' })
  expect(of('UPLOAD_SIZE_LIMIT')).toMatchObject({ value: String(4 * 2 ** 30), changed: false, unit: 'bytes' })
  expect(of('DATABASE_URL')).toMatchObject({ value: '', changed: true })
})

it('docs/configuration.md describes every variable as the program has it', async () => {
  await expect(describeConfig()).toMatchFileSnapshot('../../docs/configuration.md')
})
