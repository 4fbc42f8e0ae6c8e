import { encodeText } from '@obmen/codec'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Connected1C, oneC } from '../../support/app/test-server.js'
import { useFreshServer, usePlatform } from '../../support/app/use-server.js'
import { zipped } from '../../support/archive.js'
import { GUID, ordersFile, uploadedOrder } from '../../support/from-1c.js'

const REFUSED = /^failure\n[А-Яа-яёЁ«]/
/** Prefixes of each file that are tried. */
const CUTS = 40
const FUZZED = 60

const server = useFreshServer()
const platform = usePlatform(server)
let connected: Connected1C
beforeEach(async () => {
  connected = await platform.connect({ client: 'ut', paymentrules: [{}] })
  for (const id of ['a', 'b']) await platform.put(id, { number: id, payments: [] })
  await oneC(server, connected).exchange()
})

/** Both orders, posted; their lines hold what encodings and archives differ in. */
const file = ordersFile(
  ...['1', '2'].map(number =>
    uploadedOrder({
      id: GUID.replace(/1$/, number),
      number,
      total: '3000.00',
      lines: [{ name: 'Аренда переговорной «Ёлка» № 5', quantity: '2', price: '1500.00', amount: '3000.00' }],
      requisites: { 'Номер по 1С': `УТ-${number}`, Проведен: 'true' },
    }),
  ),
)

/** Sends a file in a session of its own; what 1C is told of it, by `file` or by `import`. */
async function uploaded(name: string, bytes: Uint8Array): Promise<string> {
  const { ask, signIn } = oneC(server, connected)
  const cookie = await signIn()
  const sent = await ask(`file&filename=${name}`, { cookie, body: Buffer.from(bytes), method: 'POST' })
  if (sent.text !== 'success') return sent.text
  for (;;) {
    const { text } = await ask(`import&filename=${name}`, { cookie })
    if (!text.startsWith('progress')) return text
  }
}

async function known(): Promise<string[]> {
  const items = await Promise.all(
    ['a', 'b'].map(async id => (await platform.call('GET', `/api/v1/orders/${id}/accounting`)).body.items[0]),
  )
  return items.map(item => item?.documentNumber ?? 'nothing')
}

const FORMS = {
  'UTF-8': async () => Buffer.from(file),
  'windows-1251': async () => Buffer.from(encodeText(file.replace('UTF-8', 'windows-1251'), 'windows-1251')),
  'an archive': async () => zipped({ 'orders-1_1.xml': file }),
}

describe.each(Object.entries(FORMS))('a file in %s', (_, written) => {
  it('that was cut anywhere is refused in words and changes nothing; whole, it counts', async () => {
    const bytes = await written()
    const whole = bytes.length - (bytes.at(-1) === 0x0a ? 1 : 0)
    for (let cut = 1; cut < CUTS; cut++) {
      const length = Math.floor((whole * cut) / CUTS)
      expect(await uploaded(`orders-${cut}.xml`, bytes.subarray(0, length)), `${length} bytes`).toMatch(
        REFUSED,
      )
    }
    expect(await uploaded('orders-last.xml', bytes.subarray(0, whole - 1))).toMatch(REFUSED)
    expect(await known()).toEqual(['nothing', 'nothing'])
    expect(await uploaded('orders-whole.xml', bytes)).toBe('success')
    expect(await known()).toEqual(['УТ-1', 'УТ-2'])
  })

  it('with damage anywhere is read or refused in words, and the next one is read', async () => {
    const bytes = await written()
    let number = 0
    const damage = fc.record({
      at: fc.nat(bytes.length),
      removed: fc.nat(40),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 8 }),
        fc
          .constantFrom('<', '&', ']]>', '\0', '<!DOCTYPE a>', '<Документ>', '</Документ>', '&#0;')
          .map(text => Buffer.from(text)),
      ),
    })
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, removed, put }) => {
        const damaged = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + removed)])
        expect(await uploaded(`orders-${++number}.xml`, damaged)).toMatch(/^success$|^failure\n[А-Яа-яёЁ«]/)
      }),
      { numRuns: FUZZED },
    )
    expect(await uploaded('orders-whole.xml', bytes)).toBe('success')
    expect(await known()).toEqual(['УТ-1', 'УТ-2'])
  })
})
