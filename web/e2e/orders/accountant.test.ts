import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectFits, gate, test } from '../support/fixtures.js'
import type { Obmen } from '../support/obmen.js'
import { acceptInvitation } from '../support/operator.js'
import { order } from '../support/orders.js'

const EMAIL = 'vera@technopark.example'
const PASSWORD = 'Надёжный пароль 4'
const HIDDEN = 'Скрытая компания'
/** What changes something: nothing of this is on a page of an accountant. */
const CHANGES =
  /^(Добавить|Пригласить|Выгрузить снова|Удержать|Отпустить|Приостановить|Проверка и номенклатура|Номенклатура|Новый пароль|Перейти к паролю|Проверить как 1С|Изменить|Сохранить изменения|Создать)/

/** Every page of the ecosystem; `refused` are the administrators'. */
const PAGES: { path: (made: Made) => string; ready: string | RegExp; refused?: true }[] = [
  { path: () => '/desk', ready: 'Сделать вручную' },
  { path: () => '/overview', ready: 'Касса видимой' },
  { path: () => '/orders', ready: 'Заказы' },
  { path: () => '/orders/seen-1', ready: 'Касса видимой' },
  { path: () => '/orders/hidden-1', ready: 'Такого заказа нет' },
  { path: ({ hiddenId }) => `/integrations/${hiddenId}`, ready: 'Такой интеграции нет' },
  { path: ({ seenId }) => `/integrations/${seenId}`, ready: /жд(ёт|ут) выгрузки/ },
  { path: ({ seenId }) => `/integrations/${seenId}?tab=findings`, ready: 'Что не дойдёт' },
  { path: ({ seenId }) => `/integrations/${seenId}?tab=exchanges`, ready: /обращалась/ },
  { path: ({ seenId }) => `/integrations/${seenId}?tab=rules`, ready: /жд(ёт|ут) выгрузки/ },
  { path: () => '/exchanges', ready: 'Обмены' },
  { path: () => '/attention', ready: 'Что требует внимания' },
  { path: () => '/attention?tab=over', ready: 'Прошедшие' },
  { path: () => '/account?tab=notifications', ready: '1С не может войти' },
  { path: () => '/tasks', ready: 'Задачи' },
  { path: () => '/reconciliation', ready: 'Ни одна 1С не читается' },
  {
    path: ({ seenId }) => `/integrations/${seenId}?tab=reconciliation`,
    ready: 'включает администратор локации',
  },
  { path: () => '/companies', ready: 'ООО «Видимая»' },
  { path: () => '/account', ready: 'Бухгалтер' },
  { path: () => '/platform', ready: 'Раздел открыт для роли «Администратор локации»', refused: true },
  {
    path: ({ seenId }) => `/integrations/${seenId}/catalogue`,
    ready: 'Раздел открыт для роли «Администратор локации»',
    refused: true,
  },
  { path: () => '/location', ready: 'Раздел открыт для роли «Администратор локации»', refused: true },
  { path: () => '/structure', ready: 'Раздел открыт для роли «Администратор локации»', refused: true },
  {
    path: () => '/settings?tab=tokens',
    ready: 'Раздел открыт для роли «Администратор локации»',
    refused: true,
  },
  { path: () => '/infrastructure', ready: 'Раздел открыт для роли «Системный оператор»', refused: true },
]

interface Made {
  seenId: string
  seenLogin: string
  hiddenId: string
}

