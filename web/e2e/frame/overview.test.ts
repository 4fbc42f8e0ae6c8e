import { execFileSync, spawnSync } from 'node:child_process'
import { awayFromMidnight } from '../../../service/test/support/away-from-midnight.js'
import { expect, expectAccessible, expectFits, signIn, test } from '../support/fixtures.js'
import { type Obmen, startObmen, TIMEZONE } from '../support/obmen.js'
import { order } from '../support/orders.js'

/** The most that a test which must run within one day takes on a busy machine. */
const WITHIN_DAY_SECONDS = 600

interface Made {
  id: string
  login: string
  password: string
}

async function addIntegration(obmen: Obmen, name: string, client = 'auto'): Promise<Made> {
  const settings = { paymentrules: [{ status: 'purchased' }], paymentmethodname: 'Картой', client }
  const body = { class: 'CommerceML', name, settings, companyId: obmen.companyId }
  return (await obmen.rest('POST', '/integrations', body)) as Made
}

async function pull({ command, url }: Obmen, { login, password }: Made, ...options: string[]): Promise<void> {
  const access = ['--url', `${url}/1c`, '--login', login, '--password', password]
  // A refused or unconfirmed exchange ends with an exit code of its own.
  await command('1c', 'pull', ...access, '--client', 'bp', ...options).catch(() => {})
}

async function putOrders(obmen: Obmen, ...ids: string[]): Promise<void> {
  const placedAt = new Date().toISOString()
  for (const id of ids) await obmen.rest('PUT', `/orders/${id}`, { ...order(obmen, id), placedAt })
}

