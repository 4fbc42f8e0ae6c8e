import type { Order } from '@obmen/sdk'
import {
  createBase,
  documentOf,
  documentsOf,
  type ExchangeOptions,
  type ExchangeResult,
  manage,
  type OneC,
  paymentsOf,
  pushOrders,
  runExchange,
} from '@obmen/simulator'
import type { DemoServer } from './demo-server.js'
import { openPlatform, openWebhookReceiver, type Platform, type WebhookReceiver } from './platform.js'
import { readBack } from './read-back.js'
import { kopecks, money, sampleOrders } from './sample-orders.js'
import { DEMO_TEXTS as TEXTS } from './texts.js'
import { SAMPLES, type SampleCompany } from './texts-samples.js'

/** A company with its 1C: the orders that the platform sent, and the base that receives them. */
interface Actor {
  company: SampleCompany
  orders: Order[]
  base: OneC
  integrationId: string
  login: string
  password: string
}

interface Demo {
  server: DemoServer
  platform: Platform
  receiver: WebhookReceiver
  print: (text: string) => void
  /** Prints a guarantee as it is checked, kept or broken. */
  expect: (kept: boolean, promise: string) => void
}

/**
 * Each step works over real HTTP, prints and checks Obmen's guarantees. Returns how many are broken, and what
 * publishes the 1C that is read.
 */
export async function runDemo(
  server: DemoServer,
  print: (text: string) => void,
): Promise<{ broken: number; served: AsyncDisposable }> {
  await using receiver = await openWebhookReceiver()
  const platform = openPlatform(server.address, server.apiToken)
  let broken = 0
  const expect: Demo['expect'] = (kept, promise) => {
    print(kept ? TEXTS.kept(promise) : TEXTS.broken(promise))
    if (!kept) broken++
  }
  const demo: Demo = { server, platform, receiver, print, expect }
  let number = 0
  const act = (title: string): void => print(TEXTS.act(++number, title))

  act(TEXTS.actOrders)
  const actors = await sendOrders(demo)
  receiver.secret = (await platform.addWebhook(receiver.url)).secret

  act(TEXTS.actPull)
  for (const actor of actors) await firstExchange(demo, actor)

  act(TEXTS.actWebhook)
  await expectWebhookEvents(demo, actors)

  act(TEXTS.actRepeat)
  for (const actor of actors) {
    const { counts, title } = await exchange(demo, actor)
    expect(counts.documents === 0, TEXTS.promiseEmpty(title))
  }

  act(TEXTS.actUpload)
  await postAndShip(demo, actors.find(({ base }) => base.client === 'ut')!)

  const [accountant] = actors
  act(TEXTS.actChange)
  await changeDuringExchange(demo, accountant!)
  act(TEXTS.actCrash)
  await crashBeforeSuccess(demo, accountant!)
  act(TEXTS.actCancel)
  await cancel(demo, accountant!)
  act(TEXTS.actPoison)
  await isolateRefusedOrder(demo, accountant!)
  act(TEXTS.actReadBack)
  const served = await readBack({ ...demo, ...accountant!, exchange: () => exchange(demo, accountant!) })
  return { broken, served }
}

async function sendOrders({ server, platform, print }: Demo): Promise<Actor[]> {
  const actors: Actor[] = []
  for (const [index, company] of SAMPLES.companies.entries()) {
    const id = index === 0 ? server.companyId : (await platform.addCompany(company)).id
    const orders = sampleOrders(company, id, new Date())
    await platform.putMany(orders)
    const { id: integrationId, login, password, rules } = await platform.connect(company, id)
    actors.push({ company, orders, base: createBase(company.client), integrationId, login, password })
    print(TEXTS.sent(company.name, orders.length, rules))
  }
  return actors
}

