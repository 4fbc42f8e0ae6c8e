import { expect, expectAccessible, test } from '../support/fixtures.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

test('what the list is filtered by stands in the URL: a reload keeps it, «Назад» undoes it', async ({
  signedInPage: page,
  obmen,
}) => {
  const { companyId } = await connect1C(obmen, 'Фильтры в адресе')
  const customer = { id: 'p-1', kind: 'person', firstName: 'Анна', lastName: 'Ильина' }
  await obmen.rest('PUT', '/orders/url-1', { ...order(obmen, 'url-1'), companyId, number: 'U/1', customer })
  await obmen.rest('PUT', '/orders/url-2', {
    ...order(obmen, 'url-2'),
    companyId,
    number: 'U/2',
    status: 'new',
  })
  await obmen.rest('PUT', '/orders/url-3', { ...order(obmen, 'url-3'), companyId, number: 'U/3' })

  // A link that a mail program has marked: what the list does not know must not reach the API, which refuses it.
  const refused: string[] = []
  page.on('response', answer => answer.status() === 422 && refused.push(answer.url()))
  await page.goto(`${obmen.url}/orders?companyId=${companyId}&utm_source=mail&from=yesterday`)
  const rows = page.getByRole('table', { name: 'Заказы' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  expect(refused).toEqual([])

  await page.getByRole('combobox', { name: 'Состояние' }).click()
  await expectAccessible(page)
  await page.getByRole('option', { name: 'ждёт', exact: true }).click()
  await expect(rows).toHaveCount(3)
  await expect(page).toHaveURL(/state=owed/)

  await page.getByRole('searchbox', { name: 'Поиск заказов' }).fill('ильин')
  await expect(rows).toHaveCount(2)
  await expect(rows.last()).toContainText('Ильина Анна')
  await expect(page).toHaveURL(/q=/)
  await page.reload()
  await expect(rows).toHaveCount(2)
  await expect(page.getByRole('searchbox', { name: 'Поиск заказов' })).toHaveValue('ильин')

  await page.goBack()
  await expect(page.getByRole('searchbox', { name: 'Поиск заказов' })).toHaveValue('')
  await expect(rows).toHaveCount(3)
  await page.goBack()
  await expect(rows).toHaveCount(4)
  await page.goForward()
  await expect(rows).toHaveCount(3)

  await page.getByRole('combobox', { name: 'Состояние' }).click()
  await page.getByRole('option', { name: 'не подходит' }).click()
  await expect(rows.last()).toContainText('не подходит: статус «new» вместо «purchased»')

  await page.getByRole('searchbox', { name: 'Поиск заказов' }).fill('такого нет')
  await expect(page.getByRole('heading', { name: 'Ничего не нашлось' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Сбросить фильтры' }).click()
  await expect(page).toHaveURL(/\/orders$/)
})

test('the company of a filter is named among any number of companies, archived ones too', async ({
  signedInPage: page,
  obmen,
}) => {
  const add = (name: string) =>
    obmen.rest('POST', '/companies', { name, inn: '7707083893', kpp: '773601001' }) as Promise<{ id: string }>
  for (let n = 1; n <= 50; n++) await add(`Щит ${n}`)
  const found = await add('Юла: найденная')
  const last = await add('Яхта: последняя')
  const archived = await add('Ящик: в архиве')
  await obmen.rest('PATCH', `/companies/${archived.id}`, { archived: true })

  const company = page.getByRole('combobox', { name: 'Компания', exact: true })
  for (const path of ['/orders', '/tasks']) {
    await page.goto(`${obmen.url}${path}?companyId=${last.id}`)
    await expect(company).toContainText('Яхта: последняя')
    await page.goto(`${obmen.url}${path}?companyId=${archived.id}`)
    await expect(company).toContainText('Ящик: в архиве')
    await company.click()
    await page.getByRole('textbox', { name: 'Найти вариант: Компания' }).fill('юла')
    await page.getByRole('option', { name: 'Юла: найденная' }).click()
    await expect(page).toHaveURL(new RegExp(`companyId=${found.id}`))
    await expect(company).toContainText('Юла: найденная')
  }
})

test('a period is chosen by days of the location, whose night is not the browser’s', async ({
  signedInPage: page,
  obmen,
}) => {
  const { companyId } = await connect1C(obmen, 'Период')
  // The location is at +05:00: this is still the 16th in Moscow, where the browser is.
  const placedAt = '2026-11-17T00:30:00+05:00'
  await obmen.rest('PUT', '/orders/night', { ...order(obmen, 'night'), companyId, placedAt })
  await page.goto(`${obmen.url}/orders?companyId=${companyId}`)
  await expect(page.getByText(/^17 нояб\.( 2026 г\.)?, 00:30$/)).toBeVisible()
  await page.getByRole('button', { name: 'Период' }).click()
  await page.getByLabel('С', { exact: true }).fill('2026-11-17')
  await page.getByLabel('По', { exact: true }).fill('2026-11-17')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Период: 17.11.2026' })).toBeFocused()
  await expect(page.getByRole('link', { name: /^Заказ \d+$/ })).toHaveCount(1)
  await page.goto(`${obmen.url}/orders?companyId=${companyId}&from=2026-11-16&to=2026-11-16`)
  await expect(page.getByRole('heading', { name: 'Ничего не нашлось' })).toBeVisible()
})

test('a long list is paged and sorted, and both are in the URL', async ({ signedInPage: page, obmen }) => {
  const { companyId } = await connect1C(obmen, 'Страницы')
  for (let n = 1; n <= 60; n++) {
    const placedAt = `2026-10-01T12:${String(n - 1).padStart(2, '0')}:00+05:00`
    await obmen.rest('PUT', `/orders/page-${n}`, { ...order(obmen, `page-${n}`), companyId, placedAt })
  }
  await page.goto(`${obmen.url}/orders?companyId=${companyId}`)
  const links = page.getByRole('link', { name: /^Заказ \d+$/ })
  await expect(links).toHaveCount(50)
  await expect(links.first()).toHaveText('60')
  await page.getByRole('button', { name: 'Вперёд' }).click()
  await expect(links).toHaveCount(10)
  await expect(links.last()).toHaveText('1')
  await page.reload()
  await expect(links).toHaveCount(10)
  await page.goBack()
  await expect(links).toHaveCount(50)

  await page.getByRole('button', { name: 'Сортировать: Дата' }).click()
  await expect(links.first()).toHaveText('1')
  await expect(page).toHaveURL(/sort=placedAt/)
  await expect(page.getByRole('columnheader', { name: 'Дата' })).toHaveAttribute('aria-sort', 'ascending')
})

test('an order is found and opened by the keyboard alone', async ({ signedInPage: page, obmen }) => {
  const { companyId } = await connect1C(obmen, 'Клавиатура')
  await obmen.rest('PUT', '/orders/keys-1', { ...order(obmen, 'keys-1'), companyId, number: 'КЛАВИША/1' })
  await page.goto(`${obmen.url}/orders`)
  await expect(page.getByRole('table', { name: 'Заказы' })).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Поиск заказов' })).toBeFocused()
  await page.keyboard.type('клавиша')
  const link = page.getByRole('link', { name: /^Заказ \d+$/ })
  await expect(link).toHaveCount(1)
  for (let tabs = 0; tabs < 30 && !(await link.evaluate(found => found === document.activeElement)); tabs++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByText('КЛАВИША/1')).toBeVisible()

  // A choice by the keyboard: open, go down, take; the focus comes back.
  await page.goto(`${obmen.url}/orders?companyId=${companyId}`)
  const state = page.getByRole('combobox', { name: 'Состояние' })
  await state.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/state=owed/)
  await expect(state).toBeFocused()
})
