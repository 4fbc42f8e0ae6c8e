import type { Order } from '@obmen/contract'
import {
  createBase,
  documentOf,
  documentsOf,
  type ExchangeResult,
  manage,
  type OneC,
  paymentsOf,
  pushOrders,
  runExchange,
} from '@obmen/simulator'
import { openPlatform, openWebhookReceiver, type Platform, type WebhookReceiver } from './platform.js'
import { type Guarantees, openGuarantees, reportExchange } from './report.js'
import { kopecks, money, sampleOrders } from './sample-orders.js'
import { DEMO_TEXTS as TEXTS } from './texts.js'
import { SAMPLES, type SampleCompany } from './texts-samples.js'

/** A company with its 1C: the orders that the platform sent, and the base that receives them. */
interface Actor {
  company: SampleCompany
  orders: Partial<Order>[]
  base: OneC
  integrationId: string
  login: string
  password: string
}

const SHOWN_EVENTS = 3

export interface DemoTarget {
  address: string
  apiToken: string
  /** The company that setup made. */
  companyId: string
  print: (text: string) => void
}

interface Demo extends DemoTarget {
  guarantees: Guarantees
}

/** Each step works over real HTTP, prints and checks Obmen's guarantees. Returns the broken ones. */
export async function runDemo(target: DemoTarget): Promise<readonly string[]> {
  const demo: Demo = { ...target, guarantees: openGuarantees(target.print) }
  const platform = openPlatform(demo.address, demo.apiToken)
  const act = startActs(demo.print)

  act(TEXTS.actOrders)
  const actors = await sendOrders(demo, platform)
  await using receiver = await openWebhookReceiver()
  receiver.secret = (await platform.addWebhook(receiver.url)).secret

  act(TEXTS.actPull)
  for (const actor of actors) await firstExchange(demo, platform, actor)

  act(TEXTS.actWebhook)
  await expectWebhookEvents(demo, receiver, actors)

  act(TEXTS.actRepeat)
  for (const actor of actors) {
    const { counts, title } = await exchange(demo, actor)
    demo.guarantees.expect(counts.documents === 0, TEXTS.promiseEmpty(title))
  }

  act(TEXTS.actUpload)
  await postAndShip(demo, platform, receiver, actors.find(({ base }) => base.client === 'ut')!)

  const [accountant] = actors
  act(TEXTS.actChange)
  await changeDuringExchange(demo, platform, accountant!)
  act(TEXTS.actCrash)
  await crashBeforeSuccess(demo, platform, accountant!)
  act(TEXTS.actCancel)
  await cancel(demo, platform, accountant!)
  act(TEXTS.actPoison)
  await isolateRefusedOrder(demo, platform, accountant!)
  return demo.guarantees.broken
}

function startActs(print: (text: string) => void): (title: string) => void {
  let number = 0
  return title => print(TEXTS.act(++number, title))
}

async function sendOrders({ companyId, print }: Demo, platform: Platform): Promise<Actor[]> {
  const actors: Actor[] = []
  for (const [index, company] of SAMPLES.companies.entries()) {
    const id = index === 0 ? companyId : (await platform.addCompany(company)).id
    const orders = sampleOrders(company, id, company.client, new Date())
    await platform.putMany(orders)
    const { id: integrationId, login, password, rules } = await platform.connect(company, id)
    actors.push({ company, orders, base: createBase(company.client), integrationId, login, password })
    print(TEXTS.sent(company.name, orders.length, rules))
  }
  return actors
}

async function firstExchange(demo: Demo, platform: Platform, actor: Actor): Promise<void> {
  const { company, base, integrationId } = actor
  const due = await platform.owed(integrationId)
  const result = await exchange(demo, actor)
  demo.print(TEXTS.pulled(result.title, company.name))
  reportExchange(result, demo.print)
  const documents = [...base.documents.values()].map(({ outcome }) => outcome)
  demo.guarantees.expect(result.confirmed && documents.length === due, TEXTS.promiseMade(due))
  const sums = await matchingSums(platform, actor)
  demo.guarantees.expect(sums === due, TEXTS.promiseSums)
  demo.guarantees.expect((await platform.owed(integrationId)) === 0, TEXTS.promiseNothingOwed)
}