async function firstExchange(demo: Demo, actor: Actor): Promise<void> {
  const { platform, print, expect } = demo
  const { company, orders, base, integrationId } = actor
  const due = await platform.owed(integrationId)
  const result = await exchange(demo, actor)
  print(TEXTS.pulled(result.title, company.name))
  printDocuments(result, print)
  expect(result.confirmed && base.documents.size === due, TEXTS.promiseMade(due))
  let matching = 0
  for (const { id, total } of orders) {
    const { numberIn1c } = await platform.exportOf(id)
    const document = documentOf(base, numberIn1c ?? '')
    if (document && kopecks(document.outcome.total) === kopecks(total)) matching++
  }
  expect(matching === due, TEXTS.promiseSums)
  expect((await platform.owed(integrationId)) === 0, TEXTS.promiseNothingOwed)
}

const SHOWN_DOCUMENTS = 4

function printDocuments({ documents, payments, counts }: ExchangeResult, print: Demo['print']): void {
  for (const { kind, number, total, customer } of documents.slice(0, SHOWN_DOCUMENTS)) {
    print(TEXTS.document(kind, number ?? '—', TEXTS.sum(total), customer?.name ?? ''))
    const payment = payments.find(
      ({ documentNumber, action }) => documentNumber === number && action === 'created',
    )
    if (payment) print(TEXTS.payment(payment.kind, payment.number ?? ''))
  }
  if (documents.length > SHOWN_DOCUMENTS) print(TEXTS.more(documents.length - SHOWN_DOCUMENTS))
  print(TEXTS.made(counts.created + counts.updated, counts.paymentsCreated))
}

const SHOWN_EVENTS = 3

async function expectWebhookEvents(
  { receiver, print, expect }: Demo,
  actors: readonly Actor[],
): Promise<void> {
  const documents = actors.reduce((sum, { base }) => sum + base.documents.size, 0)
  await receiver.until(documents)
  const { received } = receiver
  for (const { type, data } of received.slice(0, SHOWN_EVENTS))
    print(TEXTS.received(type, data.orderId ?? ''))
  if (received.length > SHOWN_EVENTS) print(TEXTS.more(received.length - SHOWN_EVENTS))
  const verified = received.filter(event => event.verified && event.type === 'order.exported')
  expect(verified.length === documents, TEXTS.promiseTold(documents))
}

/** A manager's changes come back: pushed to the webhook, and available by REST. */
async function postAndShip(demo: Demo, { base, integrationId, login, password }: Actor): Promise<void> {
  const { server, platform, receiver, print, expect } = demo
  const document = [...base.documents.values()].find(({ outcome }) => !outcome.canceled)!
  const { siteNumber, number } = document.outcome
  for (const action of ['post', 'pay', 'ship'] as const) manage(base, document, action, new Date())
  print(TEXTS.managed(number ?? '', siteNumber ?? ''))
  const heard = receiver.received.length
  const { ok } = await pushOrders(base, { url: `${server.address}/1c`, login, password })
  await receiver.until(heard + 1)
  const event = receiver.received.slice(heard).find(({ type }) => type === 'order.accounting.updated')
  if (event) print(TEXTS.received(event.type, event.data.orderId ?? ''))
  const { orderId, posted, shipped } = event?.data ?? {}
  const isTold = event?.verified === true && posted === true && (shipped ?? null) !== null
  expect(ok && isTold, TEXTS.promiseShipped(number ?? ''))
  const asked = orderId === undefined ? [] : await platform.accounting(orderId)
  const item = asked.find(one => one.integrationId === integrationId)
  expect(item?.documentNumber === number && item?.paid !== null, TEXTS.promiseAsked)
}

async function changeDuringExchange(demo: Demo, actor: Actor): Promise<void> {
  const { platform, print, expect } = demo
  const order = actor.orders[0]!
  await platform.put({ ...order, comment: `${order.comment ?? ''}.` })
  print(TEXTS.changing(order.id))
  const changed = doubled(order)
  await exchange(demo, actor, {
    onStep: async step => {
      if (step.name === 'query') await platform.put(changed)
    },
  })
  const { pendingRevision, confirmedRevision, numberIn1c: number } = await platform.exportOf(order.id)
  expect(confirmedRevision === 2 && pendingRevision === 3, TEXTS.promiseStillOwed)
  await exchange(demo, actor)
  const document = documentOf(actor.base, number!)?.outcome
  const isNew = document?.total === changed.total
  expect(isNew, TEXTS.promiseCameAgain(document?.number ?? '', changed.total))
  const once = documentsOf(actor.base, number!).length === 1 && paymentsOf(actor.base, number!).length === 1
  expect(once, TEXTS.promiseNoDouble)
}

