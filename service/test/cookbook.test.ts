import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createBase, documentsOf, type OneC, paymentsOf, runExchange } from '@obmen/simulator'
import { expect, it } from 'vitest'
import { type Connected1C, newPlatform, type Platform } from './support/app/test-server.js'
import { useServer } from './support/app/use-server.js'
import { describeOnNewestPostgres } from './support/databases.js'
import { inspectMarked } from './support/place.js'

const PAGES = ['cookbook.md', 'cookbook.ru.md'].map(name =>
  fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)),
)
const PROGRAMS = { bp: 'Бухгалтерия', unf: 'УНФ', ut: 'УТ, КА, ERP', rt: 'Розница' } as const
const CLIENTS = ['bp', 'unf', 'ut', 'rt'] as const

interface Shop1C {
  client: (typeof CLIENTS)[number]
  base: OneC
  one: Connected1C
}
interface PutOrder {
  id: string
  number: string
  programs: Shop1C[]
}

describeOnNewestPostgres('the cookbook', pg => {
  const server = useServer(pg)

  it('says of each case what the simulator of each 1C makes of its orders', async () => {
    const pages = await Promise.all(PAGES.map(page => readFile(page, 'utf8')))
    const [introduction, ...cases] = pages[0]!.split(/^(?=## )/m)
    const common = JSON.parse(blocksOf(introduction!)[0]!.code) as object
    const shown: string[] = []
    for (const text of cases) shown.push(...(await play(text, common)))
    expect(shown.length).toBeGreaterThan(12)
    for (const [index, text] of pages.entries()) {
      let at = 0
      const said = text.replace(/^```text\n.*?^```$/gms, () => `\`\`\`text\n${shown[at++]}\n\`\`\``)
      await expect(said).toMatchFileSnapshot(PAGES[index]!)
    }
  }, 120_000)

  /** Puts the orders of a case; where the page says what 1C shows, each 1C has had an exchange. */
  async function play(text: string, common: object): Promise<string[]> {
    const platform = await newPlatform(server)
    const companies = new Map([['$COMPANY', platform.companyId]])
    const programs = new Map<string, Shop1C[]>()
    const shown: string[] = []
    let put = new Map<string, PutOrder>()
    for (const { language, code } of blocksOf(text)) {
      if (language === 'text') {
        await Promise.all([...programs.values()].flat().map(exchange))
        await inspectMarked(server.db)
        shown.push(await toldOf(platform, [...put.values()]))
        put = new Map()
        continue
      }
      for (const given of [JSON.parse(code)].flat() as { id: string; companyId?: string }[]) {
        const name = given.companyId ?? '$COMPANY'
        if (!companies.has(name)) companies.set(name, await addCompany(platform))
        const companyId = companies.get(name)!
        if (!programs.has(name)) programs.set(name, await connectAll(platform, companyId))
        const path = `/api/v1/orders/${given.id}`
        const answer = await platform.call('PUT', path, { ...common, ...given, companyId })
        expect([200, 201], answer.text).toContain(answer.status)
        const number = answer.body.numberIn1c
        expect(number).toMatch(/^\d+$/)
        put.set(given.id, { id: given.id, number, programs: programs.get(name)! })
      }
    }
    return shown
  }

  async function exchange({ base, one }: Shop1C): Promise<void> {
    const { login, password } = one
    const version = { protocol: 'bitrix', subordinateDocuments: true } as const
    const result = await runExchange(base, { url: `${server.url}/1c`, login, password, ...version })
    expect(result, result.summary).toMatchObject({ ok: true })
  }
})

function blocksOf(text: string): { language: string; code: string }[] {
  return [...text.matchAll(/^```(json|text)\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({
    language,
    code,
  }))
}

async function addCompany(platform: Platform): Promise<string> {
  const company = { name: 'ИП Петрова А. С.', inn: '500100732259' }
  return (await platform.call('POST', '/api/v1/companies', company)).body.id
}

function connectAll(platform: Platform, companyId: string): Promise<Shop1C[]> {
  return Promise.all(
    CLIENTS.map(async client => {
      const one = await platform.connect({ client, paymentrules: [{}] }, companyId)
      return { client, base: createBase(client), one }
    }),
  )
}

/** A line for each 1C: its document, its payments, and what it lost or what an accountant has to do. */
async function toldOf(platform: Platform, orders: PutOrder[]): Promise<string> {
  const lines: string[] = []
  for (const { id, number, programs } of orders) {
    const { body: tasks } = await platform.call('GET', `/api/v1/tasks?orderId=${id}`)
    for (const { client, base, one } of programs) {
      const path = `/api/v1/orders/${id}/preflight?integrationId=${one.id}`
      const { body } = await platform.call('GET', path)
      const findings: string[] = body.items
        .filter(({ severity }: { severity: string }) => severity !== 'note')
        .map(({ code }: { code: string }) => code)
      const asked: string[] = tasks.items
        .filter(({ integrationId }: { integrationId: string }) => integrationId === one.id)
        .map(({ code, params }: { code: string; params: { amount: string } }) => `${code} ${params.amount}`)
      const marks = [[...new Set(findings)].join(', '), ...asked.map(task => `→ ${task}`)].filter(Boolean)
      lines.push(
        `${orders.length > 1 ? `${id}, ` : ''}${PROGRAMS[client]}: ${madeIn(base, number)}` +
          (marks.length > 0 ? `\n  ${marks.join(' ')}` : ''),
      )
    }
  }
  return lines.join('\n')
}

function madeIn(base: OneC, number: string): string {
  const documents = documentsOf(base, number).map(({ outcome }) => {
    const { kind, total, currency, vatTotal, canceled, lines } = outcome
    const rows = lines.map(({ name, quantity, price, vat }) => `${name} ${quantity} × ${price} ${vat}`)
    return (
      `${kind} ${total} ${currency}${vatTotal === '0.00' ? '' : `, НДС ${vatTotal}`}` +
      `${lines.length > 1 ? ` (${rows.join('; ')})` : ''}${canceled ? ', отменён' : ''}`
    )
  })
  const payments = paymentsOf(base, number).map(({ kind, amount }) => `${kind} ${amount}`)
  return [...documents, ...payments].join('; ') || '—'
}
