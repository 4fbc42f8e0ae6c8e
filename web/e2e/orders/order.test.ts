import { closeNotice, expect, expectAccessible, test } from '../support/fixtures.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

test('a person whose name came in one string is shown with its parts', async ({
  signedInPage: page,
  obmen,
}) => {
  const customer = { id: 'p-1', kind: 'person', name: 'Анна Сергеевна Ильина' }
  await obmen.rest('PUT', '/orders/person-1', { ...order(obmen, 'person-1'), customer })
  await page.goto(`${obmen.url}/orders/person-1`)
  const region = page.getByRole('region', { name: 'Клиент' })
  await expect(region).toContainText('Ильина Анна Сергеевна')
  for (const [title, part] of [
    ['Фамилия', 'Ильина'],
    ['Имя', 'Анна'],
    ['Отчество', 'Сергеевна'],
  ])
    await expect(region.getByText(title!, { exact: true }).locator('..')).toContainText(part!)
})

test('the way of an order is shown from its receipt over confirmations to its changes', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'Путь')
  const body = { ...order(obmen, 'way-1'), companyId: base.companyId }
  await obmen.rest('PUT', '/orders/way-1', body)
  await page.goto(`${obmen.url}/orders/way-1`)
  const way = page.getByRole('region', { name: 'Путь заказа' })
  await expect(way.getByRole('listitem')).toContainText(['Получен от платформы', 'Ждёт 1С «Путь»'])
  await expect(page.getByText('Бухгалтерия создаст документ «Счет на оплату покупателю»')).toBeVisible()

  const where = page.getByRole('region', { name: 'Где заказ' })
  await expect(where).toContainText('Не в 1С: «Путь» ещё не подключилась.')
  await base.pull('--no-success')
  await expect(way).toContainText('Подтверждения пока нет')
  await expect(where).toContainText(/Выдан 1С «Путь» сегодня, .+, подтверждения пока нет/)
  await expect(where.locator('[aria-current=step]')).toHaveText('выдан')
  await base.pull()
  await expect(way).toContainText('1С «Путь» подтвердила')
  await expect(where).toContainText(/В 1С «Путь»: счёт № 1, оплата 3.000,00.₽, подтверждено сегодня/)
  await expect(where.locator('[aria-current=step]')).toHaveText('в 1С')
  await expect(way).toContainText('Подтверждения не было, заказ выдан снова')
  // The sentence has said it: the section below does not repeat it.
  await expect(page.getByRole('region', { name: 'В 1С' })).not.toContainText(/подтверждён|последняя версия/)

  await obmen.rest('PUT', '/orders/way-1', {
    ...body,
    comment: 'Позвонить заранее',
    lines: [{ ...body.lines[0], quantity: '1', amount: '1500.00' }],
    total: '1500.00',
    payments: [{ ...body.payments[0], status: 'refunded', amount: '1500.00' }],
  })
  await page.reload()
  await expect(way).toContainText('Комментарий: Позвонить заранее')
  await expect(way).toContainText('Строка «Аренда переговорной», количество: 2 → 1')
  await expect(way).toContainText('Оплата pay-way-1: получена → возвращена')
  await expect(way.getByRole('listitem').last()).toContainText('Ждёт 1С «Путь»')
  await expect(where).toContainText('В 1С «Путь» версия заказа 1. Новая, 2, уйдёт при следующем обмене.')
  await expectAccessible(page)
  await fetch(`${obmen.url}/1c?type=sale&mode=checkauth`, {
    headers: { authorization: `Basic ${btoa(`${base.login}:wrong`)}` },
  })
  await expect(where).toContainText(/новой нет: она не может войти с .+, неверный пароль/)
  await expect(where.getByRole('link', { name: /: Путь$/ })).toBeVisible()

  await way
    .getByRole('link', { name: /^обмен / })
    .last()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /^Обмен № / })).toBeVisible()
  await expect(page.getByText('1С получила и подтвердила 1 заказ.')).toBeVisible()
})

test('an order that 1C has not confirmed is nowhere said to be in it', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'Молчит')
  const body = { ...order(obmen, 'silent-1'), companyId: base.companyId }
  await obmen.rest('PUT', '/orders/silent-1', body)
  await base.pull('--no-success')
  const failed = [{ ...body.payments[0], status: 'failed' }]
  await page.goto(`${obmen.url}/orders/silent-1`)
  const state = page.getByRole('region', { name: 'В 1С' })
  await expect(state).toContainText('Бухгалтерия создаст или обновит документ «Счет на оплату покупателю»')
  await expect(state).toContainText('Оплата уже передана, но 1С этого не подтвердила')
  await obmen.rest('PUT', '/orders/silent-1', { ...body, payments: failed, comment: 'Иначе' })
  await page.reload()
  await expect(state).toContainText(
    '1С ещё не подтвердила, что загрузила оплату этого заказа. Подождите следующего обмена',
  )
  await expect(state).not.toContainText(/в 1С (?:последняя )?версия|правки, которые в нём|уже создала/)
  await expect(page.locator('body')).not.toContainText('1С получила')

  await page.goto(`${obmen.url}/tasks`)
  await expect(page.getByRole('heading', { level: 1, name: 'Задачи' })).toBeVisible()
  await expect(page.getByText('silent-1')).toBeHidden()
  await base.pull()
  await page.goto(`${obmen.url}/orders/silent-1`)
  await expect(page.getByRole('region', { name: 'Где заказ' })).toContainText('подтверждено сегодня')
})

