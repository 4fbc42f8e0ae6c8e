import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { openSite, type SeenRequest } from '../test/support/site.js'
import { createBase } from './base/base.js'
import type { Client } from './client.js'
import { type ExchangeOptions, runExchange } from './run-exchange.js'

const BITRIX = '/bitrix/admin/1c_exchange.php'

async function requestsOf(client: Client, path: string, options: Partial<ExchangeOptions> = {}) {
  await using site = await openSite()
  const url = site.origin + path
  const result = await runExchange(createBase(client), {
    url,
    login: 'логин',
    password: 'пароль',
    ...options,
  })
  return { result, site, urls: site.requests.map(request => request.url) }
}

test('a client that is no 1C may sign in once and then show its cookie alone', async () => {
  const { site } = await requestsOf('bp', '/1c', { cookieOnly: true })
  const shown = site.requests.map(({ headers }) => [
    headers.authorization !== undefined,
    headers.cookie !== undefined,
  ])
  expect(shown).toEqual([
    [true, false],
    [false, true],
    [false, true],
  ])
})

describe('the requests of each 1C, in its order', () => {
  test.each<[string, Client, string, Partial<ExchangeOptions>, string]>([
    [
      'УТ asks for the catalogue first, says no init and sends sessid',
      'ut',
      '/1c',
      {},
      'catalog&mode=checkauth sale&mode=checkauth sale&mode=query&sessid=token-7 sale&mode=success&sessid=token-7',
    ],
    [
      'Розница sends no sessid',
      'rt',
      '/1c',
      {},
      'catalog&mode=checkauth sale&mode=checkauth sale&mode=query sale&mode=success',
    ],
    [
      'УНФ with another CMS says neither init nor token',
      'unf',
      '/1c',
      {},
      'catalog&mode=checkauth sale&mode=checkauth sale&mode=query sale&mode=success',
    ],
    [
      'УНФ with the address of Bitrix says init and appends line 4',
      'unf',
      BITRIX,
      {},
      'catalog&mode=checkauth sale&mode=checkauth sale&mode=init&sessid=token-7 sale&mode=query&sessid=token-7 sale&mode=success&sessid=token-7',
    ],
    [
      'УНФ with subordinate documents announces cmlVersion',
      'unf',
      BITRIX,
      { subordinateDocuments: true },
      'catalog&mode=checkauth sale&mode=checkauth sale&mode=init&sessid=token-7&cmlVersion=2.10 sale&mode=query&sessid=token-7 sale&mode=success&sessid=token-7',
    ],
    [
      'БП with another CMS asks for orders at once',
      'bp',
      '/1c',
      {},
      'sale&mode=checkauth sale&mode=query sale&mode=success',
    ],
    [
      'БП with Bitrix announces cmlVersion whenever it loads payments',
      'bp',
      BITRIX,
      {},
      'sale&mode=checkauth sale&mode=init&sessid=token-7&cmlVersion=2.10 sale&mode=query&sessid=token-7 sale&mode=success&sessid=token-7',
    ],
    [
      'БП can be told another CMS at the address of Bitrix',
      'bp',
      BITRIX,
      { protocol: 'other' },
      'sale&mode=checkauth sale&mode=query sale&mode=success',
    ],
    [
      "Bitrix' module says init with its version",
      'bitrix',
      '/1c',
      {},
      'sale&mode=checkauth sale&mode=init&sessid=token-7&version=2.09 sale&mode=query&sessid=token-7 sale&mode=success&sessid=token-7',
    ],
  ])('%s', async (_title, client, path, options, expected) => {
    const { result, urls } = await requestsOf(client, path, options)
    expect(urls).toEqual(expected.split(' ').map(query => `${path}?type=${query}`))
    expect(result).toMatchObject({ ok: true, confirmed: true, outcome: 'confirmed', documents: [] })
    expect(result.findings).toEqual([])
  })

  test('an address without a path means the script of Bitrix', async () => {
    const { urls } = await requestsOf('ut', '')
    expect(urls[0]).toBe(`${BITRIX}?type=catalog&mode=checkauth`)
  })
})

test('Basic in UTF-8 goes with every request, the cookie with those after checkauth', async () => {
  const { site } = await requestsOf('ut', '/1c')
  const basic = `Basic ${Buffer.from('логин:пароль').toString('base64')}`
  for (const { headers } of site.requests) {
    expect(headers).toMatchObject({ authorization: basic, 'user-agent': '1C+Enterprise/8.3', accept: '*/*' })
  }
  expect(site.requests.map(request => request.headers.cookie)).toEqual([
    undefined,
    undefined,
    'OBMEN=cookie-7',
    'OBMEN=cookie-7',
  ])
})

test('the preliminary checkauth has its own connection, the exchange keeps to one', async () => {
  const ports: (number | undefined)[] = []
  await using site = await openSite()
  const seen = (text: string) => (_: SeenRequest, response: ServerResponse) => {
    ports.push(response.socket?.remotePort)
    return text
  }
  site.script.checkauth = seen('success\na\nb')
  site.script.success = seen('success')
  await runExchange(createBase('rt'), { url: site.url, login: 'l', password: 'p' })
  expect(ports).toHaveLength(3)
  expect(ports[0]).not.toBe(ports[1])
  expect(ports[2]).toBe(ports[1])
})

test('УТ sends an empty sessid if there is none, and takes blanks and backslashes in the address', async () => {
  await using site = await openSite({ checkauth: 'success\na\nb' })
  await runExchange(createBase('ut'), { url: ` ${site.origin}\\1c `, login: 'l', password: 'p' })
  expect(site.requests.at(-1)?.url).toBe('/1c?type=sale&mode=success&sessid=')
})

test('onStep is waited for after each request', async () => {
  await using site = await openSite()
  const names: string[] = []
  await runExchange(createBase('bp'), {
    url: site.url,
    login: 'l',
    password: 'p',
    onStep: async step => {
      await new Promise(resolve => setImmediate(resolve))
      names.push(`${step.name} ${site.requests.length}`)
    },
  })
  expect(names).toEqual(['checkauth 1', 'query 2', 'success 3'])
})

test('without sendSuccess the exchange ends after loading', async () => {
  const { result, urls } = await requestsOf('bp', '/1c', { sendSuccess: false })
  expect(urls).toHaveLength(2)
  expect(result).toMatchObject({ ok: true, confirmed: false, outcome: 'loaded' })
})