async function expectWebhookEvents(
  demo: Demo,
  receiver: WebhookReceiver,
  actors: readonly Actor[],
): Promise<void> {
  const documents = actors.reduce((sum, { base }) => sum + base.documents.size, 0)
  await receiver.until(documents)
  const { received } = receiver
  for (const { type, data } of received.slice(0, SHOWN_EVENTS))
    demo.print(TEXTS.received(type, data.orderId ?? ''))
  if (received.length > SHOWN_EVENTS) demo.print(TEXTS.more(received.length - SHOWN_EVENTS))
  const verified = received.filter(event => event.verified && event.type === 'order.exported')
  demo.guarantees.expect(verified.length === documents, TEXTS.promiseTold(documents))
}

/** A manager's changes come back: pushed to the webhook, and available by REST. */
async function postAndShip(
  demo: Demo,
  platform: Platform,
  receiver: WebhookReceiver,
  { base, integrationId, login, password }: Actor,
): Promise<void> {
  const { address, print, guarantees } = demo
  const document = [...base.documents.values()].find(({ outcome }) => !outcome.canceled)!
  const { siteNumber, number } = document.outcome
  for (const action of ['post', 'pay', 'ship'] as const) manage(base, document, action, new Date())
  print(TEXTS.managed(number ?? '', siteNumber ?? ''))
  const heard = receiver.received.length
  const { ok } = await pushOrders(base, { url: `${address}/1c`, login, password })
  await receiver.until(heard + 1)
  const event = receiver.received.slice(heard).find(({ type }) => type === 'order.accounting.updated')
  if (event) print(TEXTS.received(event.type, event.data.orderId ?? ''))
  const { posted, shipped } = event?.data ?? {}
  guarantees.expect(
    ok && event?.verified === true && posted === true && shipped !== null && shipped !== undefined,
    TEXTS.promiseShipped(number ?? ''),
  )
  const asked = event?.data.orderId === undefined ? [] : await platform.accounting(event.data.orderId)
  const item = asked.find(one => one.integrationId === integrationId)
  guarantees.expect(item?.documentNumber === number && item?.paid !== null, TEXTS.promiseAsked)
}

async function matchingSums(platform: Platform, { orders, base }: Actor): Promise<number> {
  let matching = 0
  for (const order of orders) {
    const [orderExport] = await platform.exports(order.id!)
    const document = documentOf(base, orderExport?.number ?? '')
    if (document && kopecks(document.outcome.total) === kopecks(order.total!)) matching++
  }
  return matching
}

async function changeDuringExchange(demo: Demo, platform: Platform, actor: Actor): Promise<void> {
  const { guarantees, print } = demo
  const order = actor.orders[0]!
  await platform.put({ ...order, comment: `${order.comment ?? ''}.` })
  print(TEXTS.changing(order.id!))
  const changed = doubled(order)
  await exchange(demo, actor, {
    onStep: async step => {
      if (step.name === 'query') await platform.put(changed)
    },
  })
  const [orderExport] = await platform.exports(order.id!)
  const { pendingRevision, confirmedRevision, number } = orderExport!
  guarantees.expect(confirmedRevision === 2 && pendingRevision === 3, TEXTS.promiseStillOwed)
  await exchange(demo, actor)
  const document = documentOf(actor.base, number!)?.outcome
  guarantees.expect(
    document?.total === changed.total,
    TEXTS.promiseCameAgain(document?.number ?? '', changed.total!),
  )
  const once = documentsOf(actor.base, number!).length === 1 && paymentsOf(actor.base, number!).length === 1
  guarantees.expect(once, TEXTS.promiseNoDouble)
}

