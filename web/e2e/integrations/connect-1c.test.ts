import { closeNotice, expect, expectAccessible, expectFits, test } from '../support/fixtures.js'
import { chooseCompany, openNewIntegration } from '../support/integration-dialog.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

test('an administrator connects a 1C alone, up to its first exchange', async ({ adminPage: page, obmen }) => {
  // Other scenarios may have been here before.
  const { items } = (await obmen.rest('GET', '/integrations')) as { items: { id: string }[] }
  for (const { id } of items) await obmen.rest('DELETE', `/integrations/${id}`)
  const company = { name: 'ООО «Подключаемая»', inn: '6658000339' }
  const { id: companyId } = (await obmen.rest('POST', '/companies', company)) as { id: string }
  const put = (id: string, status: string) =>
    obmen.rest('PUT', `/orders/${id}`, { ...order(obmen, id), companyId, status })
  for (const number of [1, 2, 3]) await put(`first-${number}`, 'purchased')
  await put('first-new', 'new')

  await page.getByRole('link', { name: 'Настройки системы' }).click()
  await page.getByRole('tab', { name: 'Интеграции' }).click()
  await expect(page.getByText('Интеграция связывает компанию с её базой 1С')).toBeVisible()
  await expectAccessible(page)

  const dialog = await openNewIntegration(page)
  await expect(dialog.getByLabel('Класс интеграции')).toHaveValue('CommerceML')
  await dialog.getByLabel('Наименование').fill('Касса технопарка')
  await chooseCompany(page, dialog, company.name)
  await expect(dialog.getByText(/сейчас подходят 3 заказа из 4/)).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Сохранить' }).click()

  await expect(page.getByRole('heading', { name: 'Касса технопарка' })).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Ждём первое обращение…')).toBeVisible()
  await expectAccessible(page)
  const access = (label: string) => page.getByLabel(label, { exact: true }).inputValue()
  const [url, login] = [await access('Адрес сайта'), await access('Имя пользователя')]
  const password = await access('Пароль')
  await obmen.command('1c', 'pull', '--url', url, '--login', login, '--password', password, '--client', 'bp')
  await expect(page.getByText(/1С подключилась: /)).toBeVisible()
  await expect(page.getByText('обменивается')).toBeVisible()
  await expectAccessible(page)

  await page.reload()
  await expect(page.getByText(/1С подключилась: /)).toBeVisible()
  const day = page.getByRole('region', { name: 'Как идут обмены' })
  await expect(day.getByRole('img', { name: 'последний 1 обмен, все удались' })).toBeVisible()
  await expect(day).toContainText('ждут 0')
  await expect(day).toContainText('подтверждено 3')
  await expect(day.getByRole('link', { name: /^Заказ \d+$/ })).toHaveCount(3)
  // How to connect folds away once 1C works.
  const renew = page.getByRole('button', { name: 'Новый пароль' })
  await expect(renew).toBeHidden()
  await expectFits(page, ['light', 'dark'])
  await page.getByText('Подключение и адрес').click()
  await expect(renew).toBeVisible()
  await expect(page.getByLabel('Пароль', { exact: true })).toHaveCount(0)
})

test('each program of 1C has its own steps', async ({ signedInPage: page, obmen }) => {
  const settings = { paymentrules: [{}], paymentmethodname: 'Эквайринг СКасса', client: 'unf' }
  const body = { class: 'CommerceML', name: 'УНФ', settings, companyId: obmen.companyId }
  const { id } = (await obmen.rest('POST', '/integrations', body)) as { id: string }
  await page.goto(`${obmen.url}/integrations/${id}`)
  await expect(page.getByText('«Эквайринг СКасса» с видом «Эквайринг»')).toBeVisible()
  for (const program of ['БП 3.0', 'УТ, КА, ERP', 'Розница', 'Модуль Битрикс']) {
    await page.getByText(program, { exact: true }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'имя пользователя и пароль' })).toBeVisible()
    await expect(page.getByText('указана другая программа: УНФ')).toBeVisible()
  }
})

