import { expect, expectFits, test } from '../support/fixtures.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

const LARGE = '100000000000000.00'

test('the bell counts what needs somebody, and falls silent by itself', async ({
  adminPage: page,
  obmen,
}) => {
  const bell = page.getByRole('link', { name: /внимани/ })
  await expect(bell).toHaveAccessibleName('Ничего не требует внимания')
  await bell.click()
  await expect(page.getByText('Сейчас ничто не требует вашего участия.')).toBeVisible()

  const settings = { paymentrules: [{ status: 'purchased' }], paymentmethodname: 'Картой' }
  const body = { class: 'CommerceML', name: 'Касса', settings, companyId: obmen.companyId }
  const made = (await obmen.rest('POST', '/integrations', body)) as Record<
    'id' | 'login' | 'password',
    string
  >
  for (const id of ['too-large-1', 'too-large-2']) {
    const plain = order(obmen, id)
    const line = { ...plain.lines[0]!, quantity: '1', price: LARGE, amount: LARGE }
    await obmen.rest('PUT', `/orders/${id}`, { ...plain, lines: [line], total: LARGE, payments: [] })
  }
  const list = page.getByRole('list', { name: 'Требует внимания' })
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list).toContainText('2 заказа не выгружаются')
  await expect(list).toContainText('Сумма не помещается')
  await expect(bell).toHaveAccessibleName('Требует внимания: 1')
  const orders = page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: /^Заказы/ })
  await expect(orders).toContainText('2')

  const signIn = (password: string) =>
    fetch(`${obmen.url}/1c?type=sale&mode=checkauth`, {
      headers: { authorization: `Basic ${btoa(`${made.login}:${password}`)}` },
    })
  const putOff = list.getByRole('button', { name: /^Не напоминать: 2 заказа/ })
  await expect(putOff).toBeVisible()
  await putOff.click()
  await page.getByRole('menuitem', { name: '8 часов' }).click()
  await expect(list).toContainText(`: ${obmen.admin.email}`)
  await expect(list.getByRole('button', { name: /^Вернуть/ })).toBeFocused()
  await list.getByRole('button', { name: /^Вернуть/ }).click()
  await expect(putOff).toBeFocused()

  await signIn('wrong')
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list).toContainText('1С не может войти: неверный пароль.')
  const help = (about: string) => page.getByRole('main').getByRole('link', { name: `В справке: ${about}` })
  await expect(help('2 заказа не выгружаются')).toHaveAttribute('href', '/help/5-orders#held')
  await expect(help('Касса')).toHaveAttribute('href', '/help/6-exchanges#wrong-password')
  await expectFits(page)
  await list.getByRole('link', { name: 'Перейти к паролю: Касса' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Касса' })).toBeVisible()
  await help('1С не может войти: неверный пароль.').click()
  await expect(page).toHaveURL(/\/help\/6-exchanges#wrong-password$/)
  await expect(page.getByRole('heading', { name: 'Неверный пароль' })).toBeInViewport()

  await page.goto(`${obmen.url}/attention`)
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await signIn(made.password)
  await expect(list.getByRole('listitem')).toHaveCount(1)
  for (const id of ['too-large-1', 'too-large-2'])
    await obmen.rest('POST', `/orders/${id}/release`, { integrationId: made.id })
  await expect(page.getByText('Сейчас ничто не требует вашего участия.')).toBeVisible()
  await expect(bell).toHaveAccessibleName('Ничего не требует внимания')
  const past = page.getByRole('table', { name: 'Прошедшие' }).getByRole('row')
  await expect(async () => {
    await page.goto(`${obmen.url}/attention?tab=over`)
    await expect(past.filter({ hasText: 'Касса' })).toHaveCount(1, { timeout: 3000 })
  }).toPass({ timeout: 90_000 })
  await expectFits(page)
})

test('a 1C that leaves orders waiting is not said to be well on its own page', async ({
  signedInPage: page,
  obmen,
}) => {
  const { integrationId, companyId, pull } = await connect1C(obmen, 'Опоздавшая')
  await obmen.rest('PUT', '/orders/late-1', { ...order(obmen, 'late-1'), companyId })
  await pull()
  // It takes an hour to be late.
  await page.route('**/api/v1/attention*', async route => {
    const response = await route.fetch()
    const answer = await response.json()
    const since = new Date(Date.now() - 7_200_000).toISOString()
    const stateCause = { code: 'working', orders: null, login: null, failure: null }
    answer.items.push({
      ...{ kind: 'integration', integrationId, integrationName: 'Опоздавшая', companyName: 'Компания' },
      ...{ state: 'exchanging', stateCause, since, orders: 1, owedSince: since },
    })
    await route.fulfill({ response, json: answer })
  })
  await page.goto(`${obmen.url}/attention`)
  await page.getByRole('link', { name: 'Что сделать: Опоздавшая' }).click()
  await expect(
    page.getByRole('heading', { name: /^Заказы не забирают. Проверьте, что 1С запущена/ }),
  ).toBeVisible()
  await expect(page.getByText('1С обращается и получает свои заказы')).toHaveCount(0)
  await expectFits(page)
})

test('of more held orders than are counted, a question and a list say so', async ({
  signedInPage: page,
  obmen,
}) => {
  const { integrationId, companyId } = await connect1C(obmen, 'Удерживает много')
  await obmen.rest('PUT', '/orders/many-1', { ...order(obmen, 'many-1'), companyId })
  await obmen.rest('POST', '/orders/many-1/hold', { integrationId, reason: 'Ждём договор' })
  await page.route('**/api/v1/held-orders*', async route => {
    const response = await route.fetch()
    const answer = await response.json()
    for (const item of answer.items) item.orders = 10_001
    await route.fulfill({ response, json: answer })
  })
  await page.goto(`${obmen.url}/orders?state=held&integrationId=${integrationId}`)
  await expect(page.getByText('больше 10 000 заказов: Удержал человек')).toBeVisible()
  await page.getByRole('button', { name: 'Отпустить: Удержал человек, Удерживает много' }).click()
  const question = page.getByRole('dialog', { name: 'Отпустить больше 10 000 заказов?' })
  await expect(question).toContainText('что удержал человек и чего 1С не примет, проверка удержит снова')
})