test('a new location is led to its first orders, then follows its exchanges live', async ({ page }) => {
  // Near midnight it waits for so long before it begins.
  test.setTimeout(test.info().timeout + WITHIN_DAY_SECONDS * 1000)
  await using obmen = await startObmen()
  await awayFromMidnight(TIMEZONE, WITHIN_DAY_SECONDS)
  await signIn(page, obmen)

  await test.step('the first steps, the one not done yet first', async () => {
    const steps = page.getByRole('region', { name: 'Как начать' })
    await expect(steps.getByRole('listitem').filter({ hasText: 'Компания' })).toContainText('готово')
    await expect(steps.getByRole('link', { name: 'К интеграциям' })).toBeVisible()
    await expectAccessible(page)
    await steps.getByRole('link', { name: 'К токенам API' }).click()
    await expect(page.getByRole('tab', { name: 'Токены API', selected: true })).toBeVisible()
  })

  const till = await addIntegration(obmen, 'Касса')
  const line = () => page.getByRole('article').filter({ hasText: 'Касса' })
  await test.step('an integration that nobody called yet', async () => {
    await page.getByRole('link', { name: 'Обзор' }).click()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Ждём первого обращения 1С' })).toBeVisible()
    await expect(page.getByText('Обменов ещё не было.')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('orders wait, 1C fetches them, the page follows without being asked', async () => {
    await putOrders(obmen, 'one', 'two', 'three')
    await page.reload()
    await expect(page.getByText('3 заказа ждут следующего обмена.')).toBeVisible()
    // They just wait.
    await expect(page.getByText('Таких нет.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Заказ 1', exact: true })).toHaveCount(0)
    await pull(obmen, till)
    await expect(page.getByRole('heading', { name: 'Всё доходит до 1С' })).toBeVisible()
    await expect(line().getByText('обменивается')).toBeVisible()
    await expect(line().getByRole('img', { name: 'последний 1 обмен, все удались' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Последние обмены' })).toContainText('подтверждено 3')
  })

  await test.step('the chart says in a sentence and a table what it draws', async () => {
    const chart = page.getByRole('img', { name: /^График по дням. Всего: .*подтверждений 1С 3/ })
    await expect(chart.locator('svg')).toBeVisible()
    const below = await chart.evaluate(
      frame =>
        frame.querySelector('svg')!.getBoundingClientRect().bottom - frame.getBoundingClientRect().bottom,
    )
    expect(below, 'what the chart draws below its own frame').toBeLessThanOrEqual(0)
    await page.getByText('Обмены', { exact: true }).last().click()
    await expect(page.getByRole('img', { name: /^График по дням. Всего: обменов 1/ })).toBeVisible()
    await page.getByText('Показать таблицей').click()
    const table = page.getByRole('table', { name: 'Заказы и обмены по дням' })
    await expect(table.getByRole('row')).toHaveCount(31)
    await expect(table.getByRole('row').nth(1).getByRole('cell')).toHaveText([
      /\d\d\.\d\d\.\d{4}/,
      '3',
      '3',
      '1',
      '0',
    ])
    await expectAccessible(page)
  })

  await test.step('an order that is held is not said to reach 1C', async () => {
    await putOrders(obmen, 'held')
    await obmen.rest('POST', '/orders/held/hold', { integrationId: till.id, reason: 'Ждём договор' })
    await page.reload()
    const title = '1 заказ удержан и не уйдёт в 1С, пока его не отпустят'
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await expect(line().getByRole('link', { name: 'удержан 1: Касса' })).toBeVisible()
    const look = page.getByRole('region', { name: 'Заказы, которым нужно внимание' })
    await expect(look.getByRole('listitem')).toContainText('ждём договор')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Удержан 1 заказ: посмотреть причину' }).click()
    await expect(page.getByRole('table').getByText('Ждём договор')).toBeVisible()
    await obmen.rest('POST', '/orders/held/release', { integrationId: till.id })
    await pull(obmen, till)
    await page.goto(obmen.url)
    await expect(page.getByRole('heading', { name: 'Всё доходит до 1С' })).toBeVisible()
  })

  await test.step('an exchange without a confirmation is told, with what it means', async () => {
    await putOrders(obmen, 'four')
    await pull(obmen, till, '--no-success')
    // Live, too, but on a busy machine only twice a minute.
    await page.reload()
    await expect(page.getByRole('heading', { name: '1С загружает заказы' })).toBeVisible()
    await expect(line().getByText('ждём подтверждения')).toBeVisible()
    await pull(obmen, till, '--no-success')
    await page.reload()
    await expect(page.getByRole('heading', { name: '1С не подтверждает загрузку' })).toBeVisible()
    await expect(page.getByText('1С получила 1 заказ, но не подтверждает загрузку')).toBeVisible()
    await expect(line()).toContainText('не подтверждает')
    await expect(line()).toContainText('ждёт 1из них 1 выдано')
    await expectAccessible(page)
    await line().getByRole('link', { name: 'Посмотреть обмены: Касса' }).click()
    await expect(page.getByRole('tab', { name: 'Обмены', selected: true })).toBeVisible()
  })
})

test('headline, bell and page tell the same of what needs attention, worst first, as the lines stand', async ({
  page,
}) => {
  await using obmen = await startObmen()
  const [works, paused, locked] = [
    await addIntegration(obmen, 'Аптека'),
    await addIntegration(obmen, 'Бар'),
    await addIntegration(obmen, 'Вход'),
  ]
  await pull(obmen, works)
  await putOrders(obmen, 'waits-1', 'waits-2')
  await signIn(page, obmen)
  await expect(page.getByRole('article')).toHaveCount(3)
  await expect(page.getByText('2 заказа ждут следующего обмена. В строках ниже их 6')).toBeVisible()
  await obmen.rest('PATCH', `/integrations/${paused.id}`, { enabled: false })
  await pull(obmen, { ...locked, password: 'wrong' })
  const bell = page.getByRole('link', { name: /внимани/ }).first()
  await page.reload()
  await expect(bell).toHaveAccessibleName('Требует внимания: 2')
  await expect(page.getByRole('heading', { name: 'Требует внимания: 2' })).toBeVisible()
  const lines = page.getByRole('list', { name: 'Требует внимания' }).getByRole('listitem')
  const expectLines = async () => {
    await expect(lines).toHaveCount(2)
    await expect(lines.nth(0)).toContainText('1С не может войти: неверный пароль')
    await expect(lines.nth(0)).toContainText('2 заказа ждут')
    await expect(lines.nth(1)).toContainText('Интеграция приостановлена')
  }
  await expectLines()
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(['Вход', 'Бар', 'Аптека'])
  const [first, , last] = await page.getByRole('article').all()
  await expect(first!).toContainText(/не может войтиС \d\d:\d\d/)
  await expect(first!.getByRole('link', { name: 'ждут 2: Вход' })).toBeVisible()
  await expect(first!.getByRole('link', { name: 'Перейти к паролю: Вход' })).toBeVisible()
  await expect(last!.locator('svg rect')).toHaveCount(1)
  await expectFits(page, ['light', 'dark'])
  await bell.click()
  await expectLines()
  await expectFits(page, ['light', 'dark'])
})

test('a newcomer is led from a first order to the call of 1C and the first invoice in it', async ({
  page,
}) => {
  test.skip(
    spawnSync('bash', ['-c', 'curl --version']).status !== 0,
    'bash or curl, which the page shows a call of, is not installed',
  )
  await using obmen = await startObmen()
  await signIn(page, obmen)
  const till = await addIntegration(obmen, 'Касса', 'ut')
  await page.reload()
  const steps = page.getByRole('region', { name: 'Как начать' })
  const call = steps.getByRole('textbox', { name: 'Запрос с пробным заказом' })
  await expect(call).toHaveValue(new RegExp(obmen.companyId))
  await steps.getByRole('button', { name: 'Создать токен и подставить в запрос' }).click()
  await expect(call).toHaveValue(/Bearer obm_/)
  await expectAccessible(page)
  // No proxy leads to the server of a test.
  const env = { ...process.env, no_proxy: '*' }
  const said = JSON.parse(execFileSync('bash', ['-c', await call.inputValue()], { encoding: 'utf8', env }))
  expect(said).toMatchObject({ id: 'first-order', revision: 1 })
  expect(said.owedTo).toHaveLength(1)
  await steps.getByRole('button', { name: 'Отправить пробный заказ' }).click()
  await expect(page.getByText('Пробный заказ принят')).toBeVisible()
  await test.step('the token, which is shown once, stays until it is hidden', async () => {
    await expect(steps.getByRole('listitem').filter({ hasText: 'Заказы' })).toContainText('готово')
    await expect(call).toHaveValue(/Bearer obm_/)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Компании' }).click()
    await page.getByRole('link', { name: 'Обзор' }).click()
    await expect(call).toHaveValue(/Bearer obm_/)
    await steps.getByRole('button', { name: 'Токен сохранён, скрыть' }).click()
    await expect(call).toHaveCount(0)
  })
  await steps.getByRole('link', { name: 'Проверить как 1С' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: '1С примет заказ' })).toBeVisible()
  await expect(dialog.getByText('Заказ клиента').first()).toBeVisible()
  await page.goto(`${obmen.url}/overview`)
  const last = steps.getByRole('listitem').last()
  await expect(last).toContainText('Первый счёт создан')
  await expect(last).not.toContainText('готово')
  await expectFits(page, ['light', 'dark'])
  // An УТ confirms first, and sends its document later.
  const base = ['--client', 'ut', '--base', test.info().outputPath('base.json')]
  await pull(obmen, till, ...base)
  await expect(steps.getByRole('listitem').filter({ hasText: '1С подключилась' })).toContainText('готово')
  await expect(last.getByRole('link', { name: 'К обменам' })).toBeVisible()
  const access = ['--url', `${obmen.url}/1c`, '--login', till.login, '--password', till.password]
  await obmen.command('1c', 'push', ...access, ...base, '--no-pull', '--do', 'post')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Касса' })).toBeVisible()
  await expect(steps).toHaveCount(0)
})

test('going back shows the part of the overview that was left', async ({ signedInPage: page, obmen }) => {
  for (const name of ['Возврат 1', 'Возврат 2', 'Возврат 3']) await addIntegration(obmen, name)
  await page.setViewportSize({ width: 800, height: 500 })
  await page.goto(obmen.url)
  await expect(page.getByRole('region', { name: 'Последние обмены' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  const scroll = page.locator('html')
  await scroll.evaluate(html => html.scrollTo(0, html.scrollHeight))
  const left = await scroll.evaluate(html => html.scrollTop)
  // In one go: on a busy machine the second key may come too long after the first one.
  await page.evaluate(() => {
    for (const code of ['KeyG', 'KeyS'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true }))
  })
  await expect(page.getByRole('heading', { name: 'Настройки системы' })).toBeVisible()
  await page.goBack()
  await expect.poll(() => scroll.evaluate(html => html.scrollTop)).toBe(left)
})
