import { expect, expectAccessible, expectFits, test } from '../support/fixtures.js'
import { connect1C } from '../support/one-c.js'
import { acceptInvitation, OPERATOR, signInOperator } from '../support/operator.js'

test('an operator makes a location; its administrator starts from nothing and sees nobody else', async ({
  page,
  obmen,
  browser,
}) => {
  await signInOperator(page, obmen)
  await page.getByRole('button', { name: 'Добавить локацию' }).click()
  const dialog = page.getByRole('dialog', { name: 'Новая локация' })
  const create = dialog.getByRole('button', { name: 'Создать локацию' })

  await dialog.getByLabel('Часовой пояс').fill('екатеринбург')
  await page.getByRole('option', { name: /Asia\/Yekaterinburg/ }).click()
  await create.click()
  await expect(dialog.getByText('Введите название')).toBeVisible()
  await dialog.getByLabel('Название').fill('я'.repeat(1000))
  await dialog.getByLabel('Электронная почта администратора').fill('не адрес')
  await create.click()
  await expect(dialog.getByText(/200/)).toBeVisible()
  await dialog.getByLabel('Название').fill('<b>Кампус</b>')
  await create.click()
  await expect(dialog.getByText('Укажите адрес электронной почты')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Электронная почта администратора').fill('olga@campus.example')
  await create.click()
  const link = await dialog.getByLabel('Ссылка-приглашение', { exact: true }).inputValue()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Готово' }).click()
  await expect(page.getByRole('table', { name: 'Локации' })).toContainText('<b>Кампус</b>')

  await page.getByRole('button', { name: 'Добавить локацию' }).click()
  await dialog.getByLabel('Название').fill('<b>кампус</b>')
  await dialog.getByLabel('Электронная почта администратора').fill('olga@campus.example')
  await create.click()
  await expect(dialog.getByRole('alert')).toContainText('уже есть')
  await dialog.getByRole('button', { name: 'Отменить' }).click()

  const other = await browser.newContext()
  const guest = await other.newPage()
  await acceptInvitation(guest, link, 'Ольга', 'Надёжный пароль 4')
  const steps = guest.getByRole('region', { name: 'Как начать' })
  await expect(steps.getByRole('link', { name: 'К компаниям' })).toBeVisible()
  await steps.getByRole('link', { name: 'К компаниям' }).click()
  await expect(guest.getByRole('heading', { name: 'Компаний пока нет' })).toBeVisible()
  await expectAccessible(guest)
  await other.close()
})

test('the state of the system is shown, and the log level changes at once', async ({ page, obmen }) => {
  await signInOperator(page, obmen)
  await expect(page.getByText('PUBLIC_URL не задан')).toBeVisible()
  const region = (name: string) => page.getByRole('region', { name })
  await expect(region('Программа')).toContainText(process.version)
  await expect(region('База данных')).toContainText('встроенный')
  await expect(region('База данных')).toContainText('все выполнены')
  await expect(region('Резервные копии')).toContainText('задайте BACKUP_DIR')
  await expect(page.getByText(/^Обмен \d+\.\d+\.\d+/)).toBeVisible()
  await expect(region('Диск')).toContainText(/Свободно [\d,]+\s[КМГТ]?Б из/)
  // Other tests leave bases in trouble on the same server.
  await expect(region('Обмены с 1С')).toContainText(/(хорошо|проверьте).*Ждут выгрузки\s*\d/)
  await expect(region('Фоновая работа')).toContainText('хорошо')
  await expect(region('Программа')).toContainText('проверьте')
  await page.getByLabel('Уровень журнала').selectOption('debug')
  await expect(region('Журнал сервера')).toContainText('проверьте')
  await page.getByLabel('Уровень журнала').selectOption('error')
  await expect(page.getByText('Уровень журнала: error')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Уровень журнала')).toHaveValue('error')
  await page.getByLabel('Уровень журнала').selectOption('warn')
  await expect(page.getByText('Уровень журнала: warn')).toBeVisible()
})

test('a location whose 1C is in trouble comes first, and the tile of exchanges says what to do', async ({
  page,
  obmen,
}) => {
  const { url, login } = await connect1C(obmen, 'Не войдёт')
  await signInOperator(page, obmen)
  await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'x-obmen-csrf': '1' }
    const body = { name: '«Аэропорт»', timezone: 'Europe/Moscow', adminEmail: 'a@airport.example' }
    await fetch('/api/v1/system/locations', { method: 'POST', headers, body: JSON.stringify(body) })
  })
  const first = page.getByRole('table', { name: 'Локации' }).getByRole('row').nth(1)
  const exchanges = page.getByRole('region', { name: 'Обмены с 1С' })
  const refused = `Basic ${Buffer.from(`${login}:wrong`).toString('base64')}`
  await fetch(`${url}?type=sale&mode=checkauth`, { headers: { authorization: refused } })
  await expect(async () => {
    await page.reload()
    await expect(exchanges).toContainText(/проверьте.*1 1С не забирает заказы/, { timeout: 5000 })
  }).toPass({ timeout: 60_000 })
  await expect(first).toContainText('1С с неполадками: 1')
  await expect(first).not.toContainText('Аэропорт')
  await expectAccessible(page, true)
  await expectFits(page)
})