async function make(obmen: Obmen): Promise<Made> {
  const settings = { client: 'bp', paymentrules: [{ status: 'purchased' }], paymentmethodname: 'Картой' }
  const connect = async (name: string, companyId: string) => {
    const body = { class: 'CommerceML', name, settings, companyId }
    return (await obmen.rest('POST', '/integrations', body)) as { id: string; login: string }
  }
  const company = { name: HIDDEN, inn: '7707083893', kpp: '773601002' }
  const { id: companyId } = (await obmen.rest('POST', '/companies', company)) as { id: string }
  // Other tests on the same server have 1Cs and orders of the first company.
  const visible = { ...company, name: 'ООО «Видимая»', kpp: '773601003' }
  const seenCompany = (await obmen.rest('POST', '/companies', visible)) as { id: string }
  const ofSeen = (id: string) => ({ ...order(obmen, id), companyId: seenCompany.id })
  // So many that the list to choose from scrolls.
  for (let count = 1; count <= 12; count++)
    await obmen.rest('POST', '/companies', { ...company, name: `Компания ${count} из многих` })
  const seen = await connect('Касса видимой', seenCompany.id)
  const hidden = await connect('Касса скрытой', companyId)
  const comment = 'х'.repeat(4000)
  await obmen.rest('PUT', '/orders/seen-1', { ...ofSeen('seen-1'), comment })
  const now = new Date().toISOString()
  const [payment] = ofSeen('seen-2').payments
  const part = { placedAt: now, payments: [{ ...payment, amount: '1000.00', paidAt: now }] }
  await obmen.rest('PUT', '/orders/seen-2', { ...ofSeen('seen-2'), ...part })
  await obmen.rest('PUT', '/orders/hidden-1', { ...order(obmen, 'hidden-1'), companyId })
  return { seenId: seen.id, seenLogin: seen.login, hiddenId: hidden.id }
}