test('«Состояние» says what exchanges showed, asks when in doubt, sends early orders again', async ({
  signedInPage: page,
  obmen,
}) => {
  const { id: companyId } = (await obmen.rest('POST', '/companies', {
    ...{ name: 'ООО «Узнаваемая»', inn: '6658000339' },
  })) as { id: string }
  const settings = { paymentrules: [{}], paymentmethodname: 'Картой' }
  const { id, login, password } = (await obmen.rest('POST', '/integrations', {
    ...{ class: 'CommerceML', name: 'Какая-то 1С', settings, companyId },
  })) as { id: string; login: string; password: string }
  for (const day of ['2026-01-10', '2026-01-11'])
    await obmen.rest('PUT', `/orders/early-${day}`, {
      ...order(obmen, `early-${day}`),
      ...{ companyId, placedAt: `${day}T10:00:00+05:00`, payments: [] },
    })
  const pull = (client: string, path: string) =>
    obmen.command(
      '1c',
      'pull',
      '--url',
      obmen.url + path,
      '--login',
      login,
      '--password',
      password,
      '--client',
      client,
    )

  await page.goto(`${obmen.url}/integrations/${id}`)
  const shown = page.getByRole('region', { name: 'Что показали обмены' })
  await expect(shown.getByText(/пока не известно/)).toBeVisible()
  await expect(shown.getByText(/^2 заказа оформлены раньше/)).toBeVisible()
  await expectAccessible(page)

  await pull('bp', '/bitrix/admin/1c_exchange.php')
  await expect(shown.getByText('Узнана программа «1С:Бухгалтерия 3.0»')).toBeVisible()
  await expect(shown.getByText(/«1С-Битрикс», онлайн-оплаты загружаются/)).toBeVisible()
  await expect(shown.getByText(/и 1С их подтвердила/)).toBeVisible()
  await expectAccessible(page)
  await shown.getByRole('button', { name: 'Счета в 1С есть' }).click()
  await page.getByRole('button', { name: 'Вернуть' }).click()
  await shown.getByRole('button', { name: 'Выгрузить снова' }).click()
  const asked = page.getByRole('dialog', { name: /^Выгрузить снова \d+ заказ/ })
  await expect(asked.getByText(/правки бухгалтера в них пропадут/)).toBeVisible()
  await expectAccessible(page)
  await asked.getByRole('button', { name: 'Выгрузить снова' }).click()
  await closeNotice(page, 'Выгрузим снова через 10 секунд')
  await expect(page.getByText(/Выгружаем снова по частям/)).toBeVisible()
  await expect(shown.getByRole('button', { name: 'Выгрузить снова' })).toHaveCount(0)

  for (let times = 0; times < 2; times++) await pull('ut', '/1c')
  await page.reload()
  const question = page.getByText('Это точно «1С:Бухгалтерия 3.0»?')
  await expect(question).toBeVisible()
  await expectAccessible(page)
  const ut = page.getByRole('button', { name: 'Это 1С:Управление торговлей, КА, ERP' })
  await ut.click()
  await page.getByRole('button', { name: 'Вернуть' }).click()
  await expect(ut).toBeEnabled()
  await ut.click()
  await closeNotice(page, 'Закроем вопрос через 10 секунд')
  await expect(question).toBeHidden()
  await expect(shown.getByText('Заказы уходят в виде для «1С:Управление торговлей, КА, ERP».')).toBeVisible()
})