test('money of a change is told in the currency that the order had then', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'Валюта')
  const body = { ...order(obmen, 'usd-1'), companyId: base.companyId, payments: [], currency: 'USD' }
  const [line] = body.lines
  await obmen.rest('PUT', '/orders/usd-1', body)
  await obmen.rest('PUT', '/orders/usd-1', {
    ...{ ...body, total: '1500.00' },
    lines: [{ ...line, quantity: '1', amount: '1500.00' }],
  })
  await obmen.rest('PUT', '/orders/usd-1', { ...body, currency: 'EUR' })
  await page.goto(`${obmen.url}/orders/usd-1`)
  const events = page.getByRole('region', { name: 'Путь заказа' }).locator('li[data-kind="changed"]')
  await expect(events.first()).toContainText(/3\s000,00\s\$ → 1\s500,00\s\$/)
  await expect(events.last()).toContainText(/1\s500,00\s\$ → 3\s000,00\s€/)
})

test('the very XML of each revision is shown, and what changed in it from the one before', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'Тексты XML')
  const body = { ...order(obmen, 'xml-1'), companyId: base.companyId, comment: 'Первый комментарий' }
  await obmen.rest('PUT', '/orders/xml-1', body)
  await base.pull()
  await obmen.rest('PUT', '/orders/xml-1', { ...body, comment: 'Второй комментарий' })
  await base.pull()
  await obmen.rest('PUT', '/orders/xml-1', { ...body, comment: 'Третий комментарий' })

  await page.goto(`${obmen.url}/orders/xml-1`)
  const way = page.getByRole('region', { name: 'Путь заказа' })
  const opener = way.getByRole('button', { name: 'XML' }).last()
  await opener.click()
  const sent = page.getByRole('dialog', { name: /^Выданный XML заказа/ })
  await expect(sent).toContainText('Это те самые байты, что были выданы 1С')
  await expect(sent.locator('.cm-content')).toContainText('Второй комментарий</Комментарий>')
  await expectAccessible(page)
  await sent.getByText('Что изменилось').click()
  const difference = sent.getByRole('region', { name: 'Различия построчно' })
  await expect(difference).toContainText(/убрано:\s*<Комментарий>.*Первый комментарий<\/Комментарий>/)
  await expect(difference).toContainText(/добавлено:\s*<Комментарий>.*Второй комментарий<\/Комментарий>/)
  await expectAccessible(page)
  await expect(page).toHaveURL(/sent=\d+&compared=true/)
  await page.reload()
  await expect(difference).toBeVisible()
  await page.goBack()
  await expect(sent).toBeHidden()

  await page.getByRole('button', { name: 'XML сейчас' }).click()
  const now = page.getByRole('dialog', { name: /^XML заказа \d+ сейчас$/ })
  await expect(now.locator('.cm-content')).toContainText('Третий комментарий')
  await expect(now).toContainText('Так заказ уйдёт в «Тексты XML» при следующем обмене.')
  await now.getByText('Что изменилось').click()
  await expect(now.getByRole('region', { name: 'Различия построчно' })).toContainText('Второй комментарий')
  await page.keyboard.press('Escape')
  await expect(now).toBeHidden()
  await expect(page.getByRole('button', { name: 'XML сейчас' })).toBeFocused()

  await way.getByRole('button', { name: 'XML' }).first().click()
  await sent.getByText('Что изменилось').click()
  await expect(sent).toContainText('Раньше этот заказ сюда не выдавался')

  await base.pull('--no-success')
  await page.goto(`${obmen.url}/orders/xml-1`)
  await page.getByRole('button', { name: 'XML сейчас' }).click()
  await expect(now).toContainText('подтверждения ещё нет')
  await expect(now).not.toContainText('при следующем обмене')
})

