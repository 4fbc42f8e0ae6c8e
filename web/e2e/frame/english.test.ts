import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { uploadCatalogue } from '../support/catalogue.js'
import { expect, expectNoOverflow, test } from '../support/fixtures.js'
import { type Obmen, startObmen } from '../support/obmen.js'
import { connect1C, type OneC } from '../support/one-c.js'
import { order } from '../support/orders.js'

interface Made {
  exchanges: number[]
  webhookId: string
  oneC: OneC
  /** 1C bases whose exchange failed. */
  troubled: OneC[]
}

/** Where each route of the app leads; a route that is not here fails the test. */
const ADDRESSES: Record<string, (made: Made) => string[]> = {
  '/sign-in': () => [],
  '/invitation/$secret': () => [],
  '/': () => ['/'],
  $: () => ['/nothing-here'],
  '/account': () => ['/account'],
  '/help/$chapter': () =>
    ['README', '3-connect-1c', '5-orders', '7-accountant'].map(chapter => `/help/${chapter}`),
  '/overview': () => ['/overview'],
  '/desk': () => ['/desk'],
  '/attention': () => ['/attention'],
  '/orders': () => ['/orders', '/orders?q=refused', '/orders?q=nothing-like-this'],
  '/orders/$orderId': () =>
    ['good', 'held', 'too-large', 'set-aside', 'changed', 'nothing-like-this'].map(id => `/orders/${id}`),
  '/exchanges': () => ['/exchanges'],
  '/exchanges/$exchangeId': ({ exchanges }) => [...exchanges, 999_999_999].map(id => `/exchanges/${id}`),
  '/tasks': () => ['/tasks'],
  '/reconciliation': () => ['/reconciliation'],
  '/platform': () => ['/platform', '/platform?orderId=refused'],
  '/companies': () => ['/companies'],
  '/location': () => ['/location'],
  '/structure': () => ['/structure'],
  '/settings': () =>
    ['general', 'integrations', 'users', 'tokens', 'webhooks'].map(tab => `/settings?tab=${tab}`),
  '/settings/webhooks/$webhookId': ({ webhookId }) => [`/settings/webhooks/${webhookId}`],
  '/integrations/$integrationId': ({ oneC: { integrationId }, troubled }) => [
    ...['connection', 'rules', 'owed', 'findings', 'exchanges', 'reconciliation', 'changes'].map(
      tab => `/integrations/${integrationId}?tab=${tab}`,
    ),
    ...troubled.map(each => `/integrations/${each.integrationId}?tab=connection`),
    ...['dry-run', 'package'].map(over => `/integrations/${integrationId}?over=${over}`),
    '/integrations/01234567-89ab-4cde-8f01-23456789abcd',
  ],
  '/integrations/$integrationId/catalogue': ({ oneC: { integrationId } }) =>
    ['unlinked', 'linked', 'items'].map(tab => `/integrations/${integrationId}/catalogue?tab=${tab}`),
  '/infrastructure': () => ['/infrastructure', '/infrastructure?tab=limits'],
}

/** Buttons that open a form, by page. */
const FORMS: Record<string, string[]> = {
  '/orders/good': ['Hold back'],
  '/infrastructure': ['Add a location'],
  '/companies': ['Add a company'],
  '/settings?tab=integrations': ['Add an integration'],
  '/settings?tab=users': ['Invite', 'Invite an accountant'],
  '/settings?tab=tokens': ['Create a token'],
  '/settings?tab=webhooks': ['Add a webhook'],
}

/** What may be Russian: what people typed or 1C is called stands in quotation marks; the rest is one of these. */
const ALLOWED = [
  // The other language, in its own name.
  'Русский',
  'На русском',
  // The name that `obmen setup` gives its token.
  'Токен, созданный при установке',
  // A unit as the catalogue of 1C calls it.
  'шт',
]

/** Texts, titles, placeholders and labels of the page that have a Cyrillic letter. Not: quotations of 1C, code, values. */
async function cyrillic(page: Page): Promise<string[]> {
  return page.evaluate(allowed => {
    const isOurs = (element: Element | null): boolean =>
      element !== null && !element.closest('[lang="ru"], code, pre, .mono, .cm-editor, script, style')
    const found: string[] = []
    const look = (text: string | null, element: Element | null): void => {
      if (text === null || !isOurs(element)) return
      let rest = text.replace(/“[^”]*”|«[^»]*»|"[^"]*"/g, '')
      for (const each of allowed) rest = rest.replaceAll(each, '')
      if (/[А-Яа-яЁё]/.test(rest)) found.push(text.trim())
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) look(walker.currentNode.textContent, walker.currentNode.parentElement)
    for (const element of document.querySelectorAll('[title], [placeholder], [aria-label], [alt]'))
      for (const name of ['title', 'placeholder', 'aria-label', 'alt'])
        look(element.getAttribute(name), element)
    if (/[А-Яа-яЁё]/.test(document.title)) found.push(document.title)
    return [...new Set(found)]
  }, ALLOWED)
}

async function isLoaded(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('article')).first()).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0)
}

