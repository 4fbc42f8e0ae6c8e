import type { CatalogueLink, Integration } from '@obmen/contract/rest'
import { expect, test } from '@playwright/test'
import { enter, type Rest, startDemo } from './demo.js'
import { take } from './take.js'

test('the lines of orders and 1C’s catalogue, on the demo', async ({ page }) => {
  await using demo = await startDemo()
  const rest = await enter(page, demo)
  const { items } = await rest<{ items: Integration[] }>('GET', '/integrations')
  const trade = items.find(({ settings }) => settings?.client === 'ut')!
  const links = await rest<{ items: CatalogueLink[] }>(
    'GET',
    `/integrations/${trade.id}/catalogue/links?state=unlinked`,
  )
  const lines = links.items.slice(0, 4)
  await uploadCatalogue(rest, trade, lines)
  const open = async (tab: string, ready: string) => {
    await page.goto(`${demo.url}/integrations/${trade.id}/catalogue?tab=${tab}`)
    await expect(page.getByText(ready).first()).toBeVisible()
  }
  await open('unlinked', 'совпадение')
  const link = page.getByRole('button', { name: /^Связать «/ })
  await take(page, 'catalogue-unlinked', { of: page.getByRole('main'), height: 700, mark: [link] })
  const first = lines[0]!
  await rest('PUT', `/integrations/${trade.id}/catalogue/links/${encodeURIComponent(first.lineId)}`, {
    itemId: itemId(0),
  })
  await open('linked', first.name ?? first.lineId)
  await take(page, 'catalogue-linked', { of: page.getByRole('main'), height: 500 })
})

const itemId = (at: number): string => `a0000000-0000-11ef-8f00-00000000000${at}`

/** As УТ uploads what it sells: under names of its own, with articles and units. */
async function uploadCatalogue(
  rest: Rest,
  { id, exchangeUrl, login }: Integration,
  lines: readonly CatalogueLink[],
): Promise<void> {
  const { password } = await rest<{ password: string }>('POST', `/integrations/${id}/password`)
  const headers: Record<string, string> = {
    authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`,
    'user-agent': '1C+Enterprise/8.3',
  }
  const call = async (query: string, body?: string): Promise<string> => {
    const request = { headers, ...(body && { method: 'POST', body }) }
    return (await fetch(`${exchangeUrl}?type=catalog&mode=${query}`, request)).text()
  }
  const [, name, value] = (await call('checkauth')).split('\n')
  headers.cookie = `${name}=${value}`
  headers['content-type'] = 'application/octet-stream'
  const goods = lines.map(
    (line, at) =>
      `<Товар><Ид>${itemId(at)}</Ид><Артикул>ТН-${101 + at}</Артикул><Наименование>${line.name} (основной)</Наименование><БазоваяЕдиница Код="796">шт</БазоваяЕдиница></Товар>`,
  )
  const file = `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.07"><Каталог СодержитТолькоИзменения="false"><Ид>c</Ид><Товары>${goods.join('')}</Товары></Каталог></КоммерческаяИнформация>`
  expect(await call('file&filename=import0_1.xml', file)).toBe('success')
  await expect.poll(() => call('import&filename=import0_1.xml')).toBe('success')
}
