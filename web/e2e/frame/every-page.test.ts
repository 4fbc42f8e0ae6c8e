import { uploadCatalogue } from '../support/catalogue.js'
import { expect, expectAccessible, expectFits, test } from '../support/fixtures.js'
import type { Obmen } from '../support/obmen.js'
import { order } from '../support/orders.js'

/** Every page that a link leads to; `ready` is what tells that it has loaded. */
const PAGES: { path: (made: Made) => string; ready: string }[] = [
  { path: () => '/overview', ready: 'Последние обмены' },
  { path: () => '/desk', ready: 'Итоги' },
  { path: () => '/settings?tab=integrations', ready: 'Добавить интеграцию' },
  { path: ({ integrationId }) => `/integrations/${integrationId}`, ready: 'Подключение и адрес' },
  { path: ({ integrationId }) => `/integrations/${integrationId}?tab=rules`, ready: 'Что делают правила' },
  { path: ({ integrationId }) => `/integrations/${integrationId}?tab=owed`, ready: 'Самый давний ждёт' },
  {
    path: ({ integrationId }) => `/integrations/${integrationId}?tab=exchanges`,
    ready: 'Проверить файл из 1С',
  },
  {
    path: ({ integrationId }) => `/integrations/${integrationId}?tab=reconciliation`,
    ready: 'Чтение из 1С выключено',
  },
  { path: ({ integrationId }) => `/integrations/${integrationId}?tab=changes`, ready: 'Интеграция создана' },
  { path: ({ integrationId }) => `/integrations/${integrationId}?over=dry-run`, ready: '1С примет' },
  { path: ({ integrationId }) => `/integrations/${integrationId}?over=package`, ready: '<Ид>' },
  { path: () => '/orders', ready: 'two-lines' },
  { path: () => '/orders/two-lines', ready: 'Путь заказа' },
  { path: () => '/exchanges', ready: 'Обмен' },
  { path: ({ exchangeId }) => `/exchanges/${exchangeId}`, ready: 'Обмен №' },
  { path: () => '/attention', ready: 'Что требует внимания' },
  { path: () => '/attention?tab=over', ready: 'Прошедшего пока нет' },
  { path: ({ integrationId }) => `/integrations/${integrationId}/catalogue`, ready: 'Похоже на' },
  {
    path: ({ integrationId }) => `/integrations/${integrationId}/catalogue?tab=linked`,
    ready: 'другая единица',
  },
  {
    path: ({ integrationId }) => `/integrations/${integrationId}/catalogue?tab=items`,
    ready: 'Аренда переговорной',
  },
  { path: () => '/tasks', ready: 'Задачи' },
  { path: () => '/reconciliation', ready: 'Ни одна 1С не читается' },
  { path: () => '/platform?status=all', ready: 'every-page' },
  { path: () => '/companies', ready: 'Добавить компанию' },
  { path: () => '/location', ready: 'Часовой пояс' },
  { path: () => '/structure', ready: 'Места, которые платформа называет' },
  { path: () => '/settings?tab=general', ready: 'Адрес обмена для 1С' },
  { path: () => '/settings?tab=users', ready: 'Пригласить бухгалтера' },
  { path: () => '/settings?tab=tokens', ready: 'Создать токен' },
  { path: () => '/settings?tab=webhooks', ready: 'платформы' },
  { path: () => '/account', ready: 'Смена пароля' },
  { path: () => '/account?tab=notifications', ready: 'О чём писать' },
  { path: () => '/help/README', ready: 'Для тех, кто подключает 1С' },
  { path: () => '/help/6-exchanges#wrong-password', ready: 'Неверный пароль' },
  { path: () => '/infrastructure', ready: 'Раздел открыт для роли' },
]

interface Made {
  integrationId: string
  exchangeId: number
}

interface Made1C {
  id: string
  login: string
  password: string
  exchangeUrl: string
}

const ITEMS = [
  { id: 'a0000000-0000-11ef-8f00-000000000001', name: 'Аренда переговорной', article: 'АР-01', unit: '356' },
  { id: 'a0000000-0000-11ef-8f00-000000000002', name: 'Печать на принтере, страница формата А4' },
]

async function make(obmen: Obmen): Promise<Made> {
  const settings = { paymentrules: [{ status: 'purchased' }], paymentmethodname: 'Картой' }
  const name = 'Очень длинное наименование: касса технопарка «Заречный», корпус 1, первый этаж, зал'
  const body = { class: 'CommerceML', name, settings, companyId: obmen.companyId }
  const { id, login, password, exchangeUrl } = (await obmen.rest('POST', '/integrations', body)) as Made1C
  await obmen.rest('PUT', '/orders/every-page', order(obmen, 'every-page'))
  await uploadCatalogue({ url: exchangeUrl, login, password }, ITEMS)
  const [line] = order(obmen, 'every-page').lines
  const other = {
    ...line,
    id: `Очень-длинный-id-строки-заказа-${'x'.repeat(60)}`,
    name: 'Печать на принтере',
  }
  const two = { ...order(obmen, 'two-lines'), lines: [line, other], total: '6000.00' }
  await obmen.rest('PUT', '/orders/two-lines', two)
  await obmen.rest('PUT', `/integrations/${id}/catalogue/links/svc-12`, { itemId: ITEMS[0]!.id })
  const { items } = (await obmen.rest('GET', '/exchanges')) as { items: { id: number }[] }
  return { integrationId: id, exchangeId: items[0]!.id }
}

test('every page fits three widths and passes axe, in both themes', async ({ signedInPage: page, obmen }) => {
  const made = await make(obmen)
  for (const { path, ready } of PAGES)
    await test.step(path(made), async () => {
      await page.goto(obmen.url + path(made))
      await expect(page.getByText(ready).first()).toBeVisible()
      await expect(page.getByRole('status').filter({ hasText: /^Загрузка/ })).toHaveCount(0)
      await expectFits(page, ['light', 'dark'])
      await page.setViewportSize({ width: 360, height: 900 })
      await expectAccessible(page)
      await page.setViewportSize({ width: 1440, height: 900 })
    })
})