const english = (obmen: Obmen, id: string, { companyId }: { companyId: string }) => {
  const plain = order(obmen, id)
  return {
    ...{ ...plain, companyId, customer: { ...plain.customer, name: 'Vector Ltd' } },
    lines: [{ ...plain.lines[0]!, name: 'Meeting room' }],
  }
}

const LARGE = '100000000000000.00'

/** Each state that the app has words for. */
async function makeStates(obmen: Obmen): Promise<Made> {
  const { rest } = obmen
  await rest('PATCH', '/locations/current', { name: 'Zarechny Park' })
  await rest('PATCH', `/companies/${obmen.companyId}`, { name: 'Chamomile Ltd' })
  const plain = {
    paymentrules: [{ status: 'purchased' }],
    paymentmethodname: 'By card',
    quarantineafter: 1,
    quarantinepause: 0,
  }
  const named = async (name: string, settings: Record<string, unknown>): Promise<OneC> => {
    const oneC = await connect1C(obmen, name, settings)
    await rest('PATCH', `/companies/${oneC.companyId}`, { name: `Company ${name}` })
    return oneC
  }
  const oneC = await named(
    'A very long name: the desk of Zarechny Park, building 1, ground floor, hall',
    plain,
  )
  const put = (id: string, more: object = {}, to = oneC) =>
    rest('PUT', `/orders/${id}`, { ...english(obmen, id, to), ...more })
  const refused = (method: string, path: string, body: unknown) =>
    rest(method, path, body).then(
      () => Promise.reject(new Error(`${method} ${path} was not refused`)),
      () => undefined,
    )

  // Its address does not exist: after 20 events it is paused.
  const hooks = { url: 'https://nobody.invalid/hooks', types: ['*'] }
  const { id: webhookId } = (await rest('POST', '/webhooks', hooks)) as { id: string }
  await put('good')
  await put('changed')
  await oneC.pull()
  await put('changed', { comment: 'Call before noon' })
  await put('held')
  await rest('POST', '/orders/held/hold', {
    integrationId: oneC.integrationId,
    reason: 'The contract is unsigned',
  })
  const line = { ...english(obmen, 'x', oneC).lines[0]!, quantity: '1', price: LARGE, amount: LARGE }
  for (let at = 0; at < 20; at++) await put(`sent-${at}`)
  await put('too-large', { lines: [line], total: LARGE, payments: [] })
  await oneC.pull()

  // Refused by its 1C: downloaded alone, and never confirmed.
  const fussy = await named('Fussy desk', plain)
  for (const id of ['set-aside', 'beside-1', 'beside-2']) await put(id, {}, fussy)
  const ask = async (query: string, cookie?: string, body?: string): Promise<string> => {
    const authorization = `Basic ${Buffer.from(`${fussy.login}:${fussy.password}`).toString('base64')}`
    const headers = { authorization, ...(cookie && { cookie }) }
    const sent = body === undefined ? { headers } : { headers, method: 'POST', body }
    return (await fetch(`${fussy.url}?type=sale&${query}`, sent)).text()
  }
  const signIn = async (): Promise<string> => {
    const [, name, token] = (await ask('mode=checkauth')).split('\n')
    return `${name}=${token}`
  }
  const heldAs = async (id: string): Promise<string | null> => {
    const { items } = (await rest('GET', `/orders/${id}/exports`)) as { items: { heldKind: string | null }[] }
    return items[0]!.heldKind
  }
  for (let round = 0; round < 20 && (await heldAs('set-aside')) === null; round++) {
    const cookie = await signIn()
    const given = await ask('mode=query', cookie)
    if (!given.includes('<Ид>set-aside</Ид>')) await ask('mode=success', cookie)
  }

  await refused('PUT', '/orders/refused', { ...english(obmen, 'refused', oneC), total: '1.00', coment: '' })
  await refused('PUT', '/orders/refused-2', { ...english(obmen, 'refused-2', oneC), companyId: 'x' })
  await refused('PATCH', `/companies/${oneC.companyId}`, { archived: true })
  await refused('PATCH', `/companies/${oneC.companyId}`, { inn: '1', kpp: '2' })
  await refused('POST', '/integrations', {
    ...{ class: 'CommerceML', name: 'Wrong', companyId: oneC.companyId, settings: '{ "paymentrules": 5 ' },
  })
  await refused('POST', '/webhooks', { url: 'http://127.0.0.1/hooks', types: ['*'] })

  // A file that breaks off; a wrong password; a catalogue.
  const cookie = await signIn()
  await ask('mode=file&filename=orders.xml', cookie, '<?xml version="1.0"?><КоммерческаяИнформация><Док')
  while ((await ask('mode=import&filename=orders.xml', cookie)).startsWith('progress'));
  const locked = await named('Locked desk', plain)
  await fetch(`${locked.url}?type=sale&mode=checkauth`, {
    headers: { authorization: `Basic ${btoa(`${locked.login}:wrong`)}` },
  })
  await uploadCatalogue(oneC, [{ id: 'a0000000-0000-11ef-8f00-000000000001', name: 'Meeting room' }])

  expect(await Promise.all(['held', 'too-large', 'set-aside'].map(heldAs))).toEqual([
    ...['person', 'finding', 'quarantine'],
  ])
  const kinds = async (): Promise<string[]> => {
    const { items } = (await rest('GET', '/attention')) as { items: { kind: string }[] }
    return [...new Set(items.map(({ kind }) => kind))].sort()
  }
  await expect.poll(kinds).toEqual(['held', 'integration', 'upload', 'webhook'])
  const { items } = (await rest('GET', '/exchanges')) as { items: { id: number }[] }
  return { exchanges: items.map(({ id }) => id), oneC, webhookId, troubled: [locked, fussy] }
}

