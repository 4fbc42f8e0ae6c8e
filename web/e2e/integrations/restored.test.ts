import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, expectFits, test } from '../support/fixtures.js'
import { startObmen } from '../support/obmen.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

test('after a restore a person resumes sending, and says from which number each 1C goes on', async ({
  page,
}) => {
  await using obmen = await startObmen()
  const { integrationId, companyId, pull } = await connect1C(obmen, 'Касса')
  await obmen.rest('PUT', '/orders/before-1', { ...order(obmen, 'before-1'), companyId })
  await pull()
  const { email, password } = obmen.admin
  await obmen.command('operator', 'add', '--email', email, '--password', password)
  const file = join(obmen.dataDir, '..', 'day.backup')
  await obmen.command('backup', file)
  await obmen.away()
  await rm(obmen.dataDir, { recursive: true })
  await obmen.command('restore', file, '--yes')
  await obmen.back()

  // Nothing tells the page what others change.
  await page.route('**/api/v1/live*', route => route.abort())
  await page.goto(`${obmen.url}/overview`)
  await page.getByLabel('Электронная почта').fill(email)
  await page.getByLabel('Пароль').fill(password)
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(
    page.getByRole('heading', { name: 'После восстановления из копии обмен остановлен' }),
  ).toBeVisible()
  await expect(page.getByText('восстановлена из копии').first()).toBeVisible()
  const alert = page.getByRole('alert', { name: 'Обмен ничего не отправляет' })
  await expectFits(page, ['light', 'dark'])
  await alert.getByRole('button', { name: 'Возобновить отправку' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Возобновить отправку' }).click()
  await expect(page.getByText('Отправка возобновлена')).toBeVisible()
  await expect(alert).toHaveCount(0)
  await page.getByRole('link', { name: 'Перейти к интеграции: Касса' }).first().click()
  await expect(page.getByRole('heading', { name: /восстановлена из резервной копии/ })).toBeVisible()
  await expectFits(page, ['light', 'dark'])

  await page.getByRole('tab', { name: 'Обмены' }).click()
  await page.getByRole('link', { name: 'Возобновить' }).click()
  const next = page.getByLabel('Следующий номер')
  await expect(next).toBeInViewport()
  await expect(next).toHaveValue('1001')
  const resume = page.getByRole('button', { name: 'Возобновить обмен' })
  await resume.click()
  await expect(page.getByText('Посмотрите номера в 1С и отметьте это')).toBeVisible()
  await page.getByLabel('Номера в 1С проверены').check()
  await next.fill('1')
  await resume.click()
  await expect(next).toHaveAccessibleDescription(/Меньшие номера уже выданы/)
  await next.fill('1500')
  await obmen.rest('PATCH', `/integrations/${integrationId}`, { name: 'Касса в холле' })
  await resume.click()
  await expect(page.getByText(/за это время изменил кто-то другой/)).toBeVisible()
  await expect(next).toHaveValue('1500')
  await resume.click()
  await expect(page.getByText('Обмен возобновлён')).toBeVisible()
  await expect(next).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Приостановить' })).toBeVisible()

  await obmen.rest('PUT', '/orders/after-1', { ...order(obmen, 'after-1'), companyId })
  const after = (await obmen.rest('GET', '/orders/after-1')) as { numberIn1c: string }
  expect(after.numberIn1c).toBe('1500')
  expect(integrationId).not.toBe('')
})