test('a 1C that can’t sign in is shown on overview, list and page, with what to do', async ({
  signedInPage: page,
  obmen,
}) => {
  const settings = { paymentrules: [{}], paymentmethodname: 'Картой' }
  const body = { class: 'CommerceML', name: 'Ключ забыт', settings, companyId: obmen.companyId }
  const made = (await obmen.rest('POST', '/integrations', body)) as {
    id: string
    login: string
    password: string
  }
  const pull = (password: string) =>
    obmen
      .command(
        '1c',
        'pull',
        '--url',
        `${obmen.url}/1c`,
        '--login',
        made.login,
        '--password',
        password,
        '--client',
        'bp',
      )
      .catch(() => {})
  await pull(made.password)
  await page.goto(`${obmen.url}/integrations/${made.id}`)
  await expect(page.getByText('обменивается')).toBeVisible()
  await pull('wrong')
  const sentence = '1С не может войти: неверный пароль.'
  await expect(page.getByRole('heading', { name: sentence })).toBeVisible()
  await expect(page.getByText('не может войти', { exact: true })).toBeVisible()
  await expect(page.getByText('обменивается')).toHaveCount(0)
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Интеграции' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Ключ забыт' })
  await expect(row).toContainText(sentence)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Обзор' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Ключ забыт' }).first()).toContainText(sentence)
  await page
    .getByRole('list', { name: 'Требует внимания' })
    .getByRole('link', { name: 'Перейти к паролю: Ключ забыт' })
    .click()

  await page.getByRole('button', { name: 'Новый пароль' }).first().click()
  const question = page.getByRole('dialog', { name: 'Создать новый пароль?' })
  await question.getByRole('button', { name: 'Создать пароль' }).click()
  await expect(page.getByRole('heading', { name: 'Пароль изменён, с новым 1С ещё не входила' })).toBeVisible()
  await pull(await page.getByLabel('Пароль', { exact: true }).inputValue())
  await expect(page.getByRole('heading', { name: /^1С подключилась: / })).toBeVisible()
})

test('a server without a known address says so beside it', async ({ signedInPage: page, obmen }) => {
  const settings = { paymentrules: [{}], paymentmethodname: 'Картой' }
  const body = { class: 'CommerceML', name: 'Без адреса', settings, companyId: obmen.companyId }
  const { id } = (await obmen.rest('POST', '/integrations', body)) as { id: string }
  for (const path of [`/integrations/${id}`, '/settings?tab=general']) {
    await page.goto(obmen.url + path)
    await expect(page.getByText('Этот адрес работает только на самом сервере')).toBeVisible()
    const command = page.getByText(/^PUBLIC_URL=https:\/\/\S+ npx obmen serve$/)
    await expect(command).toBeVisible()
    const overflow = ({ scrollWidth, clientWidth }: Element): number => scrollWidth - clientWidth
    expect(await command.evaluate(overflow)).toBeLessThan(1)
    await expect(page.getByRole('button', { name: 'Скопировать: команда' })).toBeVisible()
  }
})

test('a password is hidden once somebody else made a newer one', async ({ signedInPage: page, obmen }) => {
  const settings = { paymentrules: [{}], paymentmethodname: 'Картой' }
  const body = { class: 'CommerceML', name: 'Два пароля', settings, companyId: obmen.companyId }
  const { id } = (await obmen.rest('POST', '/integrations', body)) as { id: string }
  await page.goto(`${obmen.url}/integrations/${id}`)
  await page.getByRole('button', { name: 'Новый пароль' }).click()
  await page.getByRole('button', { name: 'Создать пароль' }).click()
  const field = page.getByLabel('Пароль', { exact: true })
  await expect(field).toBeVisible()
  const returnToPage = async () => {
    await page.getByRole('link', { name: 'Интеграции' }).first().click()
    await page.getByRole('link', { name: 'Два пароля' }).first().click()
  }
  await returnToPage()
  await expect(field).toBeVisible()
  await obmen.rest('POST', `/integrations/${id}/password`)
  await returnToPage()
  await expect(page.getByRole('button', { name: 'Новый пароль' })).toBeVisible()
  await expect(field).toHaveCount(0)
})

test('no page leads a browser that signed in as 1C to confirm orders', async ({ browser, obmen }) => {
  const oneC = await connect1C(obmen, 'Чужая страница')
  await obmen.rest('PUT', '/orders/led', { ...order(obmen, 'led'), companyId: oneC.companyId })
  const { login: username, password } = oneC
  const context = await browser.newContext({ httpCredentials: { username, password } })
  const page = await context.newPage()
  const address = (mode: string) => `${oneC.url}?type=sale&mode=${mode}`
  await page.goto(address('checkauth'))
  await expect(page.getByText(/^success/)).toBeVisible()
  for (const mode of ['query', 'success']) {
    await page.goto(`data:text/html,<a href="${encodeURIComponent(address(mode))}">дальше</a>`)
    await page.getByRole('link').click()
    await page.waitForURL(address(mode))
    await expect(page.getByText(/failure\s+Адрес обмена открыла страница сайта/)).toBeVisible()
  }
  await context.close()
  expect(await oneC.pull()).toContain('Счет')
})
