import { expect, it, onTestFinished } from 'vitest'
import { type ForeignBp, INVOICE, refuse, serveForeignBp } from '../../../test/support/reading/foreign-bp.js'
import type { ODataOptions } from '../odata/transport.js'
import { bp } from '../programs/bp.js'
import { type CheckSubject, checkReading } from './check-reading.js'

const INN = '7707083893'
async function openBp(): Promise<ForeignBp> {
  const served = await serveForeignBp(INN)
  onTestFinished(() => served[Symbol.asyncDispose]())
  served.addInvoice('0000-000017')
  return served
}
const check = (url: string, subject: Partial<CheckSubject> = {}, options: Partial<ODataOptions> = {}) =>
  checkReading(
    {
      ...{ url, login: 'Обмен', password: 'пароль', allowPrivate: true, pauseMs: 0 },
      ...{ signal: new AbortController().signal, ...options },
    },
    { program: bp, organization: null, companyInn: INN, timezone: 'Asia/Yekaterinburg', ...subject },
  )
/** `published` of a step that is well, `published!` of one that is not. */
const told = ({ steps }: Awaited<ReturnType<typeof check>>): string =>
  steps.map(({ code, ok }) => code + (ok ? '' : '!')).join(' ')
const message = ({ steps }: Awaited<ReturnType<typeof check>>, code: string): string =>
  steps.find(step => step.code === code)!.message

it('a base that is set up well is said to be so, step by step, with its organization', async () => {
  const served = await openBp()
  const found = await check(served.url)
  expect(told(found)).toBe('address reached signed-in published rights organization clock')
  expect(found.organizations).toEqual([{ id: served.organization, name: 'ООО «Ромашка»', inn: INN }])
  expect(message(found, 'organization')).toContain('её ИНН совпал с ИНН компании')
  expect(message(found, 'rights')).toContain('может удалять документы')
  expect(message(found, 'address')).toContain('пароль и данные идут по сети открыто')
  expect(message(found, 'clock')).toContain('Asia/Yekaterinburg')
})

it('what is not published is named with what it would bring, and what all depends on ends the check', async () => {
  const served = await openBp()
  delete served.sets.InformationRegister_СтатусыДокументов
  const partly = await check(served.url)
  expect(told(partly)).toBe('address reached signed-in published rights organization clock')
  expect(message(partly, 'published')).toContain('«Статусы документов» — без этого не узнать, какой статус')
  expect(partly.steps[3]!.objects).toMatchObject([{ name: 'регистр сведений «Статусы документов»' }])
  delete served.sets[`Document_${INVOICE}`]
  const without = await check(served.url)
  expect(told(without)).toBe('address reached signed-in published!')
  expect(message(without, 'published')).toMatch(
    /нет главного: документ «Счет на оплату.*«Статусы документов»/,
  )
  for (const set of Object.keys(served.sets)) delete served.sets[set]
  expect(message(await check(served.url), 'published')).toContain('состав OData пуст')
})

it('a missing right is no wrong password, and is named by its object; hidden rows are told', async () => {
  const served = await openBp()
  served.fault = address =>
    address.includes('Catalog_Контрагенты')
      ? response => refuse(response, 401, 20)
      : address.includes('СтатусыДокументов') && !address.includes('allowedOnly')
        ? response => refuse(response, 401, 20)
        : undefined
  const found = await check(served.url)
  expect(told(found)).toBe('address reached signed-in published rights! organization clock')
  expect(message(found, 'rights')).toMatch(
    /нет права чтения: справочник «Контрагенты».*скрыта.*«Статусы документов»/,
  )
  served.fault = () => response => response.writeHead(401, { 'content-type': 'text/html' }).end('<html>')
  const refused = await check(served.url)
  expect(told(refused)).toBe('address reached signed-in!')
  expect(refused.steps[2]!.failure).toBe('wrong-password')
})

it('an address that leads nowhere is told at the step that shows it', async () => {
  const served = await openBp()
  expect(told(await check(served.url, {}, { allowPrivate: false }))).toBe('address!')
  served.fault = () => response => response.writeHead(503).end('busy')
  expect(message(await check(served.url), 'reached')).toMatch(/Проверьте ещё раз позже\. Если/)
  served.fault = () => response => response.writeHead(404, { 'content-type': 'text/html' }).end('<html>')
  const unpublished = await check(served.url)
  expect(told(unpublished)).toBe('address reached!')
  expect(message(unpublished, 'reached')).toContain('Публиковать стандартный интерфейс OData')
})

it('of several organizations one is chosen, by name too; else they are listed', async () => {
  const served = await openBp()
  const others = [1, 2].map(n => ({ Description: `ООО «Лютик ${n}»`, ИНН: '', Префикс: '' }))
  served.sets.Catalog_Организации!.push(
    ...others.map((row, n) => ({ ...row, Ref_Key: `00000000-0000-0000-0000-00000000000${n + 1}` })),
  )
  expect(told(await check(served.url))).not.toContain('organization!')
  const unknown = await check(served.url, { companyInn: '500100732259' })
  expect(told(unknown)).toContain('organization!')
  expect(message(unknown, 'organization')).toContain('ООО «Лютик 1»; ООО «Лютик 2»')
  expect(unknown.organizations).toHaveLength(3)
  const chosen = await check(served.url, { organization: 'ООО «Лютик 2»' })
  expect(message(chosen, 'organization')).toContain('ООО «Лютик 2» — та, что выбрана')
})

it('a clock that differs by minutes is told', async () => {
  const served = await openBp()
  served.fault = address =>
    address.includes('.odata/?')
      ? response =>
          response
            .setHeader('date', new Date(Date.now() - 20 * 60_000).toUTCString())
            .writeHead(200, { 'content-type': 'application/json' })
            .end(JSON.stringify({ value: Object.keys(served.sets).map(name => ({ name })) }))
      : undefined
  expect(message(await check(served.url), 'clock')).toContain('отстают на 20 мин')
})
