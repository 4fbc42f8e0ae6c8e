import { randomUUID } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Row = Record<string, unknown>
type Answer = (response: ServerResponse) => unknown

const EMPTY = '00000000-0000-0000-0000-000000000000'
export const INVOICE = 'СчетНаОплатуПокупателю'
export const CARD = 'ОплатаПлатежнойКартой'
export const REALIZATION = 'РеализацияТоваровУслуг'
const TYPE = (kind: string): string => `StandardODATA.Document_${kind}`

/**
 * A foreign Бухгалтерия with little in it, which answers over OData as strictly as the real one: a set has
 * the fields of its rows, conditions are joined by `and` or by `or`, and nothing else is understood.
 */
export interface ForeignBp extends AsyncDisposable {
  url: string
  sets: Record<string, Row[]>
  /** The names that it lists as published; undefined: those of its sets. */
  listed: string[] | undefined
  /** Addresses of the calls, decoded. */
  calls: string[]
  /** Answers a call in another way; undefined: as it is. */
  fault: ((address: string) => Answer | undefined) | undefined
  organization: string
  addInvoice(number: string, changes?: Row): Row
  addCustomer(name: string, inn?: string): string
  mark(invoice: Row, orderId: string): void
  setStatus(invoice: Row, status: string, shipping?: string): void
  pay(invoice: Row, amount: number, changes?: Row): Row
  ship(invoice: Row, changes?: Row): Row
}

