import { createBase, documentOf, type OneC } from '../base/base.js'
import { type ExchangeOptions, runExchange } from '../run-exchange.js'
import { actByHand, sumInBooks } from './accountant.js'
import { bodyOf, changeOrder, dueOf, randomOf, storyOf, type WalkedOrder } from './walked-order.js'

const ROUNDS = 5
/** Exchanges in which an accountant comes to the end of what is to be done. */
const LAST_ROUNDS = 6
const PAGE = 200
const TASKS_AT_ONCE = 8

/** An Obmen with a 1C that is connected to it, and how the platform puts orders there. */
export interface WalkedSite extends Pick<ExchangeOptions, 'url' | 'login' | 'password' | 'protocol'> {
  /** This 1C says that it reads payments as documents, from which round on. */
  announcesFrom?: number
  companyId: string
  integrationId: string
  put(orders: readonly object[]): Promise<void>
  /** Calls the REST API, `/tasks`; returns the answer's body. */
  call(method: 'GET' | 'POST', path: string): Promise<unknown>
  /** Comes back when all findings and tasks are as new as the orders. */
  settled(): Promise<void>
}

export interface WalkResult {
  /** Orders whose books are wrong although each task was done, with what happened, by id. */
  wrong: Map<string, string>
  /** Of one order: to enter money that is missing, and to take money back. */
  contradictions: Set<string>
}

interface Said {
  code: string
  orderId: string
  params: {
    amount?: string
    number?: number
    method?: string
    payment?: string
    told?: string
    byHand?: string
    from?: string
  }
}

interface Task extends Said {
  id: string
  numberIn1c: string
}

/**
 * Random histories of paid orders, in which an accountant does what tasks say, at times late; some answers
 * are
 * never confirmed, whether they were loaded or not.
 */
export async function walkOrders(
  base: OneC,
  site: WalkedSite,
  { walks, seed }: { walks: number; seed: number },
): Promise<WalkResult> {
  const random = randomOf(seed)
  const log = new Map<string, string[]>()
  const note = (id: string, what: string): void => void log.set(id, [...(log.get(id) ?? []), what])
  const contradictions = new Set<string>()
  const orders = Array.from({ length: walks }, (_, index): WalkedOrder => {
    const id = `walk-${index}-${site.integrationId}`
    return { id, price: 3000, canceled: false, payments: [], story: storyOf(index) }
  })
  // A new company numbers its orders from 1 on.
  const numbers = new Map(orders.map(({ id }, index) => [id, `${index + 1}`]))
  const load = async (round: number, end: 'confirmed' | 'loaded' | 'nothing'): Promise<void> => {
    // A 1C that stops before it saves anything has read all the same.
    await runExchange(end === 'nothing' ? createBase(base.client) : base, {
      ...site,
      sendSuccess: end === 'confirmed',
      subordinateDocuments: round >= (site.announcesFrom ?? 99),
    })
    for (const { id } of orders) note(id, `${end}: ${sumInBooks(base, numbers.get(id)!)}`)
  }
  const obey = async (share: number): Promise<number> => {
    await site.settled()
    const tasks = await list<Task>(site, `/tasks?companyId=${site.companyId}&state=open`)
    const findings = await list<Said>(site, `/integrations/${site.integrationId}/findings?severity=loses`)
    for (const said of contradicting([...tasks, ...findings])) contradictions.add(said)
    const doing = tasks.filter(({ numberIn1c }) => random() <= share && documentOf(base, numberIn1c))
    for (const { numberIn1c, orderId, params, ...task } of doing) {
      const act = actOf(task.code, params)
      const { amount = '0.00', method } = params
      const own = params.number?.toString()
      const made = own !== undefined && method !== undefined ? { number: own, method } : undefined
      if (act) actByHand(base, numberIn1c, { act, amount, number: own, made })
      note(orderId, `did ${act} ${amount}`)
    }
    for (let at = 0; at < doing.length; at += TASKS_AT_ONCE)
      await Promise.all(
        doing.slice(at, at + TASKS_AT_ONCE).map(({ id }) => site.call('POST', `/tasks/${id}/done`)),
      )
    return doing.length
  }
  if (site.announcesFrom === 0) await load(0, 'confirmed')
  for (let round = 0; round < ROUNDS; round++) {
    for (const order of orders)
      if (round === 0 || random() < 0.7) note(order.id, changeOrder(order, random, `${round}`))
    await site.put(orders.map(order => bodyOf(order, site.companyId)))
    const end = random() < 0.7 ? 'confirmed' : random() < 0.5 ? 'loaded' : 'nothing'
    if (round === 0 || random() < 0.8) await load(round, end)
    await obey(0.6)
  }
  for (let left = LAST_ROUNDS; left > 0; left--) {
    await load(ROUNDS, 'confirmed')
    if ((await obey(1)) === 0) break
  }
  await load(ROUNDS, 'confirmed')
  const wrong = orders.flatMap((order): [string, string][] => {
    const { id } = order
    const [books, due] = [sumInBooks(base, numbers.get(id)!), dueOf(order)]
    if (books === due || !documentOf(base, numbers.get(id)!)) return []
    return [[id, `books ${books}, due ${due}: ${log.get(id)!.join('; ')}`]]
  })
  return { wrong: new Map(wrong), contradictions }
}

async function list<Item>(site: WalkedSite, path: string): Promise<Item[]> {
  const items: Item[] = []
  let cursor = ''
  do {
    const page = (await site.call('GET', `${path}&limit=${PAGE}${cursor}`)) as {
      items: Item[]
      next: string | null
    }
    items.push(...page.items)
    cursor = page.next === null ? '' : `&cursor=${encodeURIComponent(page.next)}`
  } while (cursor !== '')
  return items
}

/** What the sentence of a task says literally; undefined: to change nothing. */
function actOf(
  code: string,
  { payment, byHand, from }: Said['params'],
): Parameters<typeof actByHand>[2]['act'] | undefined {
  if (code === 'check-payment') return 'check'
  if (code === 'enter-refund') return 'refund'
  if (code === 'undo-payment' && byHand === 'doubles') return 'delete-by-hand'
  if (code === 'undo-payment') return byHand === 'yes' || from === 'hand' ? 'undo-by-hand' : 'undo'
  return code === 'check-canceled' && payment === 'stays' ? undefined : 'enter'
}

/** Says that money is missing in 1C, or that there is too much of it; undefined: neither. */
function sideOf({ code, params }: Said): 'missing' | 'too-much' | undefined {
  switch (code) {
    case 'enter-payment':
    case 'enter-overpayment':
    case 'partial-not-told':
      return 'missing'
    case 'check-canceled':
    case 'canceled-but-paid':
      return params.payment === 'stays' ? undefined : 'missing'
    case 'payment-entered-by-hand':
      return params.payment === 'refused' ? 'missing' : 'too-much'
    case 'overpaid-not-told':
      return params.told === 'yes' ? undefined : 'missing'
    case 'enter-refund':
    case 'undo-payment':
    case 'refund-not-told':
    case 'payment-amount-kept':
    case 'payment-would-double':
      return 'too-much'
    default:
      return undefined
  }
}

/** Orders of which is said both. */
function contradicting(said: readonly Said[]): string[] {
  const tooMuch = new Map(said.filter(one => sideOf(one) === 'too-much').map(one => [one.orderId, one.code]))
  return said
    .filter(one => sideOf(one) === 'missing' && tooMuch.has(one.orderId))
    .map(({ orderId, code }) => `${orderId}: ${code} beside ${tooMuch.get(orderId)}`)
}
