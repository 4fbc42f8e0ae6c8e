import type { Locator, Page, Request, Route } from '@playwright/test'
import { closeNotice, expect, gate, test } from '../support/fixtures.js'
import { chooseCompany, openNewIntegration } from '../support/integration-dialog.js'
import { connect1C } from '../support/one-c.js'
import { order } from '../support/orders.js'

// What fades out can still be pressed: here it fades.
test.use({ contextOptions: { reducedMotion: 'no-preference' } })

/** What the page asks to change until the first answer, which comes only once `presses` are over: as over a slow network. */
async function changesOf(page: Page, presses: () => Promise<void>): Promise<string[]> {
  const asked: Request[] = []
  const { opened: over, open: release } = gate()
  const note = (request: Request) => {
    if (request.method() !== 'GET') asked.push(request)
  }
  const hold = async (route: Route) => {
    if (route.request().method() !== 'GET') await over
    await route.continue()
  }
  page.on('request', note)
  await page.route('**/api/v1/**', hold)
  const answered = page.waitForEvent('requestfinished', request => asked.includes(request))
  await presses()
  release()
  await answered
  page.off('request', note)
  await page.unroute('**/api/v1/**', hold)
  return asked.map(request => `${request.method()} ${new URL(request.url()).pathname}`)
}

/** Both clicks arrive before the page is drawn again. */
const clickTwice = (locator: Locator) =>
  locator.evaluate((element: HTMLElement) => {
    element.click()
    element.click()
  })

test('an action pressed twice is asked for once', async ({ signedInPage: page, obmen }) => {
  const name = 'Касса дважды'
  const { companyId, pull } = await connect1C(obmen, name)
  await obmen.rest('PUT', '/orders/pressed-twice', { ...order(obmen, 'pressed-twice'), companyId })
  await pull()

  const form = await openNewIntegration(page)
  await form.getByLabel('Наименование').fill('Касса трижды')
  await chooseCompany(page, form, `Компания: ${name}`)
  const create = form.getByRole('button', { name: 'Сохранить' })
  expect(await changesOf(page, () => clickTwice(create))).toEqual(['POST /api/v1/integrations'])

  await page.goto(`${obmen.url}/orders/pressed-twice`)
  await page.getByRole('button', { name: 'Выгрузить снова' }).click()
  const resend = page.getByRole('dialog').getByRole('button', { name: 'Выгрузить снова' })
  const resent = await changesOf(page, async () => {
    await resend.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await closeNotice(page, 'Выгрузим снова через 10 секунд')
  })
  expect(resent).toEqual(['POST /api/v1/orders/pressed-twice/resend'])

  await expect(page.getByRole('dialog')).toBeHidden()
  const ofFirst = page.getByRole('listitem').filter({ hasText: name })
  await ofFirst.getByRole('button', { name: 'Удержать' }).click()
  const hold = page.getByRole('dialog').getByRole('button', { name: 'Удержать' })
  await page.getByLabel('Почему').fill('Ждём договор')
  expect(await changesOf(page, () => clickTwice(hold))).toEqual([
    expect.stringMatching(/^(POST|PUT) .*\/hold/),
  ])

  await page.goto(`${obmen.url}/companies`)
  await page.getByRole('button', { name: 'Добавить компанию' }).click()
  await page.getByRole('dialog').getByLabel('Название').fill('ООО «Дважды»')
  const inn = page.getByLabel('ИНН')
  await inn.fill('7701045624')
  const added = await changesOf(page, async () => {
    await inn.press('Enter')
    await inn.press('Enter')
  })
  expect(added).toEqual(['POST /api/v1/companies'])
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.goto(`${obmen.url}/companies?q=Дважды`)
  const actions = page.getByRole('button', { name: 'Действия: ООО «Дважды»' })
  await actions.click()
  await page.getByRole('menuitem', { name: 'В архив' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Убрать в архив' }).click()
  await expect(actions).toBeHidden()
  await page.goto(`${obmen.url}/companies?archived=true`)
  await actions.click()
  const back = page.getByRole('menuitem', { name: 'Вернуть из архива' })
  expect(await changesOf(page, () => clickTwice(back))).toEqual([
    expect.stringContaining('PATCH /api/v1/companies/'),
  ])
})

test('a form that was sent and fades out is not sent again', async ({ signedInPage: page, obmen }) => {
  await page.goto(`${obmen.url}/companies`)
  await page.getByRole('button', { name: 'Добавить компанию' }).click()
  await page.getByRole('dialog').getByLabel('Название').fill('ООО «Один раз»')
  await page.getByLabel('ИНН').fill('7728168971')
  const save = page.getByRole('dialog').getByRole('button', { name: 'Сохранить' })
  const button = await save.elementHandle()
  await page.getByLabel('ИНН').press('Enter')
  // The dialog is still there and its form can't be reached.
  await page.waitForFunction(element => element?.closest('[inert]') !== null, button)
  expect(await page.evaluate(() => document.activeElement?.closest('form'))).toBeNull()
  await expect(page.getByRole('dialog')).toBeHidden()
})