function doubled(order: Partial<Order>): Partial<Order> {
  const twice = (text: string): string => money(2 * kopecks(text))
  return {
    ...order,
    lines: order.lines!.map(line => ({
      ...line,
      quantity: String(2 * Number(line.quantity)),
      discount: twice(line.discount),
      amount: twice(line.amount),
    })),
    total: twice(order.total!),
    payments: order.payments!.map(payment => ({ ...payment, amount: twice(payment.amount) })),
  }
}

async function crashBeforeSuccess(demo: Demo, platform: Platform, actor: Actor): Promise<void> {
  const { guarantees, print } = demo
  const before = actor.base.documents.size
  const fresh = actor.orders
    .slice(1, 4)
    .map(order => ({ ...order, id: `${order.id}-new`, number: `${order.number}-N` }))
  const payments = (order: Partial<Order>) =>
    order.payments!.map(payment => ({ ...payment, id: `${payment.id}-new` }))
  await platform.putMany(fresh.map(order => ({ ...order, payments: payments(order) })))
  const due = await platform.owed(actor.integrationId)
  print(TEXTS.crashing(due))
  await exchange(demo, actor, { sendSuccess: false })
  guarantees.expect((await platform.owed(actor.integrationId)) === due && due > 0, TEXTS.promiseStillThere)
  const { confirmed } = await exchange(demo, actor)
  const whole =
    confirmed &&
    actor.base.documents.size === before + due &&
    (await platform.owed(actor.integrationId)) === 0
  guarantees.expect(whole, TEXTS.promiseRecovered)
}

async function cancel(demo: Demo, platform: Platform, actor: Actor): Promise<void> {
  const order = actor.orders[2]!
  await platform.put({ ...order, status: 'canceled' })
  await exchange(demo, actor)
  const [orderExport] = await platform.exports(order.id!)
  const document = documentOf(actor.base, orderExport!.number!)?.outcome
  demo.guarantees.expect(document?.canceled === true, TEXTS.promiseCanceled(document?.number ?? ''))
}

const MAX_EXCHANGES = 30

async function isolateRefusedOrder(demo: Demo, platform: Platform, actor: Actor): Promise<void> {
  const { guarantees, print } = demo
  const fresh = actor.orders.slice(0, 8).map(order => ({
    ...order,
    id: `${order.id}-poison`,
    number: `${order.number}-P`,
    status: 'purchased',
    payments: order.payments!.map(payment => ({ ...payment, id: `${payment.id}-poison`, gateway: 'CKassa' })),
  }))
  await platform.putMany(fresh)
  const due = await platform.owed(actor.integrationId)
  const poisoned = fresh[2]!.id
  const exported = async (id: string) => (await platform.exports(id))[0]!
  const number = (await exported(poisoned)).number!
  actor.base.settings.refuses = [number]
  print(TEXTS.poisoned(due, number))
  for (let count = 0; count < MAX_EXCHANGES && (await exported(poisoned)).state !== 'held'; count++) {
    await exchange(demo, actor)
    print(TEXTS.journal(await platform.lastExchange(actor.integrationId)))
  }
  const others = await Promise.all(
    fresh.filter(({ id }) => id !== poisoned).map(async ({ id }) => exported(id)),
  )
  const arrived = others.every(
    other => other.state === 'confirmed' && documentsOf(actor.base, other.number!).length === 1,
  )
  guarantees.expect(arrived, TEXTS.promiseOthersArrived)
  guarantees.expect((await exported(poisoned)).state === 'held', TEXTS.promiseSetAside(number))
}

function exchange(
  { address }: Demo,
  { base, login, password }: Actor,
  options: Partial<Parameters<typeof runExchange>[1]> = {},
): Promise<ExchangeResult> {
  return runExchange(base, { url: `${address}/1c`, login, password, ...options })
}
