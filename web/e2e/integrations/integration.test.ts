import { readFile } from 'node:fs/promises'
import { awayFromMidnight } from '../../../service/test/support/away-from-midnight.js'
import { expect, expectAccessible, test } from '../support/fixtures.js'
import { type Obmen, TIMEZONE } from '../support/obmen.js'
import { connect1C, type OneC } from '../support/one-c.js'
import { order } from '../support/orders.js'

async function put(obmen: Obmen, { companyId }: OneC, id: string, changes: object = {}) {
  await obmen.rest('PUT', `/orders/${id}`, { ...order(obmen, id), companyId, ...changes })
}

test('waiting orders are counted, listed and shown as XML until an exchange takes them', async ({
  signedInPage: page,
  obmen,
}) => {
  await awayFromMidnight(TIMEZONE)
  const base = await connect1C(obmen, 'Ждут')
  for (const id of ['owed-1', 'owed-2', 'owed-3']) await put(obmen, base, id)
  await put(obmen, base, 'owed-not', { status: 'new' })
  await page.goto(`${obmen.url}/integrations/${base.integrationId}`)
  await page.getByRole('tab', { name: 'Ждут выгрузки 3' }).click()
  await expect(page).toHaveURL(/tab=owed/)
  await expect(page.getByRole('heading', { name: '3 заказа ждут выгрузки' })).toBeVisible()
  const rows = page.getByRole('table', { name: 'Заказы, которые ждут выгрузки' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  await expect(rows.nth(1)).toContainText('owed-3')
  await expect(rows.nth(1)).toContainText(/ждёт с \d\d:\d\d/)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'XML следующей выгрузки' }).click()
  const preview = page.getByRole('dialog', { name: 'XML следующей выгрузки' })
  await expect(preview.getByLabel('Текст XML', { exact: true })).toContainText('<Ид>owed-1</Ид>')
  await expectAccessible(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    preview.getByRole('button', { name: 'Скачать' }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`orders-${base.login}.xml`)
  const xml = await readFile(await file.path(), 'utf8')
  expect(xml.match(/<Документ>/g)).toHaveLength(3)
  await page.goBack()
  await expect(preview).toBeHidden()

  await base.pull('--no-success')
  await expect(rows.nth(1)).toContainText('выдан')
  await base.pull()
  await expect(page.getByRole('heading', { name: '1С подтвердила все заказы' })).toBeVisible()
  await expect(page.getByText('Подтверждены 3 заказа.')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Ждут выгрузки', exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('the package is shown in the encoding that 1C gets', async ({ signedInPage: page, obmen }) => {
  const base = await connect1C(obmen, 'Кодировка', { encoding: 'windows-1251' })
  await put(obmen, base, 'encoded')
  await page.goto(`${obmen.url}/integrations/${base.integrationId}?tab=owed&over=package`)
  const text = page.getByRole('dialog').getByLabel('Текст XML', { exact: true })
  await expect(text).toContainText('encoding="windows-1251"')
  await expect(text).toContainText('<КоммерческаяИнформация')
  await expect(text).toContainText('ООО «Вектор»')
})

test('its exchanges appear by themselves, and only its own', async ({ signedInPage: page, obmen }) => {
  const base = await connect1C(obmen, 'Свои обмены')
  const other = await connect1C(obmen, 'Чужие обмены')
  await page.goto(`${obmen.url}/integrations/${base.integrationId}`)
  await page.getByRole('tab', { name: 'Обмены' }).click()
  await expect(page.getByRole('heading', { name: '1С ещё не обращалась' })).toBeVisible()
  await expectAccessible(page)
  await put(obmen, base, 'own-exchange')
  await other.pull()
  await base.pull()
  const rows = page.getByRole('table', { name: 'Обмены' }).getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('выдано 1, подтверждено 1')
  await expectAccessible(page)
  await rows.nth(1).getByRole('link').click()
  await expect(page).toHaveURL(/\/exchanges\/\d+$/)
})

test('who changed what and when is shown, never a password itself', async ({ signedInPage: page, obmen }) => {
  const base = await connect1C(obmen, 'История')
  await page.goto(`${obmen.url}/integrations/${base.integrationId}`)
  await page.getByRole('button', { name: 'Приостановить' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Приостановить' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Возобновить', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Приостановить' })).toBeVisible()
  await page.getByRole('button', { name: 'Новый пароль' }).click()
  await page.getByRole('button', { name: 'Создать пароль' }).click()
  const password = await page.getByLabel('Пароль', { exact: true }).inputValue()
  await page.getByRole('tab', { name: 'Правила' }).click()
  await page.getByLabel('Наименование').fill('История <b>новая</b>')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Изменения сохранены')).toBeVisible()
  await obmen.rest('PATCH', `/integrations/${base.integrationId}`, {
    settings: { paymentrules: [{ status: 'paid' }, {}], paymentmethodname: 'Наличными', client: 'unf' },
  })

  await page.getByRole('tab', { name: 'Изменения' }).click()
  const rows = page.getByRole('table', { name: 'Изменения интеграции' }).getByRole('row')
  await expect(rows).toHaveCount(7)
  const newest = rows.nth(1)
  await expect(newest).toContainText('программа, токен «Токен, созданный при установке»')
  await expect(newest.getByRole('deletion')).toContainText([
    'статус «purchased», шлюз «CKassa»',
    'Оплата картой внешняя',
  ])
  await expect(newest.getByRole('insertion')).toContainText([
    'статус «paid»',
    'любой заказ',
    'Наличными',
    '1С:Управление нашей фирмой',
  ])
  await expect(rows.nth(2)).toContainText(obmen.admin.email)
  await expect(rows.nth(2).getByRole('deletion')).toHaveText('История')
  await expect(rows.nth(2).getByRole('insertion')).toHaveText('История <b>новая</b>')
  await expect(rows.nth(3)).toContainText('Создан новый пароль')
  await expect(rows.nth(4)).toContainText('Возобновлена')
  await expect(rows.nth(5)).toContainText('Приостановлена')
  await expect(rows.nth(6)).toContainText('Интеграция создана')
  await expect(page.getByRole('tabpanel')).not.toContainText(password)
  await expect(page.getByRole('tabpanel')).not.toContainText(base.password)
  await expectAccessible(page)
})

test('a far start of counting asks with the numbers that are lost; a no saves nothing', async ({
  signedInPage: page,
  obmen,
}) => {
  const company = { name: 'ООО «Счёт»', inn: '7736050003', kpp: '773601001' }
  const { id: companyId } = (await obmen.rest('POST', '/companies', company)) as { id: string }
  const settings = { paymentrules: [{}], paymentmethodname: 'Картой' }
  const body = { class: 'CommerceML', name: 'Счёт', settings, companyId }
  const { id } = (await obmen.rest('POST', '/integrations', body)) as { id: string }
  await page.goto(`${obmen.url}/integrations/${id}?tab=rules`)
  await page.getByRole('button', { name: 'Дополнительно' }).click()
  await page.getByLabel('Начать нумерацию с').fill('50001')
  const silent = page.getByLabel('Считать 1С замолчавшей через, минут')
  await expect(silent).toHaveAttribute('placeholder', 'по привычному расписанию этой 1С')
  await silent.fill('30')
  const save = page.getByRole('button', { name: 'Сохранить', exact: true })
  const question = page.getByRole('dialog', { name: 'Пропустить номера?' })
  await save.click()
  await expect(question).toContainText('номера с 1 по 50000 пропали бы')
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Отменить' }).click()
  await expect(question).toBeHidden()
  expect(await obmen.rest('GET', `/integrations/${id}`)).toMatchObject({ settings })
  await save.click()
  await question.getByRole('button', { name: 'Пропустить' }).click()
  await expect(page.getByText('Изменения сохранены')).toBeVisible()
  expect(await obmen.rest('GET', `/integrations/${id}`)).toMatchObject({
    settings: { ordernumberfrom: 50_001, silentafter: 30 },
  })
})

test('its removal is asked with what is lost, and Escape keeps it', async ({ signedInPage: page, obmen }) => {
  const base = await connect1C(obmen, 'Удаляемая')
  await put(obmen, base, 'lost-1')
  await base.pull()
  await page.goto(`${obmen.url}/integrations/${base.integrationId}`)
  await expect(page.getByRole('heading', { name: 'Удаляемая' })).toBeVisible()
  // They come while the page stands open.
  for (const id of ['lost-2', 'lost-3']) await put(obmen, base, id)
  const question = page.getByRole('dialog', { name: 'Удалить интеграцию «Удаляемая»?' })
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.getByRole('button', { name: 'Другие действия' }).click()
    await page.getByRole('menuitem', { name: 'Удалить интеграцию' }).hover()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menuitem')).toHaveCount(0)
  }
  const ask = async () => {
    await page.getByRole('button', { name: 'Другие действия' }).click()
    await page.getByRole('menuitem', { name: 'Удалить интеграцию' }).click()
    await expect(question).toContainText('ждут 2, подтверждён 1')
  }
  await ask()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  // Rules that were not saved go with it: nothing more is asked.
  await page.getByRole('tab', { name: 'Правила' }).click()
  await page.getByRole('textbox', { name: 'Наименование' }).fill('Не сохранённая')
  await ask()
  await question.getByRole('button', { name: 'Удалить интеграцию' }).click()
  await expect(page).toHaveURL(/\/settings\?tab=integrations$/)
  await page.goto(`${obmen.url}/integrations/${base.integrationId}`)
  await expect(page.getByRole('heading', { name: 'Такой интеграции нет' })).toBeVisible()
})
