import { expect, expectFits } from '../support/fixtures.js'
import { order } from '../support/orders.js'
import { CONNECTION, publish1C, test } from '../support/read-1c.js'

test('reading is set up, checked and stopped, and the order says what 1C has', async ({
  signedInPage: page,
  obmen,
}) => {
  await using oneC = await publish1C(obmen, 'Читаемая касса')
  await obmen.rest('PUT', '/orders/read-1', { ...order(obmen, 'read-1'), companyId: oneC.companyId })
  await oneC.pull()
  await page.goto(`${obmen.url}/integrations/${oneC.integrationId}`)
  const card = page.getByRole('region', { name: 'Чтение из 1С', exact: true })
  await expect(card).toContainText('Выключено.')
  await card.getByRole('button', { name: 'Настроить чтение' }).click()

  await test.step('a wrong password is told apart, and nothing is stored', async () => {
    await card.getByRole('button', { name: 'Сохранить' }).click()
    await expect(card).toContainText('Впишите адрес, по которому опубликована база.')
    await card.getByLabel('Адрес базы').fill(oneC.url)
    await card.getByLabel('Пользователь 1С').fill(CONNECTION.login)
    await card.getByLabel('Пароль', { exact: true }).fill('не тот')
    await card.getByRole('button', { name: 'Проверить' }).click()
    const step = card.getByRole('listitem').filter({ hasText: 'Вход' })
    await expect(step.getByRole('img', { name: 'не получилось' })).toBeVisible()
    await card.getByLabel('Пароль', { exact: true }).fill(CONNECTION.password)
    await card.getByRole('button', { name: 'Проверить' }).click()
    await expect(card.getByText('Всё сошлось, можно сохранять.')).toBeVisible()
    await expect(card.getByRole('img', { name: 'получилось', exact: true })).toHaveCount(7)
    await expectFits(page, ['light', 'dark'])
  })

  await test.step('the first reading begins at once', async () => {
    await card.getByRole('button', { name: 'Сохранить' }).click()
    await expect(card).toContainText('все документы')
    await expect(card).toContainText('читает по расписанию')
    await card.getByRole('button', { name: 'Изменить подключение' }).click()
    await expect(card.getByLabel('Пароль', { exact: true })).toHaveValue('')
    await expect(card).toContainText('Сохранён. Оставьте пустым, если он не изменился.')
    await card.getByRole('button', { name: 'Отменить' }).click()
    await expectFits(page, ['light', 'dark'])
  })

  await test.step('the order', async () => {
    await page.goto(`${obmen.url}/orders/read-1`)
    const sentence = page.getByRole('region', { name: 'Где заказ' })
    await expect(sentence).toContainText(/счёт 0000-\d{6} от 17\.11\.2026, оплачен 3\s000,00\s₽ картой/)
    await expect(sentence).toContainText('Прочитано из 1С')
    await expect(page.getByRole('region', { name: 'Что говорит 1С' })).toContainText('Оплата, оплата картой')
    await expectFits(page)
  })

  await test.step('a failure in words', async () => {
    oneC.faults.locked = true
    await page.goto(`${obmen.url}/integrations/${oneC.integrationId}`)
    await card.getByRole('button', { name: 'Прочитать сейчас' }).click()
    await expect(card.getByRole('alert')).toContainText('Чтение не удалось')
    await expect(card.getByRole('alert')).toContainText('Всё, что уже было известно, осталось как есть.')
    oneC.faults.locked = false
  })

  await test.step('stopped', async () => {
    await card.getByRole('button', { name: 'Отключить чтение' }).click()
    const question = page.getByRole('dialog')
    await expect(question).toContainText('Что уже прочитано, останется')
    await question.getByRole('button', { name: 'Отключить' }).click()
    await expect(card).toContainText('Выключено.')
    await page.getByRole('tab', { name: 'Изменения' }).click()
    await expect(page.getByRole('table')).toContainText(`пользователь ${CONNECTION.login}`)
  })
})
