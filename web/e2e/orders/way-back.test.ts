import { expect, expectFits, test } from '../support/fixtures.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

const CATALOGUE = `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.07"><Каталог СодержитТолькоИзменения="false"><Ид>c</Ид><Товары>
<Товар><Ид>a0000000-0000-11ef-8f00-000000000001</Ид><Артикул>АР-1</Артикул><Наименование>Аренда переговорной</Наименование>
<БазоваяЕдиница Код="356">ч</БазоваяЕдиница></Товар></Товары></Каталог></КоммерческаяИнформация>`

const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.07"><Документ><Ид>b7a30001-0000-11ef-8f00-00155d000001</Ид>
<Номер>NUMBER</Номер><Дата>2026-11-17</Дата><ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль><Валюта>643</Валюта><Курс>1</Курс>
<Сумма>4500.00</Сумма><Время>12:15:07</Время><Товары><Товар><Ид>a</Ид><Наименование>Аренда переговорной</Наименование>
<ЦенаЗаЕдиницу>1500.00</ЦенаЗаЕдиницу><Количество>3</Количество><Сумма>4500.00</Сумма></Товар></Товары><ЗначенияРеквизитов>
<ЗначениеРеквизита><Наименование>Номер по 1С</Наименование><Значение>УТ-000017</Значение></ЗначениеРеквизита>
<ЗначениеРеквизита><Наименование>Проведен</Наименование><Значение>true</Значение></ЗначениеРеквизита>
</ЗначенияРеквизитов></Документ></КоммерческаяИнформация>`

test('a file of 1C is checked before it comes, and what 1C uploads is on the page of the order', async ({
  signedInPage: page,
  obmen,
}) => {
  const { companyId, integrationId, login, password, url } = await connect1C(obmen, 'Склад', { client: 'ut' })
  const wire = ['--url', url, '--login', login, '--password', password, '--client', 'ut']
  await obmen.rest('PUT', '/orders/back-1', { ...order(obmen, 'back-1'), companyId })
  await obmen.command('1c', 'pull', ...wire)
  const { items } = (await obmen.rest('GET', '/orders/back-1/exports')) as { items: { numberIn1c: string }[] }
  const content = Buffer.from(FILE.replace('NUMBER', items[0]!.numberIn1c))

  await page.goto(`${obmen.url}/integrations/${integrationId}?tab=exchanges`)
  const area = page.getByRole('region', { name: 'Проверить файл из 1С' })
  await expect(area).toContainText('Ничего не изменится')
  await page.locator('input[type=file]').setInputFiles({
    name: 'orders-1.xml',
    mimeType: 'text/xml',
    buffer: content,
  })
  await expect(area).toContainText('в 1С № УТ-000017, проведён')
  await expect(area).toContainText('изменилось бы: документ, проведение, сумма, строки')
  await expect(area.getByRole('table', { name: /строк/i })).toContainText('3 × 1 500,00')
  await expectFits(page)

  const catalogue = Buffer.from(CATALOGUE)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'import0_1.xml', mimeType: 'text/xml', buffer: catalogue })
  await expect(area).toContainText('Групп — 0, позиций — 1, предложений — 0, цен — 0.')
  await expect(area.getByRole('table', { name: 'import0_1.xml' })).toContainText('Аренда переговорной')
  await expect(area).toContainText('новых позиций — 1, изменённых — 0, пропавших — 0')
  await expectFits(page)

  // Dropped, as most people would; this one was cut.
  const transfer = await page.evaluateHandle(
    text => {
      const dropped = new DataTransfer()
      dropped.items.add(new File([text], 'cut.xml', { type: 'text/xml' }))
      return dropped
    },
    content.toString().slice(0, 500),
  )
  await area.dispatchEvent('drop', { dataTransfer: transfer })
  await expect(area).toContainText('cut.xml')
  await expect(area).toContainText(/строк[аеи] \d+/)
  expect(await obmen.rest('GET', '/orders/back-1/accounting')).toEqual({ items: [] })

  await obmen.rest('PUT', '/orders/back-2', { ...order(obmen, 'back-2'), companyId })
  await obmen.command('1c', 'push', ...wire, '--do', 'post,pay,change')
  await page.goto(`${obmen.url}/orders/back-2`)
  await expect(page.getByText('0000-000001').first()).toBeVisible()
  await expect(
    page.getByText('Строки изменены в 1С').or(page.getByText('3 × 1 500,00')).first(),
  ).toBeVisible()
  await expectFits(page)
  await page.goto(`${obmen.url}/integrations/${integrationId}`)
  const latest = page.getByRole('region', { name: 'Как идут обмены' })
  await expect(latest).toContainText('Последние документы из 1С')
  await expectFits(page, ['light', 'dark'])
  await latest.getByRole('link', { name: /^Документ № 0000-000001 .*, заказ \d+$/ }).click()
  await expect(page).toHaveURL(/orders\/back-2$/)

  // A file of more documents than the page shows at first.
  const headers = { authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}` }
  const signedIn = await (await fetch(`${url}?type=sale&mode=checkauth`, { headers })).text()
  const [, name, token] = signedIn.split('\n')
  const [start, one, end] = [
    /^[\s\S]*?(?=<Документ>)/,
    /<Документ>[\s\S]*<\/Документ>/,
    /<\/Ком[\s\S]*$/,
  ].map(part => part.exec(FILE)![0])
  const many = Array.from({ length: 101 }, (_, at) =>
    one!.replace('NUMBER', `9${at}`).replace('b7a30001', `b7a3${1000 + at}`),
  )
  const answer = await fetch(`${url}?type=sale&mode=file&filename=many.xml`, {
    ...{ method: 'POST', headers: { ...headers, cookie: `${name}=${token}` } },
    body: `${start}${many.join('')}${end}`,
  })
  expect(await answer.text()).toBe('success')
  const { items: exchanges } = (await obmen.rest(
    'GET',
    `/exchanges?integrationId=${integrationId}&limit=1`,
  )) as {
    items: { id: number }[]
  }
  await page.goto(`${obmen.url}/exchanges/${exchanges[0]!.id}`)
  await page.getByText('Что в нём сказано').click()
  const documents = page.getByRole('listitem').filter({ hasText: /^Заказ 9\d+:/ })
  await expect(documents).toHaveCount(100)
  await page.getByRole('button', { name: 'Показать ещё' }).click()
  await expect(documents).toHaveCount(101)
  await expect(page.getByRole('button', { name: 'Показать ещё' })).toHaveCount(0)
})
