import { expect, expectAccessible, test } from '../support/fixtures.js'
import { chooseCompany, jsonOf, openNewIntegration } from '../support/integration-dialog.js'
import { COMPANY } from '../support/obmen.js'

const BROKEN: [name: string, json: string, message: RegExp][] = [
  ['a colon left out', '{"paymentrules" [{}],"paymentmethodname":"К"}', /строка 1, позиция 17: .*двоеточие/],
  ['a comma left out', '{"paymentrules":[{}] "paymentmethodname":"К"}', /строка 1, позиция 22/],
  ['a comma too many', '{"paymentrules":[{}],"paymentmethodname":"К",}', /строка 1, позиция \d+/],
  ['a bracket not closed', '{"paymentrules":[{},"paymentmethodname":"К"}', /строка 1, позиция \d+/],
  ['a brace not closed', '{"paymentrules":[{}],"paymentmethodname":"К"', /строка 1, позиция \d+/],
  ['a string not closed', '{"paymentrules":[{}],\n"paymentmethodname":"К}', /строка 2, позиция \d+/],
  ['a key without quotes', '{paymentrules:[{}],"paymentmethodname":"К"}', /строка 1, позиция 2/],
  ['nothing at all', ' ', /строка 1/],
  ['something behind the end', '{"paymentrules":[{}],"paymentmethodname":"К"} {}', /строка 1, позиция 4\d/],
  ['a list instead of an object', '[]', /объект JSON в фигурных скобках/],
  [
    'an unknown key',
    '{"paymentrules":[{}],"paymentmethod":"К"}',
    /возможно, имелся в виду «paymentmethodname»/,
  ],
  [
    'a word of the wrong kind',
    '{"paymentrules":[{"status":1}],"paymentmethodname":"К"}',
    /«status» — это строка/,
  ],
  ['a required key left out', '{"paymentrules":[{}]}', /не хватает обязательного ключа «paymentmethodname»/],
]

test('broken JSON is explained at its place and never saved', async ({ signedInPage: page, obmen }) => {
  const dialog = await openNewIntegration(page)
  await dialog.getByLabel('Наименование').fill('Не сохранится')
  await chooseCompany(page, dialog, COMPANY)
  const editor = dialog.getByLabel('Настройки (JSON)')
  for (const [name, json, message] of BROKEN) {
    await test.step(name, async () => {
      await editor.fill(json)
      await expect(dialog.getByRole('alert').filter({ hasText: message }).first()).toBeVisible()
      await dialog.getByRole('button', { name: 'Сохранить' }).click()
      await expect(dialog).toBeVisible()
    })
  }
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Отменить' }).click()
  await expect(page.getByText('Не сохранится')).toHaveCount(0)
  const path = `/integrations?companyId=${obmen.companyId}&limit=500`
  const { items } = (await obmen.rest('GET', path)) as { items: { name: string }[] }
  expect(items.map(({ name }) => name)).not.toContain('Не сохранится')
})

test('required fields are marked, and found by their labels', async ({ signedInPage: page }) => {
  const dialog = await openNewIntegration(page)
  for (const label of ['Класс интеграции', 'Наименование', 'Компания', 'Способ оплаты в 1С']) {
    const field = dialog.getByLabel(label, { exact: true })
    await expect(field).toHaveJSProperty('required', true)
    await expect(field).toHaveAccessibleName(label)
  }
  await expect(dialog.getByLabel('Настройки (JSON)', { exact: true })).toHaveAttribute(
    'aria-required',
    'true',
  )
  for (const label of ['Наименование', 'Настройки (JSON)']) {
    const text = dialog.getByText(label, { exact: true })
    expect(await text.evaluate(shown => getComputedStyle(shown, '::after').content)).toContain('*')
  }
  const optional = dialog.getByText('Программа 1С', { exact: true })
  expect(await optional.evaluate(shown => getComputedStyle(shown, '::after').content)).toBe('none')
})

test('quotes of a word processor are corrected on pasting', async ({ signedInPage: page }) => {
  const dialog = await openNewIntegration(page)
  await dialog
    .getByLabel('Настройки (JSON)')
    .fill(
      '{«paymentrules»:[{«status»:«purchased»,«gateway»:«CKassa»}],«paymentmethodname»:«Оплата картой внешняя»};',
    )
  await expect(dialog.getByText('Исправлено при вставке')).toBeVisible()
  expect(await jsonOf(dialog)).toEqual({
    paymentrules: [{ status: 'purchased', gateway: 'CKassa' }],
    paymentmethodname: 'Оплата картой внешняя',
  })
})

test('the beginning of the comment is on until switched off; back on leaves no key', async ({
  signedInPage: page,
}) => {
  const dialog = await openNewIntegration(page)
  await dialog.getByRole('button', { name: 'Дополнительно' }).click()
  const prefix = dialog.getByRole('switch', { name: 'Начинать комментарий с номера заказа и платежей' })
  await expect(prefix).toBeChecked()
  await prefix.click()
  expect(await jsonOf(dialog)).toMatchObject({ commentprefix: false })
  await expectAccessible(page)
  await prefix.click()
  expect(await jsonOf(dialog)).not.toHaveProperty('commentprefix')
})

