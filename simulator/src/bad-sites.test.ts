import { describe, expect, test } from 'vitest'
import { answer, order } from '../test/support/order.js'
import { openSite, type Site } from '../test/support/site.js'
import { createBase } from './base/base.js'
import type { BaseSettings } from './base/settings.js'
import type { Client } from './client.js'
import type { ExchangeOutcome } from './result.js'
import { type ExchangeOptions, runExchange } from './run-exchange.js'
import type { FindingCode } from './texts.js'

const GOOD = answer(order())
const BY = { login: 'l', password: 'p' }
const EMPTY_LONG = answer(`<!--${'я'.repeat(500)}-->`)
const ALL: Client[] = ['ut', 'rt', 'unf', 'bp', 'bitrix']
const CYRILLIC_1251 = Buffer.from([0xcf, 0xe5, 0xf0, 0xec, 0xfc])

type Expected = Partial<Record<Client, [ExchangeOutcome, FindingCode?]>>
type Case = [
  title: string,
  script: Site['script'],
  expected: Expected,
  options?: Partial<ExchangeOptions>,
  settings?: BaseSettings,
]

const all = (outcome: ExchangeOutcome, code?: FindingCode, but: Expected = {}): Expected => ({
  ...Object.fromEntries(ALL.map(client => [client, [outcome, code]])),
  ...but,
})

const CATALOG_REFUSED: Expected = {
  ut: ['not-authorised', 'catalog-checkauth-refused'],
  rt: ['not-authorised', 'catalog-checkauth-refused'],
  unf: ['not-authorised', 'catalog-checkauth-refused'],
}

const BITRIX_PROTOCOL = { protocol: 'bitrix' as const }

const CASES: Case[] = [
  ['CRLF in checkauth', { checkauth: 'success\r\na\r\nb' }, all('not-authorised', 'crlf-checkauth')],
  [
    'a checkauth that says no',
    { checkauth: 'failure\nНет такого логина' },
    all('not-authorised', 'not-authorised', CATALOG_REFUSED),
  ],
  [
    'a refused type=catalog checkauth',
    { 'catalog.checkauth': 'failure' },
    { ...CATALOG_REFUSED, bp: ['confirmed'], bitrix: ['confirmed'] },
  ],
  ['success with blanks and capitals', { checkauth: ' Success \na\nb' }, all('confirmed')],
  ['a BOM before success', { checkauth: '\uFEFFsuccess\na\nb' }, all('not-authorised', 'bom')],
  ['a checkauth without a cookie', { checkauth: 'success' }, all('confirmed', 'no-cookie')],
  [
    'status 401 with words',
    { checkauth: { status: 401, body: 'failure\nПароль' } },
    all('not-authorised', 'status-not-200'),
  ],
  [
    'status 201 with success',
    { checkauth: { status: 201, body: 'success\na\nb' } },
    all('confirmed', 'status-not-200', { bp: ['not-authorised', 'status-not-200'] }),
  ],
  [
    'a redirect',
    { checkauth: { status: 301, headers: { Location: 'http://127.0.0.1/x' }, body: '<html>' } },
    all('not-authorised', 'redirect'),
  ],
  ['an empty checkauth', { checkauth: '' }, all('not-authorised')],
  [
    'init of one line',
    { init: 'zip=no' },
    { unf: ['not-initialised', 'init-lines'], bp: ['confirmed'] },
    BITRIX_PROTOCOL,
  ],
  [
    'init of four lines',
    { init: 'zip=no\nfile_limit=1\nsessid=1\nversion=2.09' },
    { unf: ['confirmed'], bp: ['confirmed'], bitrix: ['confirmed'] },
    BITRIX_PROTOCOL,
  ],
  [
    'an init that fails',
    { init: 'failure\nНет' },
    { unf: ['confirmed', 'init-failure-unseen'], bp: ['confirmed', 'init-failure-unseen'] },
    BITRIX_PROTOCOL,
  ],
  ['a BOM before the XML', { query: `\uFEFF${GOOD}` }, all('not-read', 'bom')],
  ['a blank before the XML', { query: `\n${GOOD}` }, all('not-read', 'blank-before-xml')],
  [
    'a root without a declaration',
    { query: GOOD.slice(GOOD.indexOf('<Комм')) },
    {
      ut: ['not-read', 'query-unreadable'],
      rt: ['not-read', 'query-unreadable'],
      unf: ['confirmed'],
      bp: ['confirmed'],
    },
  ],
  ['a zip', { query: Buffer.from('PK\u0003\u0004……') }, all('not-read', 'zip-answer')],
  ['a query that fails', { query: 'failure\nПозже' }, all('not-read', 'query-failure')],
  [
    'a page instead of orders',
    { query: '<!DOCTYPE html><html></html>' },
    all('not-read', 'query-unreadable'),
  ],
  ['an empty query', { query: '' }, all('not-read')],
  [
    'an empty answer of 555 characters and more',
    { query: EMPTY_LONG },
    all('confirmed', undefined, { unf: ['load-failed', 'empty-too-long'] }),
  ],
  ['broken XML', { query: GOOD.replace('</Документ>', '') }, all('load-failed', 'xml-broken')],
  ['XML that ends in the middle', { query: GOOD.slice(0, -40) }, all('load-failed', 'xml-broken')],
  [
    'a bare control character',
    { query: GOOD.replace('Кружка', 'Круж\u0001ка') },
    all('load-failed', 'control-characters', { unf: ['confirmed', 'control-removed'] }),
  ],
  [
    'a control character by reference',
    { query: GOOD.replace('Кружка', 'Круж&#1;ка') },
    all('load-failed', 'xml-broken'),
  ],
  [
    'windows-1251 bytes that the header names',
    {
      query: {
        headers: { 'Content-Type': 'application/xml; charset=windows-1251' },
        body: windows1251(GOOD),
      },
    },
    { ut: ['confirmed'], rt: ['confirmed'], unf: ['confirmed'], bp: ['confirmed'] },
  ],
  [
    'windows-1251 bytes that nothing names',
    { query: { headers: { 'Content-Type': 'text/xml' }, body: windows1251(GOOD) } },
    {
      ut: ['confirmed', 'strange-root'],
      rt: ['confirmed', 'charset-damaged'],
      unf: ['confirmed'],
      bp: ['confirmed'],
    },
  ],
  [
    'a success that fails',
    { success: 'failure\nНе то' },
    all('confirmation-refused', 'success-refusal-unseen', {
      unf: ['confirmation-refused', 'success-refused'],
      bp: ['confirmation-refused', 'success-refused'],
    }),
  ],
  [
    'an empty answer to success',
    { success: '' },
    all('confirmation-refused', undefined, { unf: ['confirmed'] }),
  ],
  ['an address with a question mark', {}, all('confirmed', 'address-with-question'), { url: '?key=1' }],
]

