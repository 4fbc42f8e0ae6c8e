import { randomUUID } from 'node:crypto'
import { createBase, runExchange, runUpload } from '@obmen/simulator'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.js'
import { newPlatform, type Platform } from '../../support/app/test-server.js'
import { useFreshServer } from '../../support/app/use-server.js'

const DICTIONARY = Buffer.from(
  `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.08"><Справочники>${'<Справочник><Ид>1</Ид></Справочник>'.repeat(5000)}</Справочники></КоммерческаяИнформация>`,
)

let db: Database
const server = useFreshServer()
let platform: Platform
beforeAll(async () => {
  db = server.db
  platform = await newPlatform(server)
})

it.each([true, false])(
  '7.13: are taken so that the module goes on to its orders, and dropped (accept1c %s)',
  async accept1c => {
    const connected = await platform.connect({ client: 'auto', accept1c })
    if (accept1c) await platform.put('olv-17')
    const { id, login, password } = connected
    const base = createBase('bitrix')
    const site = { url: `${server.url}/bitrix/admin/1c_exchange.php`, login, password }
    const files = [{ name: `references___${randomUUID()}.xml`, content: DICTIONARY }]
    const sent = await runUpload(base, { ...site, type: 'reference', files })
    expect(sent).toMatchObject({ ok: true, answer: null })
    expect(sent.steps.map(({ name, type }) => `${type} ${name}`)).toEqual(
      ['checkauth', 'init', 'file', 'import'].map(name => `reference ${name}`),
    )
    const orders = await runExchange(base, site)
    expect(orders).toMatchObject({ outcome: 'confirmed', documents: { length: 1 } })

    expect((await db.query('select from upload')).rows).toEqual([])
    const dictionaryCalls = async () => {
      const exchanges = (await platform.call('GET', `/api/v1/exchanges?integrationId=${id}`)).body.items
      const calls = []
      for (const exchange of exchanges)
        calls.push(...(await platform.call('GET', `/api/v1/exchanges/${exchange.id}`)).body.entries)
      return calls.filter(({ type, mode }) => type === 'reference' && mode === 'file')
    }
    // The journal is written about twice a second.
    await expect
      .poll(dictionaryCalls)
      .toMatchObject([{ outcome: 'done', requestSize: DICTIONARY.length, requestKept: 0 }])
    expect((await platform.call('GET', `/api/v1/integrations/${id}`)).body.recognition).toMatchObject({
      client: 'bitrix',
    })
  },
)