test('form and JSON are one value: neither loses what the other cannot show', async ({
  signedInPage: page,
}) => {
  const dialog = await openNewIntegration(page)
  const editor = dialog.getByLabel('Настройки (JSON)')
  await dialog.getByLabel('Способ оплаты в 1С').fill('Картой онлайн')
  await dialog.getByRole('button', { name: 'Добавить правило' }).click()
  await dialog.getByRole('combobox', { name: 'Статус, правило 2' }).fill('paid')
  await dialog.getByLabel('Программа 1С').selectOption('unf')
  expect(await jsonOf(dialog)).toEqual({
    paymentrules: [{ status: 'purchased', gateway: 'CKassa' }, { status: 'paid' }],
    paymentmethodname: 'Картой онлайн',
    client: 'unf',
  })

  await editor.fill(
    '{"paymentrules":[{"gateway":"Сбер"}],"paymentmethodname":"Картой","batchlimit":7,"mystery":true}',
  )
  await expect(dialog.getByRole('combobox', { name: 'Платёжный шлюз, правило 1' })).toHaveValue('Сбер')
  await expect(dialog.getByText('чего нет в форме: mystery')).toBeVisible()
  await dialog.getByLabel('Способ оплаты в 1С').fill('Наличными')
  expect(await jsonOf(dialog)).toEqual({
    paymentrules: [{ gateway: 'Сбер' }],
    paymentmethodname: 'Наличными',
    batchlimit: 7,
    mystery: true,
  })

  await editor.fill('{"paymentrules":[')
  await expect(dialog.getByText('форма только показывает последнее верное состояние')).toBeVisible()
  await expect(dialog.getByLabel('Способ оплаты в 1С')).toBeDisabled()
})

test('the editor suggests keys and values that the settings know', async ({ signedInPage: page }) => {
  const dialog = await openNewIntegration(page)
  const editor = dialog.getByLabel('Настройки (JSON)')
  await editor.fill('{"paymentrules":[{}],"paymentmethodname":"К","client":""}')
  await editor.press('End')
  await editor.press('ArrowLeft')
  await editor.press('ArrowLeft')
  await editor.press('Control+Space')
  const suggestions = page.locator('.cm-tooltip-autocomplete')
  await expect(suggestions).toContainText('bitrix')
  await expectAccessible(page)
  await suggestions.getByRole('option', { name: /^unf/ }).click()
  expect(await jsonOf(dialog)).toMatchObject({ client: 'unf' })
})

test('the first field that is wrong gets the focus, whichever it is', async ({ signedInPage: page }) => {
  const dialog = await openNewIntegration(page)
  const save = dialog.getByRole('button', { name: 'Сохранить' })
  await save.click()
  await expect(dialog.getByLabel('Наименование')).toBeFocused()
  await dialog.getByLabel('Наименование').fill('Касса')
  // The only company there is was chosen already.
  await dialog.getByLabel('Компания').fill('')
  await save.click()
  await expect(dialog.getByLabel('Компания')).toBeFocused()
  await chooseCompany(page, dialog, COMPANY)
  const editor = dialog.getByLabel('Настройки (JSON)')
  await editor.fill('{"paymentrules":[]}')
  await save.click()
  await expect(editor).toBeFocused()
  await expectAccessible(page)
})

test('a name must be there and fit, HTML in it stays text', async ({ signedInPage: page }) => {
  const dialog = await openNewIntegration(page)
  const save = dialog.getByRole('button', { name: 'Сохранить' })
  await dialog.getByLabel('Компания').fill('')
  await save.click()
  await expect(dialog.getByText('Введите наименование')).toBeVisible()
  await expect(dialog.getByText('Выберите компанию')).toBeVisible()
  await dialog.getByLabel('Наименование').fill('я'.repeat(1000))
  await save.click()
  await expect(dialog.getByText('Не больше 200 символов, сейчас 1000')).toBeVisible()
  const html = '<img src=x onerror="window.broken=1"><b>Касса</b>'
  await dialog.getByLabel('Наименование').fill(html)
  await chooseCompany(page, dialog, COMPANY)
  await save.click()
  await expect(page.getByRole('heading', { name: html })).toBeVisible()
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
})

test('closing a changed window asks, «Отменить» does not', async ({ signedInPage: page }) => {
  const dialog = await openNewIntegration(page)
  await dialog.getByLabel('Наименование').fill('Почти')
  await dialog.getByRole('button', { name: 'Закрыть' }).click()
  const question = page.getByRole('dialog', { name: 'Уйти без сохранения?' })
  await question.getByRole('button', { name: 'Остаться' }).click()
  await expect(dialog.getByLabel('Наименование')).toHaveValue('Почти')
  await dialog.getByRole('button', { name: 'Отменить' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Добавить интеграцию' })).toBeFocused()
})

test('a window in which only the single company was preselected closes unasked', async ({
  signedInPage: page,
}) => {
  await page.route(/api\/v1\/companies[?]/, async route => {
    const response = await route.fetch()
    const { items } = (await response.json()) as { items: unknown[] }
    await route.fulfill({ response, json: { items: items.slice(0, 1), next: null } })
  })
  const dialog = await openNewIntegration(page)
  await expect(dialog.getByLabel('Компания')).not.toHaveValue('')
  await dialog.getByRole('button', { name: 'Закрыть' }).click()
  await expect(dialog).toBeHidden()
})

test('the company is found and chosen by the keyboard alone', async ({ signedInPage: page, obmen }) => {
  await obmen.rest('POST', '/companies', { name: 'АО «Клавиша»', inn: '7736050003', kpp: '773601001' })
  const dialog = await openNewIntegration(page)
  const company = dialog.getByRole('combobox', { name: 'Компания' })
  await company.focus()
  await page.keyboard.type('клавиша')
  await expect(page.getByRole('listbox', { name: 'Варианты' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(company).toHaveValue('АО «Клавиша»')
  await page.keyboard.type('!')
  await page.keyboard.press('Tab')
  await expect(company).toHaveValue('АО «Клавиша»')
})