test('an order is sent again only after a confirmation, and then 1C gets it again', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'Повтор')
  await obmen.rest('PUT', '/orders/again-1', { ...order(obmen, 'again-1'), companyId: base.companyId })
  await page.goto(`${obmen.url}/orders/again-1`)
  await expect(page.getByRole('button', { name: 'XML сейчас' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Выгрузить снова' })).toHaveCount(0)
  await base.pull()
  const resend = page.getByRole('region', { name: 'В 1С' }).getByRole('button', { name: 'Выгрузить снова' })
  await resend.click()
  const question = page.getByRole('dialog', { name: 'Выгрузить заказ снова?' })
  await expect(question).toContainText('правки заменятся данными платформы')
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Отменить' }).click()
  await expect(page.getByRole('region', { name: 'Где заказ' })).toContainText('подтверждено')
  await resend.click()
  await question.getByRole('button', { name: 'Выгрузить снова' }).click()
  const takeBack = page.getByRole('button', { name: 'Вернуть' })
  await takeBack.click()
  await expect(resend).toBeEnabled()
  await expect(page.getByRole('region', { name: 'Где заказ' })).toContainText('подтверждено')

  // Whoever leaves the page meant it.
  await resend.click()
  await question.getByRole('button', { name: 'Выгрузить снова' }).click()
  await expect(takeBack).toBeVisible()
  await page.reload()
  await expect(page.getByRole('region', { name: 'Путь заказа' })).toContainText('Ждёт 1С «Повтор»')
  await base.pull()

  await resend.click()
  await question.getByRole('button', { name: 'Выгрузить снова' }).click()
  await closeNotice(page, 'Выгрузим снова через 10 секунд')
  await expect(page.getByText('Заказ будет выдан при следующем обмене')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Путь заказа' })).toContainText('Ждёт 1С «Повтор»')
  expect(await base.pull()).toContain('Счет на оплату')
  await expect(
    page.getByRole('region', { name: 'Путь заказа' }).getByText('1С «Повтор» подтвердила'),
  ).toHaveCount(3)
})

test('HTML in every text of an order is shown as text', async ({ signedInPage: page, obmen }) => {
  const html = (field: string) => `<img src=x onerror="window.broken='${field}'"><b>${field}</b>`
  const base = await connect1C(obmen, html('интеграция'), { paymentrules: [{}] })
  const body = order(obmen, 'html-1')
  await obmen.rest('PUT', '/orders/html-1', {
    ...body,
    companyId: base.companyId,
    number: '<b>7</b>',
    status: html('статус'),
    comment: html('комментарий'),
    customer: {
      ...body.customer,
      id: html('код'),
      name: html('клиент'),
      fullName: html('полное'),
      address: html('адрес'),
      phone: '<b>1</b>',
      email: undefined,
    },
    lines: [{ ...body.lines[0], id: html('строка'), name: html('услуга'), article: html('артикул') }],
    contract: html('договор'),
    place: { id: html('код места'), name: html('место') },
    delivery: {
      name: html('доставка'),
      amount: '0.00',
      vat: 'none',
      address: html('куда'),
      recipient: html('кому'),
      trackNumber: html('трек'),
    },
    payments: [{ ...body.payments[0], id: html('оплата'), gateway: html('шлюз') }],
    attributes: { [html('имя')]: html('реквизит') },
  })
  await base.pull()
  await page.goto(`${obmen.url}/orders?companyId=${base.companyId}`)
  await expect(page.getByText(html('клиент'))).toBeVisible()
  await expect(page.getByText(html('статус'))).toBeVisible()
  await page.getByRole('link', { name: /^Заказ \d+$/ }).click()
  const fields =
    'услуга артикул договор клиент полное адрес комментарий место куда кому трек оплата шлюз имя реквизит'
  for (const field of fields.split(' '))
    await expect(page.getByText(html(field)).filter({ visible: true }).first()).toBeVisible()
  await page.getByRole('region', { name: 'Путь заказа' }).getByRole('button', { name: 'XML' }).click()
  await expect(page.getByRole('dialog').locator('.cm-content')).toContainText('&lt;img src=x')
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  expect(await page.locator('main img').count()).toBe(0)
  await expectAccessible(page)
})

test('an order of 500 lines shows fifty at a time, and any is found', async ({
  signedInPage: page,
  obmen,
}) => {
  const base = await connect1C(obmen, 'Много строк')
  const body = order(obmen, 'long-1')
  const lines = Array.from({ length: 500 }, (_, n) => ({
    ...body.lines[0],
    id: `line-${n + 1}`,
    name: `Услуга номер ${n + 1}`,
    quantity: '1',
    price: '10.00',
    amount: '10.00',
  }))
  const payments = [{ ...body.payments[0], amount: '5000.00' }]
  await obmen.rest('PUT', '/orders/long-1', {
    ...body,
    companyId: base.companyId,
    lines,
    total: '5000.00',
    payments,
  })
  await base.pull()
  await page.goto(`${obmen.url}/orders/long-1`)
  const table = page.getByRole('table', { name: 'Состав' })
  await expect(table.getByRole('row')).toHaveCount(51)
  await expect(page.getByText('1–50 из 500')).toBeVisible()
  await page.getByRole('button', { name: 'Следующие строки' }).click()
  await expect(table.getByRole('row').nth(1)).toContainText('Услуга номер 51')
  await page.keyboard.press('/')
  await page.keyboard.type('номер 499')
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(page.getByText('1–1 из 1')).toBeVisible()

  await page.getByRole('region', { name: 'Путь заказа' }).getByRole('button', { name: 'XML' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('.cm-content')).toContainText('<Документ>')
  expect(await dialog.locator('.cm-line').count()).toBeLessThan(200)
  await expectAccessible(page)
})
