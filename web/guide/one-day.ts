import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Integration, IntegrationWithPassword, StoredOrder } from '@obmen/contract/rest'
import { OBMEN, type Rest } from './demo.js'

const run = promisify(execFile)

export interface Day {
  /** Бухгалтерия: has everything that happens below. */
  accounting: Integration
  /** Розница, paused. */
  shop: Integration
  /** УНФ, whose settings were changed. */
  canteen: Integration
  companyId: string
  /** Its receiver does not answer. */
  webhookId: string
}

/** What happens in a day besides what goes well: wrong password, no confirmation, an upload, a pause, a change. */
export async function liveOneDay(rest: Rest): Promise<Day> {
  const { items } = await rest<{ items: Integration[] }>('GET', '/integrations')
  const find = (name: string) => items.find(integration => integration.name === name)!
  const accounting = find('Касса технопарка')
  const shop = find('Магазин на первом этаже')
  const canteen = find('Столовая')
  const hook = { url: 'https://shop.example/hooks', types: ['*'] }
  const { id: webhookId } = await rest<{ id: string }>('POST', '/webhooks', hook)

  const atShop = await renew(rest, shop)
  await pull({ ...atShop, client: 'rt' })
  await rest('PATCH', `/integrations/${shop.id}`, { enabled: false })
  await pull({ ...atShop, client: 'rt' })

  await renew(rest, canteen)
  await rest('PATCH', `/integrations/${canteen.id}`, {
    settings: { ...canteen.settings, batchlimit: 500, ordersfrom: '2026-11-01' },
  })

  const access = await renew(rest, accounting)
  await pull({ ...access, password: 'старый-пароль' })
  await pull(access)
  await uploadOrders(access)
  const [first, second] = [newOrder(accounting.companyId, 1), newOrder(accounting.companyId, 2)]
  await rest('PUT', `/orders/${first.id}`, first)
  await pull(access, '--no-success')
  await rest('PUT', `/orders/${second.id}`, second)
  const order = await rest<StoredOrder>('GET', '/orders/bp-6')
  const refundedAt = `${new Date().toISOString().slice(0, 19)}Z`
  const payments = order.payments.map(paid => ({
    ...paid,
    refunds: [{ id: 'back-6', amount: '500.00', refundedAt }],
  }))
  const comment = 'Клиент просит закрывающие документы до пятницы.'
  await rest('PUT', '/orders/bp-6', { ...order, payments, comment })
  await rest('POST', '/orders/bp-5/hold', { integrationId: accounting.id, reason: 'Ждём договор' })
  return { accounting, shop, canteen, companyId: accounting.companyId, webhookId }
}

type Access = Pick<IntegrationWithPassword, 'exchangeUrl' | 'login' | 'password'> & { client?: string }

async function renew(rest: Rest, { id, exchangeUrl, login }: Integration): Promise<Access> {
  const { password } = await rest<{ password: string }>('POST', `/integrations/${id}/password`)
  return { exchangeUrl, login: login!, password }
}

/** One exchange of a 1C, played by the simulator; that some of them are refused is what is wanted. */
async function pull({ exchangeUrl, login, password, client = 'bp' }: Access, ...more: string[]) {
  const named = ['--url', exchangeUrl, '--login', login, '--password', password, '--client', client]
  await run(process.execPath, [OBMEN, '1c', 'pull', ...named, ...more]).catch(() => undefined)
}

/** As УТ does when its upload of orders is left on. */
async function uploadOrders({ exchangeUrl, login, password }: Access): Promise<void> {
  const headers: Record<string, string> = {
    authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`,
    'user-agent': '1C+Enterprise/8.3',
  }
  const call = async (query: string, body?: string): Promise<string> => {
    const request = { headers, ...(body && { method: 'POST', body }) }
    return (await fetch(`${exchangeUrl}?type=sale&mode=${query}`, request)).text()
  }
  const [, name, value] = (await call('checkauth')).split('\n')
  headers.cookie = `${name}=${value}`
  await call('init')
  headers['content-type'] = 'application/octet-stream'
  await call(
    'file&filename=orders-1.xml',
    '<?xml version="1.0"?><КоммерческаяИнформация ВерсияСхемы="2.07"><Документ><Номер>1</Номер></Документ></КоммерческаяИнформация>',
  )
}

const PERSON = {
  id: 'person-1',
  kind: 'person',
  lastName: 'Иванов',
  firstName: 'Иван',
  phone: '+79160000001',
}
/** 1C has something to say of it. */
const FIRM_WITHOUT_KPP = { id: 'firm-new', kind: 'organization', name: 'ООО «Берёзка»', inn: '6658000339' }

function newOrder(companyId: string, count: number) {
  const placed = new Date(Date.now() - (3 - count) * 7 * 60_000)
  const time = (after: number) => `${new Date(placed.getTime() + after).toISOString().slice(0, 19)}Z`
  return {
    id: `bp-today-${count}`,
    number: `BP-${100 + count}`,
    companyId,
    placedAt: time(0),
    status: 'purchased',
    currency: 'RUB',
    customer: count === 1 ? PERSON : FIRM_WITHOUT_KPP,
    lines: [
      {
        id: 'item-1',
        name: 'Аренда переговорной, час',
        kind: 'service',
        quantity: `${count}`,
        unit: '356',
        price: '1500.00',
        discount: '0.00',
        amount: `${count * 1500}.00`,
        vat: '22',
      },
    ],
    vatIncluded: true,
    total: `${count * 1500}.00`,
    payments: [
      {
        id: `pay-today-${count}`,
        gateway: 'CKassa',
        status: 'paid',
        amount: `${count * 1500}.00`,
        paidAt: time(60_000),
      },
    ],
  }
}