function windows1251(text: string): Buffer {
  const bytes = [...text].map(character => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) return code
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0
    return { ё: 0xb8, Ё: 0xa8 }[character] ?? 0x3f
  })
  return Buffer.from(bytes)
}

test('the test writes windows-1251 as it is', () => {
  expect(windows1251('Пермь')).toEqual(CYRILLIC_1251)
})

describe.each(CASES)('%s', (_title, script, expected, options = {}, settings = {}) => {
  test.each(Object.entries(expected) as [Client, [ExchangeOutcome, FindingCode?]][])(
    '%s',
    async (client, [outcome, code]) => {
      let asked = 0
      const query = script.query
      const once = () => (asked++ === 0 ? (query as string) : answer())
      const bitrix =
        client === 'bitrix' && query !== undefined && typeof query !== 'function' ? { query: once } : {}
      await using site = await openSite({ ...script, ...bitrix })
      const url = options.url === undefined ? site.url : site.url + options.url
      const given = { ...BY, retryDelayMs: 1, ...options, url }
      const result = await runExchange(createBase(client, settings), given)
      expect(result.outcome).toBe(outcome)
      if (code !== undefined) expect(Object.keys(result.counts.findings)).toContain(code)
      expect(result.confirmed).toBe(outcome === 'confirmed')
    },
  )
})

test('a BOM may be supposed to be taken off by the platform', async () => {
  await using site = await openSite({ query: `\uFEFF${GOOD}`, checkauth: '\uFEFFsuccess\na\nb' })
  const result = await runExchange(createBase('ut', { bom: 'strip' }), { ...BY, url: site.url })
  expect(result).toMatchObject({ outcome: 'confirmed', counts: { created: 1 } })
})

describe('a download that breaks off', () => {
  const cutBody = (site: Site) => {
    site.script.query = (_, response) => {
      response.writeHead(200, {
        'Content-Type': 'application/xml; charset=utf-8',
        'Content-Length': '100000',
      })
      response.write(GOOD.slice(0, 300))
      setTimeout(() => response.destroy(), 20)
      return undefined
    }
  }

  test.each<Client>(['ut', 'rt', 'bp', 'bitrix'])('%s takes nothing and says no success', async client => {
    await using site = await openSite()
    cutBody(site)
    const base = createBase(client)
    const result = await runExchange(base, { ...BY, url: site.url })
    expect(result).toMatchObject({ outcome: 'cut', ok: false, documents: [] })
    expect(base.documents.size).toBe(0)
    expect(site.requests.at(-1)?.url).toContain('mode=query')
  })

  test('УНФ asks once more and goes on', async () => {
    await using site = await openSite()
    cutBody(site)
    const cut = site.script.query
    site.script.query = (request, response) => {
      site.script.query = GOOD
      return typeof cut === 'function' ? cut(request, response) : undefined
    }
    const result = await runExchange(createBase('unf'), { ...BY, url: site.url, retryDelayMs: 1 })
    expect(result).toMatchObject({ outcome: 'confirmed', counts: { created: 1 } })
    const steps = result.steps.map(step => step.name).join(' ')
    expect(steps).toBe('checkauth checkauth query query success')
  })

  test('we can break it off on purpose, after so many bytes', async () => {
    await using site = await openSite({ query: GOOD })
    const base = createBase('unf')
    const result = await runExchange(base, { ...BY, url: site.url, stopAfterBytes: 100 })
    expect(result).toMatchObject({ outcome: 'cut', counts: { created: 0 } })
    expect(base.documents.size).toBe(0)
  })
})

test('a site that is not there is an outcome, not an exception', async () => {
  const url = 'http://127.0.0.1:9/1c'
  const result = await runExchange(createBase('bp'), { ...BY, url })
  expect(result).toMatchObject({ outcome: 'not-authorised', ok: false })
  expect(result.steps[0]).toMatchObject({ status: null })
  expect(Object.keys(result.counts.findings)).toContain('no-answer')
})

test('an answer that takes longer than the timeout is none', async () => {
  await using site = await openSite({ query: () => undefined })
  const result = await runExchange(createBase('bp'), { ...BY, url: site.url, timeoutMs: 3000 })
  expect(result.outcome).toBe('not-read')
  expect(result.steps.at(-1)?.error).toContain('3000 ms')
})