test('settings of the server are searched, by name and meaning, and their address says so', async ({
  page,
  obmen,
}) => {
  await signInOperator(page, obmen)
  await page.getByRole('tab', { name: 'Настройки сервера' }).click()
  const table = page.getByRole('table', { name: 'Настройки сервера' })
  await expect(table).toContainText('JOURNAL_KEEP_DAYS')
  // Set by the tests, unlike those that stand before it by name.
  await expect(table.getByRole('row').nth(1).locator('strong')).toBeVisible()
  await page.getByRole('searchbox').fill('запросов платформы')
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table).toContainText(/INTAKE_KEEP_DAYS.*14 дн/)
  await expect(page).toHaveURL(/tab=limits&q=/)
  await expectAccessible(page, true)
  await expectFits(page)
  await page.reload()
  await expect(table.getByRole('row')).toHaveCount(2)
  await page.getByRole('searchbox').fill('нет такой')
  await page.getByRole('button', { name: 'Показать все' }).click()
  await expect(table).toContainText('JOURNAL_KEEP_DAYS')
})

test('the last operator stays', async ({ page, obmen }) => {
  await signInOperator(page, obmen)
  await page.getByRole('button', { name: `Действия: ${OPERATOR.email}` }).click()
  await page.getByRole('menuitem', { name: 'Забрать роль' }).click()
  const question = page.getByRole('dialog', { name: /Забрать роль/ })
  await expect(question).toContainText('Это ваша собственная роль')
  await question.getByRole('button', { name: 'Забрать роль' }).click()
  await expect(page.getByRole('alert').last()).toContainText('последний действующий системный оператор')
})

test('an operator of no location is refused its pages, on the server too', async ({ page, obmen }) => {
  await signInOperator(page, obmen)
  await expect(page.getByRole('link', { name: 'Управление экосистемой' })).toHaveCount(0)
  for (const path of ['overview', 'companies', 'location', 'structure', 'settings?tab=users']) {
    await page.goto(`${obmen.url}/${path}`)
    await expect(page.getByText('Раздел открыт для роли «Администратор локации»')).toBeVisible()
  }
  await expectAccessible(page)
  for (const path of ['overview', 'companies', 'locations/current', 'places', 'users', 'tokens', 'orders']) {
    const status = await page.evaluate(async url => (await fetch(url)).status, `/api/v1/${path}`)
    expect(status, path).toBe(403)
  }
})

test('an administrator of a location is refused the operator’s pages, on the server too', async ({
  signedInPage: page,
  obmen,
}) => {
  await page.goto(`${obmen.url}/infrastructure`)
  await expect(page.getByText('Раздел открыт для роли «Системный оператор»')).toBeVisible()
  for (const path of ['system', 'system/locations', 'users?role=system-operator']) {
    const status = await page.evaluate(async url => (await fetch(url)).status, `/api/v1/${path}`)
    expect(status, path).toBe(403)
  }
  const invite = { email: 'me@technopark.example', role: 'system-operator' }
  const status = await page.evaluate(
    async body =>
      (
        await fetch('/api/v1/invitations', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-obmen-csrf': '1' },
          body: JSON.stringify(body),
        })
      ).status,
    invite,
  )
  expect(status).toBe(403)
})
