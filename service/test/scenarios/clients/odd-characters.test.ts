import { ENCODINGS } from '@obmen/contract/settings'
import { CLIENTS, createBase, type ExchangeResult, runExchange } from '@obmen/simulator'
import { beforeAll, expect, it } from 'vitest'
import { type Connected1C, newPlatform, type Platform } from '../../support/app/test-server.js'
import { useServer } from '../../support/app/use-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'

const CHARACTERS: Record<string, string> = {
  ...{ 'U+FFFD': '\ufffd', 'first half of an emoji': '\ud83d', 'second half of an emoji': '\ude00' },
  ...{ 'a control character': '\u0001', escape: '\u001b', 'vertical tab': '\u000b', delete: '\u007f' },
  ...{ 'next line': '\u0085', 'what windows-1251 has no byte for': '\u0098' },
  ...{
    'U+FFFE': '\ufffe',
    'U+FFFF': '\uffff',
    'U+FDD0': '\ufdd0',
    'U+1FFFF': '\u{1ffff}',
    'U+10FFFF': '\u{10ffff}',
  },
  ...{
    'a byte order mark': '\ufeff',
    'a private character': '\ue000',
    'the last private character': '\u{10fffd}',
  },
  ...{ 'a line separator': '\u2028', 'a carriage return': '\r', tab: '\t', 'zero width': '\u200b' },
  ...{ 'right to left': '\u202e', emoji: '😀', rouble: '₽', hieroglyph: '漢', accent: 'и\u0306' },
  ...{
    markup: '<&>"\'',
    'end of CDATA': ']]>',
    'a forbidden reference': '&#0;&#xFFFF;',
    'C1 as UTF-8': 'Â\u0098',
  },
}

/** A text as 1C shall have it: what XML can't hold has gone, half a character is U+FFFD. */
function corrected(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '')
}

const solid = (text: string): string => text.replace(/\s/g, '')

function oddOrder(id: string, odd: string): object {
  const text = `до${odd}после`
  return {
    ...{ status: text, comment: text, total: '3100.00', place: { id: 'p', name: text } },
    customer: {
      id,
      kind: 'person',
      firstName: `Анна${odd}`,
      lastName: `Ким${odd}`,
      address: text,
      phone: text,
    },
    lines: [
      {
        ...{ id, name: `${id} ${text}`, kind: 'service', quantity: '2', price: '1500.00', amount: '3000.00' },
        vat: '20',
      },
    ],
    delivery: { name: text, amount: '100.00', vat: '20', address: text, recipient: text, trackNumber: text },
    payments: [],
    attributes: { Цвет: text },
  }
}

describeOnNewestPostgres('odd characters', pg => {
  const server = useServer(pg)
  let platform: Platform
  const bases = new Map<string, { client: (typeof CLIENTS)[number]; one: Connected1C }>()
  beforeAll(async () => {
    platform = await newPlatform(server)
    for (const client of CLIENTS)
      for (const encoding of ENCODINGS)
        bases.set(`${client}, ${encoding}`, {
          client,
          one: await platform.connect({ client, encoding, paymentrules: [{}] }),
        })
  })
  const exchange = async (name: string): Promise<ExchangeResult> => {
    const { client, one } = bases.get(name)!
    const { login, password } = one
    return runExchange(createBase(client, { bom: 'strip' }), { url: `${server.url}/1c`, login, password })
  }
  /** That everything came, and nothing of it was lost on the way. */
  const expectAll = (result: ExchangeResult, orders: number, name: string): void => {
    const grave = result.findings.filter(({ severity }) => ['batch', 'queue', 'silent'].includes(severity))
    expect(grave, name).toEqual([])
    expect(result.confirmed, name).toBe(true)
    expect(result.documents.map(({ action }) => action)).toEqual(Array(orders).fill('created'))
  }

  it('spoil no package: each order comes whole to every 1C in every encoding', async () => {
    const texts = Object.values(CHARACTERS)
    for (const [index, odd] of texts.entries()) {
      const { status, text } = await platform.put(`odd-${index}`, oddOrder(`odd-${index}`, odd))
      expect(status, text).toBe(201)
    }
    for (const name of bases.keys()) {
      const result = await exchange(name)
      expectAll(result, texts.length, name)
      for (const [index, { comment, lines, requisites }] of result.documents.entries()) {
        const expected = corrected(`до${texts[index]}после`)
        expect(comment, name).toContain(expected)
        expect(requisites.Цвет, name).toBe(expected)
        expect(solid(lines[0]!.name), name).toContain(solid(expected).replaceAll('#', '№'))
      }
    }
  })

  it('of orders and settings stored before they were looked at spoil none either', async () => {
    const old = '\ufffd\ufffe\uffff\u{1ffff}'
    await server.db.query(
      `update sale_order set content = replace(content::text, 'после', 'после' || $1)::json where id = 'odd-0'`,
      [old],
    )
    await server.db.query(
      `update integration set settings = replace(settings::text, 'внешняя', 'внешняя' || $1)::json`,
      [old],
    )
    await server.db.query(
      'update outbox_entry set confirmed_revision = 0, pending_revision = latest_revision',
    )
    for (const name of bases.keys()) {
      const result = await exchange(name)
      expectAll(result, Object.keys(CHARACTERS).length, name)
      expect(result.documents[0]!.requisites['Метод оплаты'], name).toContain('внешняя\ufffd')
    }
  })

  it('are refused in names and settings, where a person can still put them right', async () => {
    for (const odd of ['\ufffd', '\ud83d', '\u0001', '\ufffe', '\ufdd0']) {
      const name = `Касса${odd}`
      const settings = { paymentrules: [{}], paymentmethodname: 'Карта' }
      const integration = { class: 'CommerceML', name: 'Касса', companyId: platform.companyId, settings }
      const refused = [
        await platform.call('POST', '/api/v1/integrations', { ...integration, name }),
        await platform.call('POST', '/api/v1/integrations', {
          ...integration,
          settings: { ...settings, paymentmethodname: name },
        }),
        await platform.call('POST', '/api/v1/integrations', {
          ...integration,
          settings: { ...settings, paymentrules: [{ status: name }] },
        }),
        await platform.call('POST', '/api/v1/companies', { name, inn: '7707083893' }),
      ]
      expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422])
      expect(refused[3]!.text).toContain('кодировка')
    }
  })
})