export async function serveForeignBp(inn = '7707083893'): Promise<ForeignBp> {
  const organization = randomUUID()
  const property = randomUUID()
  const sets = emptySets(organization, property, inn)
  const documents = sets[`Document_${INVOICE}`]!
  let version = 0
  const header = (number: string): Row => ({
    ...{
      Ref_Key: randomUUID(),
      DataVersion: `AAAA${++version}=`,
      Number: number,
      Date: '2026-11-20T12:00:00',
    },
    ...{ Posted: true, DeletionMark: false },
  })
  const calls: string[] = []
  const bp: Omit<ForeignBp, 'url' | typeof Symbol.asyncDispose> = {
    ...{ sets, calls, listed: undefined, fault: undefined, organization },
    addInvoice: (number, changes) => {
      const row = {
        ...header(number),
        СуммаДокумента: 100,
        Организация_Key: organization,
        Контрагент_Key: EMPTY,
      }
      documents.push({ ...row, ...changes })
      return documents.at(-1)!
    },
    addCustomer: (name, ownInn = '') => {
      const Ref_Key = randomUUID()
      sets.Catalog_Контрагенты!.push({ Ref_Key, Description: name, ИНН: ownInn })
      return Ref_Key
    },
    mark: ({ Ref_Key }, orderId) =>
      sets.InformationRegister_ДополнительныеСведения!.push({
        ...{ Объект: Ref_Key, Объект_Type: TYPE(INVOICE), Свойство_Key: property, Значение: orderId },
      }),
    setStatus: ({ Ref_Key }, status, shipping = '') => {
      const register = sets.InformationRegister_СтатусыДокументов!
      const known = register.find(row => row.Документ === Ref_Key)
      const row = { Статус: status, ДополнительныйСтатус: shipping }
      if (known) Object.assign(known, row)
      else
        register.push({
          ...{ Организация_Key: organization, Документ: Ref_Key, Документ_Type: TYPE(INVOICE), ...row },
        })
    },
    pay: ({ Ref_Key }, amount, changes) => {
      const payment = {
        ...{
          ...header('0000-000005'),
          СуммаДокумента: amount,
          НомерЧекаЭТ: '7',
          ВидОперации: 'ОплатаПокупателя',
        },
        ...{ ДокументОснование: Ref_Key, ДокументОснование_Type: TYPE(INVOICE), ...changes },
      } as Row
      sets[`Document_${CARD}`]!.push(payment)
      if (payment.Posted && payment.ВидОперации === 'ОплатаПокупателя')
        sets.AccumulationRegister_ОплатаСчетов_RecordType!.push({
          ...{ Period: payment.Date, Recorder: payment.Ref_Key, Recorder_Type: TYPE(CARD), LineNumber: '1' },
          ...{ Active: true, Организация_Key: organization, СчетНаОплату: Ref_Key },
          ...{ СчетНаОплату_Type: TYPE(INVOICE), Сумма: amount },
        })
      return payment
    },
    ship: ({ Ref_Key }, changes) => {
      const shipment = {
        ...{ ...header('0000-000012'), СуммаДокумента: 100, ВидОперации: 'Услуги' },
        ...{ ЭтоУниверсальныйДокумент: false, [`${INVOICE}_Key`]: Ref_Key, ...changes },
      } as Row
      sets[`Document_${REALIZATION}`]!.push(shipment)
      return shipment
    },
  }
  const server = createServer((request, response) => {
    const address = decodeURIComponent(request.url!)
    calls.push(address)
    const faulty = bp.fault?.(address)
    if (faulty) return faulty(response)
    if (request.method !== 'GET') return refuse(response, 405, 19)
    const listed = bp.listed ?? Object.keys(sets)
    answer({ sets, listed }, address.slice(address.indexOf('.odata/') + '.odata/'.length), response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(bp, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  })
}

const emptySets = (organization: string, property: string, inn: string): Record<string, Row[]> => ({
  [`Document_${INVOICE}`]: [],
  [`Document_${CARD}`]: [],
  [`Document_${REALIZATION}`]: [],
  [`Document_${REALIZATION}_Товары`]: [],
  [`Document_${REALIZATION}_Услуги`]: [],
  Document_ПоступлениеНаРасчетныйСчет: [],
  Catalog_Организации: [{ Ref_Key: organization, Description: 'ООО «Ромашка»', ИНН: inn, Префикс: '' }],
  Catalog_Контрагенты: [],
  ChartOfCharacteristicTypes_ДополнительныеРеквизитыИСведения: [
    { Ref_Key: property, Description: 'Идентификатор заказа на сайте' },
  ],
  InformationRegister_ДополнительныеСведения: [],
  InformationRegister_НастройкиОбменаСИнтернетМагазином: [
    { Организация_Key: organization, Префикс: '', ДатаНачалаОбмена: '0001-01-01T00:00:00' },
  ],
  InformationRegister_СтатусыДокументов: [],
  AccumulationRegister_ОплатаСчетов_RecordType: [],
})

const send = (response: ServerResponse, status: number, body: unknown): unknown =>
  void response
    .writeHead(status, { 'content-type': 'application/json;charset=utf-8' })
    .end(JSON.stringify(body))

export const refuse = (response: ServerResponse, status: number, code: number): unknown =>
  send(response, status, { 'odata.error': { code: String(code), message: { lang: 'ru', value: 'Ошибка' } } })

function answer(
  { sets, listed }: Pick<ForeignBp, 'sets'> & { listed: string[] },
  resource: string,
  response: ServerResponse,
): unknown {
  const [path = '', query = ''] = resource.split('?')
  const options = new Map(
    query.split('&').map(each => [each.split('=')[0]!, each.slice(each.indexOf('=') + 1)]),
  )
  if (path === '') return send(response, 200, { value: listed.map(name => ({ name, url: name })) })
  const [, name = path, key] = /^(.+)\(guid'(.+)'\)$/.exec(path) ?? []
  const rows = sets[name]
  if (!rows) return refuse(response, 404, 8)
  const fields = options.get('$select')!.split(',')
  const unknown = rows[0] && fields.some(field => !(field in rows[0]!))
  if (unknown) return refuse(response, 400, 6)
  const shown = (row: Row): Row => Object.fromEntries(fields.map(field => [field, row[field]]))
  if (key !== undefined) {
    const found = rows.find(row => row.Ref_Key === key)
    return found ? send(response, 200, shown(found)) : refuse(response, 404, 9)
  }
  const filter = options.get('$filter')
  const found = filter ? rows.filter(row => fits(row, filter)) : [...rows]
  const orderby = options.get('$orderby')?.split(',') ?? []
  const position = (row: Row): string => orderby.map(field => String(row[field])).join(' ')
  if (orderby.length > 0) found.sort((a, b) => (position(a) < position(b) ? -1 : 1))
  const skip = Number(options.get('$skip') ?? 0)
  const page = found.slice(skip, skip + Number(options.get('$top') ?? found.length))
  send(response, 200, { value: page.map(shown) })
}

function fits(row: Row, filter: string): boolean {
  const holds = (condition: string): boolean => {
    const [, field, operator, literal] = /^(\S+) (eq|ge|lt) (.+)$/.exec(condition)!
    const [, word, value, type] = /^(guid|datetime|cast\(guid)?'(.*?)'(?:,'(.*)'\))?$/.exec(literal!)!
    // A reference of several types is found by cast alone.
    if (word === 'guid' && `${field}_Type` in row) return false
    if (type !== undefined && row[`${field}_Type`] !== `StandardODATA.${type}`) return false
    const own = String(row[field!])
    return operator === 'eq' ? own === value : operator === 'ge' ? own >= value! : own < value!
  }
  return filter.includes(' or ') ? filter.split(' or ').some(holds) : filter.split(' and ').every(holds)
}