function doubled(order: Order): Order {
  const twice = (text = '0'): string => money(2 * kopecks(text))
  return {
    ...order,
    lines: order.lines.map(line => ({
      ...line,
      quantity: String(2 * Number(line.quantity)),
      discount: twice(line.discount),
      amount: twice(line.amount),
    })),
    total: twice(order.total),
    payments: order.payments!.map(payment => ({ ...payment, amount: twice(payment.amount) })),
  }
}

/** The same order as a further one: nobody knows its ids. */
function copied(order: Order, suffix: string): Order {
  return {
    ...order,
    id: `${order.id}-${suffix}`,
    number: `${order.number}-${suffix}`,
    payments: order.payments!.map(payment => ({ ...payment, id: `${payment.id}-${suffix}` })),
  }
}

async function crashBeforeSuccess(demo: Demo, actor: Actor): Promise<void> {
  const { platform, print, expect } = demo
  const before = actor.base.documents.size
  const owed = () => platform.owed(actor.integrationId)
  await platform.putMany(actor.orders.slice(1, 4).map(order => copied(order, 'N')))
  const due = await owed()
  print(TEXTS.crashing(due))
  await exchange(demo, actor, { sendSuccess: false })
  expect((await owed()) === due && due > 0, TEXTS.promiseStillThere)
  const { confirmed } = await exchange(demo, actor)
  const isWhole = actor.base.documents.size === before + due && (await owed()) === 0
  expect(confirmed && isWhole, TEXTS.promiseRecovered)
}

async function cancel(demo: Demo, actor: Actor): Promise<void> {
  const order = actor.orders[2]!
  await demo.platform.put({ ...order, status: 'canceled' })
  await exchange(demo, actor)
  const { numberIn1c: number } = await demo.platform.exportOf(order.id)
  const document = documentOf(actor.base, number!)?.outcome
  demo.expect(document?.canceled === true, TEXTS.promiseCanceled(document?.number ?? ''))
}

const MAX_EXCHANGES = 30

async function isolateRefusedOrder(demo: Demo, actor: Actor): Promise<void> {
  const { platform, print, expect } = demo
  const { base, integrationId } = actor
  const fresh = actor.orders.slice(0, 8).map(order => {
    const copy = copied(order, 'P')
    const payments = copy.payments!.map(payment => ({ ...payment, gateway: 'CKassa' }))
    return { ...copy, status: 'purchased', payments }
  })
  await platform.putMany(fresh)
  const due = await platform.owed(integrationId)
  const poisoned = fresh[2]!.id
  const number = (await platform.exportOf(poisoned)).numberIn1c!
  const isHeld = async () => (await platform.exportOf(poisoned)).state === 'held'
  base.settings.refuses = [number]
  print(TEXTS.poisoned(due, number))
  for (let count = 0; count < MAX_EXCHANGES && !(await isHeld()); count++) {
    await exchange(demo, actor)
    print(TEXTS.journal(await platform.lastExchange(integrationId)))
  }
  const others = fresh.filter(({ id }) => id !== poisoned).map(({ id }) => platform.exportOf(id))
  const arrived = (await Promise.all(others)).every(
    other => other.state === 'confirmed' && documentsOf(base, other.numberIn1c!).length === 1,
  )
  expect(arrived, TEXTS.promiseOthersArrived)
  expect(await isHeld(), TEXTS.promiseSetAside(number))
}

function exchange(
  { server }: Demo,
  { base, login, password }: Actor,
  options: Partial<ExchangeOptions> = {},
): Promise<ExchangeResult> {
  return runExchange(base, { url: `${server.address}/1c`, login, password, ...options })
}