async function inviteAccountant(page: Page, obmen: Obmen): Promise<string> {
  await page.goto(`${obmen.url}/settings?tab=users`)
  await page.getByRole('button', { name: 'Пригласить бухгалтера' }).click()
  const dialog = page.getByRole('dialog', { name: 'Пригласить человека' })
  await dialog.getByLabel('Электронная почта').fill(EMAIL)
  await dialog.getByRole('button', { name: 'Создать приглашение' }).click()
  await expect(dialog.getByText('Выберите хотя бы одну компанию')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Компании' }).click()
  await expect(dialog.getByRole('option').nth(9)).toBeAttached()
  await expectAccessible(page)
  await dialog.getByRole('combobox', { name: 'Компании' }).fill('Видимая')
  await dialog.getByRole('option', { name: 'ООО «Видимая»' }).click()
  await expectAccessible(page)
  await dialog.getByLabel('Электронная почта').click()
  await dialog.getByRole('button', { name: 'Создать приглашение' }).click()
  const link = await dialog.getByLabel('Ссылка-приглашение', { exact: true }).inputValue()
  await dialog.getByRole('button', { name: 'Готово' }).click()
  // It fades out.
  await expect(dialog).toBeHidden()
  return link
}

/** What to do is done there; each figure leads to the list of exactly these orders. */
async function expectDesk(page: Page): Promise<void> {
  const section = (name: string) => page.getByRole('region', { name, exact: true })
  await expect(section('Сделать вручную')).toContainText('Внесите в 1С оплату 1 000,00 ₽')
  await expect(section('Сделать вручную')).toContainText('Итого 1 задача: 1 000,00 ₽')
  const row = section('Не дошло').getByRole('row').filter({ hasText: 'ООО «Видимая»' })
  await expect(row).toContainText('6 000,00 ₽')
  const byHand = section('Итоги').locator('dl > div').filter({ hasText: 'Вручную' })
  await expect(byHand).toContainText('3 000,00 ₽')
  await expectFits(page, ['light', 'dark'])
  for (const [link, sum] of [
    [row.getByRole('link', { name: '2 заказа' }), 'Итого 2 заказа: 6 000,00 ₽'],
    [byHand.getByRole('link', { name: '1 заказ' }), 'Итого 1 заказ: 3 000,00 ₽'],
  ] as const) {
    await link.click()
    await expect(page.getByText(sum)).toBeVisible()
    await page.goBack()
  }
  const { opened, open } = gate()
  await page.route(/\/accounting\/summary/, async route => {
    await opened
    await route.continue()
  })
  await page.getByRole('combobox', { name: 'Период' }).selectOption('Предыдущий квартал')
  // Never the numbers of one period under the dates of another.
  await expect(byHand).toHaveCount(0)
  open()
  await expect(byHand).toContainText('0')
  await section('Сделать вручную')
    .getByRole('button', { name: /^Сделано/ })
    .click()
  await expect(section('Сделать вручную')).toContainText('Делать руками нечего')
}

test('an accountant sees the chosen companies on every page, and can change nothing there', async ({
  signedInPage: page,
  obmen,
  browser,
}) => {
  const made = await make(obmen)
  const link = await inviteAccountant(page, obmen)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const theirs = await context.newPage()
  await theirs.goto(link)
  await expect(theirs.getByText('Компании: ООО «Видимая».')).toBeVisible()
  await acceptInvitation(theirs, link, 'Вера', PASSWORD)
  await expect(theirs.getByRole('heading', { name: 'Рабочий стол', exact: true })).toBeVisible()
  await expectDesk(theirs)
  const menu = theirs.getByRole('navigation', { name: 'Разделы' })
  const links = ['Рабочий стол', 'Обзор', 'Заказы', 'Обмены', 'Задачи', 'Сверка с 1С', 'Компании']
  await expect(menu.getByRole('link')).toHaveText(links.map(name => new RegExp(`^${name}`)))

  for (const { path, ready, refused } of PAGES) {
    await test.step(path(made), async () => {
      await theirs.goto(obmen.url + path(made))
      await expect(theirs.locator('main').getByText(ready).first()).toBeVisible()
      await expect(theirs.getByRole('status').filter({ hasText: /^Загрузка/ })).toHaveCount(0)
      await expect(theirs.getByText(HIDDEN)).toHaveCount(0)
      await expect(theirs.getByText('Касса скрытой')).toHaveCount(0)
      if (path(made) !== '/account')
        await expect(theirs.locator('main').getByRole('button', { name: CHANGES })).toHaveCount(0)
      await expect(theirs.locator('main').getByRole('link', { name: CHANGES })).toHaveCount(0)
      // What is left of a page is judged by axe on the administrator's.
      if (!refused) await expectFits(theirs, [])
    })
  }

  await fetch(`${obmen.url}/1c?type=sale&mode=checkauth`, {
    headers: { authorization: `Basic ${btoa(`${made.seenLogin}:wrong`)}` },
  })
  await theirs.goto(`${obmen.url}/integrations/${made.seenId}`)
  await expect(theirs.getByText('1С не может войти: неверный пароль.')).toBeVisible()
  await expect(theirs.locator('main').getByRole('link', { name: 'В справке: Касса видимой' })).toBeVisible()
  await expect(theirs.locator('main').getByRole('link', { name: CHANGES })).toHaveCount(0)
  await expectFits(theirs)

  await theirs.goto(`${obmen.url}/orders`)
  await expect(theirs.getByRole('heading', { name: 'Заказы' })).toBeVisible()
  await theirs.keyboard.press('Control+k')
  await theirs.getByRole('combobox', { name: /Что найти|Найти/ }).fill('hidden-1')
  await expect(theirs.getByText(/Ничего не найдено/)).toBeVisible()
  await context.close()

  const row = page.getByRole('row').filter({ hasText: EMAIL })
  await page.reload()
  await expect(row).toContainText('ООО «Видимая»')
  await row.getByRole('button', { name: /Действия/ }).click()
  await page.getByRole('menuitem', { name: 'Выбрать компании' }).click()
  const choice = page.getByRole('dialog', { name: `Компании: ${EMAIL}` })
  const { opened: asked, open: answer } = gate()
  await page.route(/\/companies\?.*q=/, async route => {
    await asked
    await route.continue()
  })
  await choice.getByRole('combobox', { name: 'Компании' }).fill('Скрытая')
  // Before the server has answered, too: a list that shrinks while somebody chooses would let them choose another company.
  await expect(choice.getByRole('option')).toHaveText([HIDDEN])
  answer()
  await choice.getByRole('option', { name: HIDDEN }).click()
  await choice.getByRole('combobox', { name: 'Компании' }).press('Escape')
  await choice.getByRole('button', { name: 'Сохранить' }).click()
  await expect(row).toContainText(HIDDEN)
})
