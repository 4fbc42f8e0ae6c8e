import { ENCODINGS } from '@obmen/contract/settings'
import { CLIENTS, createBase, type ExchangeResult, runExchange } from '@obmen/simulator'
import { beforeAll, expect, it } from 'vitest'
import { type Connected1C, newPlatform, type Platform } from '../../support/app/test-server.js'
import { useServer } from '../../support/app/use-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'

const CHARACTERS = [
  // Halves of an emoji, controls, noncharacters, marks, private ones, and what windows-1251 has no byte for.
  ...[
    '\ud83d',
    '\ude00',
    ...'\ufffd\u0001\u001b\u000b\u007f\u0085\u0098\ufffe\uffff\ufdd0\u{1ffff}\u{10ffff}',
  ],
  ...'\ufeff\ue000\u{10fffd}\u2028\r\t\u200b\u202e😀₽漢',
  // An accent; markup, the end of CDATA, forbidden references, C1 as UTF-8.
  ...['и\u0306', '<&>"\'', ']]>', '&#0;&#xFFFF;', 'Â\u0098'],
]

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
    for (const [index, odd] of CHARACTERS.entries()) {
      const { status, text } = await platform.put(`odd-${index}`, oddOrder(`odd-${index}`, odd))
      expect(status, text).toBe(201)
    }
    for (const name of bases.keys()) {
      const result = await exchange(name)
      expectAll(result, CHARACTERS.length, name)
      for (const [index, { comment, lines, requisites }] of result.documents.entries()) {
        const expected = corrected(`до${CHARACTERS[index]}после`)
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
      expectAll(result, CHARACTERS.length, name)
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
