import fc from 'fast-check'
import { prepareFixture } from '../support/app/every-operation.js'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
  type TestServer,
} from '../support/app/test-server.js'
import { catalogueSession, ITEM, importFile } from '../support/catalogue.js'
import { randomBody } from '../support/sale-feed/random-body.js'

/** What a test asks of the filled database. */
export interface Known {
  apiToken: string
  locationId: string
  orders: number
  clients: (Connected1C & {
    client: string
    /** How many orders its next exchange brings. */
    owed: number
  })[]
}

const CLIENTS = ['bp', 'unf', 'ut', 'rt', 'bitrix']
const ORDERS_A_CLIENT = 60

/** Orders of every kind for each 1C: confirmed ones, some of them changed since, and some that wait; a catalogue; each kind of row. */
export async function fillRelease(server: TestServer): Promise<Known> {
  await prepareFixture(server, 'запись')
  const platform = await newPlatform(server)
  const known: Known = {
    apiToken: platform.apiToken,
    locationId: platform.locationId,
    orders: 0,
    clients: [],
  }
  for (const [index, client] of CLIENTS.entries()) {
    const companyId = await addCompany(platform, client)
    const one = await platform.connect({ client, paymentrules: [{}] }, companyId)
    const bodies = fc.sample(randomBody, { numRuns: ORDERS_A_CLIENT, seed: index })
    await putAll(
      platform,
      bodies.map((body, at) => ({ ...body, id: `${client}-${at}`, companyId })),
    )
    await pull(server, one)
    const changed = bodies
      .slice(0, 10)
      .map((body, at) => ({ ...body, comment: 'Иначе', id: `${client}-${at}`, companyId }))
    await putAll(platform, changed)
    if (client === 'ut') await uploadCatalogue(server, one)
    known.orders += ORDERS_A_CLIENT
    known.clients.push({ ...one, client, owed: await owedTo(platform, one) })
  }
  return known
}

async function addCompany(platform: Platform, name: string): Promise<string> {
  const answer = await platform.call('POST', '/api/v1/companies', {
    name: `ООО «${name}»`,
    inn: '7707083893',
  })
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body.id
}

async function putAll(platform: Platform, orders: object[]): Promise<void> {
  const { body, text } = await platform.batch(orders)
  if (body.some(({ status }: { status: number }) => status > 201)) throw new Error(text)
}

/** An exchange that confirms what it brings; the orders that it brought. */
export async function pull(server: Pick<TestServer, 'url'>, one: Connected1C): Promise<string[]> {
  const by = oneC(server, one)
  const cookie = await by.signIn()
  const numbers: string[] = []
  for (;;) {
    const { text } = await by.ask('query', { cookie })
    const found = [...text.matchAll(/<Документ>\s*<Ид>([^<]*)</g)].map(([, id]) => id!)
    numbers.push(...found.filter(id => !numbers.includes(id)))
    const answer = await by.ask('success', { cookie })
    if (answer.text !== 'success') throw new Error(answer.text)
    if (found.length === 0) return numbers
  }
}

async function owedTo(platform: Platform, one: Connected1C): Promise<number> {
  const { body } = await platform.call('GET', `/api/v1/orders?integrationId=${one.id}&state=owed&limit=200`)
  return body.items.length
}

async function uploadCatalogue(server: TestServer, one: Connected1C): Promise<void> {
  const session = await catalogueSession(server, one)
  const items = Array.from({ length: 50 }, (_, at) => ({ id: ITEM(at), name: `Услуга ${at}` }))
  const answer = await session.upload('import0_1.xml', importFile(items))
  if (answer !== 'success') throw new Error(answer)
}