test('in English nothing is Russian, on any page, state or form, and pages fit a telephone', async ({
  page,
}) => {
  await using obmen = await startObmen()
  const { email, password } = obmen.admin
  await obmen.command('operator', 'add', '--email', email, '--password', password)
  const made = await makeStates(obmen)
  const routes = readFileSync(new URL('../../src/app/routes.tsx', import.meta.url), 'utf8')
  const paths = [...routes.matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '')
  expect(paths.sort()).toEqual(Object.keys(ADDRESSES).sort())

  const found: string[] = []
  const look = async (where: string): Promise<void> => {
    await expect(page.locator('[data-loading="true"]')).toHaveCount(0)
    // English sentences load after the page: what stays Russian counts. A run that fails already lists the rest without long waits.
    await expect
      .poll(() => cyrillic(page), { timeout: found.length === 0 ? 90_000 : 3_000 })
      .toEqual([])
      .catch(() => undefined)
    for (const text of await cyrillic(page)) found.push(`${where}: ${text}`)
  }
  await page.addInitScript(() => localStorage.setItem('obmen-language', 'en'))
  await page.goto(`${obmen.url}/sign-in`)
  await page.getByLabel('Email').fill('nobody@example.com')
  await page.getByLabel('Password').fill('not this one')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await look('/sign-in')
  await page.goto(`${obmen.url}/invitation/nothing`)
  await expect(page.getByRole('heading').first()).toBeVisible()
  await look('/invitation')

  await page.request.post(`${obmen.url}/api/v1/auth/sign-in`, {
    headers: { 'X-Obmen-CSRF': '1' },
    data: obmen.admin,
  })
  await page.request.patch(`${obmen.url}/api/v1/me`, {
    headers: { 'X-Obmen-CSRF': '1' },
    data: { name: 'Ann', locale: 'en' },
  })
  for (const route of paths)
    for (const [index, path] of ADDRESSES[route]!(made).entries()) {
      await page.goto(obmen.url + path)
      await isLoaded(page)
      if (path.endsWith('?tab=connection'))
        await expect(page.getByRole('link', { name: 'Last exchange' })).toBeVisible()
      await look(path)
      if (index > 0) continue
      // Its words are longer in places.
      await page.setViewportSize({ width: 360, height: 900 })
      await expectNoOverflow(page)
      await page.setViewportSize({ width: 1440, height: 900 })
    }

  for (const [path, buttons] of Object.entries(FORMS))
    for (const button of buttons) {
      await page.goto(obmen.url + path)
      await page.getByRole('button', { name: button, exact: true }).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog).toBeVisible()
      const submit = dialog.locator('button[type=submit]')
      await submit.click()
      await look(`${path} → ${button}, empty`)
      for (const field of await dialog.getByRole('textbox').all())
        if (await field.isEditable()) await field.fill('x'.repeat(300))
      await submit.click()
      await look(`${path} → ${button}, wrong`)
    }

  // What only the server can refuse.
  await page.goto(`${obmen.url}/infrastructure`)
  await page.getByRole('button', { name: 'Add a location', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Zarechny Park')
  await dialog.getByLabel('Time zone').fill('moscow')
  await page.getByRole('option', { name: /Europe\/Moscow/ }).click()
  await dialog.getByLabel('The administrator’s email').fill('boris@technopark.example')
  await dialog.getByRole('button', { name: 'Make the location' }).click()
  await expect(dialog.getByText('There is a location “Zarechny Park” already')).toBeVisible()
  await look('/infrastructure, a name that is taken')
  await page.goto(`${obmen.url}/account`)
  await page.getByLabel('Current password', { exact: true }).fill('not this one')
  await page.getByLabel('New password', { exact: true }).fill('quite another one')
  await page.getByLabel('New password again', { exact: true }).fill('quite another one')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('The present password is wrong.')).toBeVisible()
  await look('/account, a wrong password')

  // Forms that are pages.
  for (const path of ['/account', '/location', `/integrations/${made.oneC.integrationId}?tab=rules`]) {
    await page.goto(obmen.url + path)
    await isLoaded(page)
    const main = page.getByRole('main')
    for (const field of await main.locator('form').getByRole('textbox').all())
      if (await field.isEditable()) await field.fill('x'.repeat(300))
    for (const submit of await main.locator('button[type=submit]').all())
      if (await submit.isEnabled()) await submit.click()
    await look(`${path}, wrong`)
  }

  expect(found).toEqual([])
})
