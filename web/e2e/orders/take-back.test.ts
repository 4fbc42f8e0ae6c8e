import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../support/fixtures.js'
import type { Obmen } from '../support/obmen.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

/** An order that 1C has, open, and within the ten seconds before it is sent again. */
async function sendAgain(page: Page, obmen: Obmen, id: string) {
  const { companyId, pull } = await connect1C(obmen, id)
  await obmen.rest('PUT', `/orders/${id}`, { ...order(obmen, id), companyId })
  await pull()
  await page.goto(`${obmen.url}/orders/${id}`)
  await page.getByRole('button', { name: 'Выгрузить снова' }).focus()
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Выгрузить заказ снова?' })
  await question.getByRole('button', { name: 'Выгрузить снова' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Вернуть' })).toBeVisible()
  await expect(question).toHaveCount(0)
  const state = async () => {
    const answer = (await obmen.rest('GET', `/orders/${id}/exports`)) as { items: { state: string }[] }
    return answer.items[0]!.state
  }
  const notice = page.getByRole('alert').filter({ hasText: 'Выгрузим снова через 10 секунд' })
  // So the ten seconds don't end by themselves.
  await notice.hover()
  expect(await state()).toBe('confirmed')
  return { state, notice }
}

test('an act that can still be taken back is done if the page is closed, hidden or signed out of', async ({
  signedInPage: page,
  obmen,
}) => {
  const hidden = await sendAgain(page, obmen, 'soon-hidden')
  // As a telephone does that goes to another app: it may end the page without a word.
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect.poll(hidden.state).toBe('owed')

  const closed = await sendAgain(page, obmen, 'soon-closed')
  const other = await page.context().newPage()
  await page.close({ runBeforeUnload: true })
  await expect.poll(closed.state).toBe('owed')

  const left = await sendAgain(other, obmen, 'soon-left')
  await other.getByRole('button', { name: obmen.admin.email }).click()
  await other.getByRole('menuitem', { name: 'Выйти' }).click()
  await expect(other.getByRole('heading', { name: 'Вход' })).toBeVisible()
  expect(await left.state()).toBe('owed')
})

test('an act that nobody took back waits for the sign-in, or says that it failed', async ({
  signedInPage: page,
  obmen,
}) => {
  const ended = await sendAgain(page, obmen, 'soon-ended')
  await page.context().clearCookies()
  await ended.notice.getByRole('button', { name: 'Закрыть' }).click()
  await page.getByRole('dialog').getByLabel('Пароль').fill(obmen.admin.password)
  await page.getByRole('dialog').getByRole('button', { name: 'Продолжить' }).click()
  await expect.poll(ended.state).toBe('owed')

  const failed = await sendAgain(page, obmen, 'soon-failed')
  await page.route('**/resend', route => route.abort())
  await page.getByRole('link', { name: 'Заказы' }).first().click()
  await failed.notice.getByRole('button', { name: 'Закрыть' }).click()
  const told = page.getByRole('alert').filter({ hasText: 'Выгрузить снова' })
  await expect(told).toContainText('Сервер не отвечает')
  await expectAccessible(page)
  await page.unroute('**/resend')
  await told.getByRole('button', { name: 'Повторить' }).click()
  await expect.poll(failed.state).toBe('owed')
  await expect(told).toHaveCount(0)
})

test('an act is taken back by keyboard, from where one is', async ({ signedInPage: page, obmen }) => {
  const { state, notice } = await sendAgain(page, obmen, 'soon-keys')
  await expectAccessible(page)
  const resend = page.getByRole('button', { name: 'Выгрузить снова' })
  await expect(resend).toBeDisabled()
  await expect(resend).toBeFocused()
  await page.keyboard.press('z')
  await expect(notice).toHaveCount(0)
  await expect(resend).toBeEnabled()
  await expect(resend).toBeFocused()

  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Выгрузить снова' }).click()
  const back = notice.getByRole('button', { name: 'Вернуть' })
  for (let tabs = 0; tabs < 40 && !(await back.evaluate(one => one === document.activeElement)); tabs++)
    await page.keyboard.press('Tab')
  await expect(back).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(notice).toHaveCount(0)
  expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('body')
  expect(await state()).toBe('confirmed')
})
