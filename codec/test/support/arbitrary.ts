import fc from 'fast-check'
import type { SaleDocument } from '../../src/model/document.js'
import type { SchemaVersion } from '../../src/model/parts.js'

/** Text that is worth escaping: markup, quotes, line breaks, letters that windows-1251 lacks, emoji. */
function text(max: number): fc.Arbitrary<string> {
  const sign = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...'абвЁжzXY 019«»–№') },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...'& < > " \' ]]> &amp; \r \n \t ₽ 😀 Ω \ufffd'.split(' ')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  )
  return fc
    .array(sign, { minLength: 1, maxLength: Math.min(max, 30) })
    .map(signs => [...withoutForbidden(signs.join(''))].slice(0, max).join('').trim())
    .filter(value => value !== '')
}

/** What the writer removes is not to be found again. */
function withoutForbidden(value: string): string {
  return value.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Noncharacter_Code_Point}]/gu, '')
}

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const money = fc.integer({ min: -99_999, max: 99_999_999 }).map(kopecks => (kopecks / 100).toFixed(2))
const quantity = fc.integer({ min: 1, max: 999_999 }).map(parts => String(parts / 1000))
const date = fc
  .integer({ min: 0, max: 20_000 })
  .map(days => new Date(days * 86_400_000).toISOString().slice(0, 10))
const time = fc
  .integer({ min: 0, max: 86_399 })
  .map(seconds => new Date(seconds * 1000).toISOString().slice(11, 19))

function optional<T>(
  required: (keyof T)[],
  model: { [K in keyof T]: fc.Arbitrary<NonNullable<T[K]>> },
): fc.Arbitrary<T> {
  return fc.record(model, { requiredKeys: required as never[] }) as unknown as fc.Arbitrary<T>
}

function some<T>(item: fc.Arbitrary<T>, max = 2): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength: 1, maxLength: max })
}

/** Documents that the schema of that version allows, each element there or not. */
export function documentOf(version: SchemaVersion): fc.Arbitrary<SaleDocument> {
  const name = text(version >= '2.07' ? 255 : 250)
  const short = text(255)
  const id = text(40)
  const comment = text(3000)
  const kinds = ['phone-work', 'phone-mobile', 'email', 'fax', ...(version >= '2.07' ? ['other'] : [])]
  const roles = ['seller', 'buyer', 'payer', ...(version >= '2.06' ? ['licensee'] : [])]
  const operations = [
    'goods-order',
    'shipment',
    'other',
    ...(version >= '2.07' ? ['commission-write-off-report'] : []),
  ]
  const role = fc.constantFrom(...roles)

  const requisite = optional(['name', 'value'], { name, value: text(1000), extraValues: some(text(1000)) })
  const address = optional(['text'], {
    text: name,
    comment,
    parts: some(fc.record({ type: fc.constantFrom('city', 'street', 'house'), value: short }), 10),
  })
  const contact = optional(['type', 'value'], { type: fc.constantFrom(...kinds), value: short, comment })
  const contacts = some(contact)
  const bank = fc.oneof(
    optional(['bic'], { correspondentAccount: digits(20), name, address, bic: digits(9) }),
    optional(['swift'], { name, swift: text(11) }),
  )
  const account = optional(['number', 'bank'], { number: digits(20), bank, correspondentBank: bank, comment })
  const warehouseModel = { id, name, comment, address, contacts }
  const warehouseRequired: ('id' | 'name')[] = version >= '2.07' ? ['id'] : ['id', 'name']
  const warehouse = optional(warehouseRequired, warehouseModel)
  const warehouses = version >= '2.07' ? { warehouses: some(warehouse) } : {}
  const legalModel = {
    officialName: name,
    legalAddress: address,
    inn: digits(10),
    kpp: digits(9),
    mainActivity: name,
    egrpo: short,
    okved: short,
    okdp: short,
    okopf: short,
    okfs: short,
    okpo: short,
    registeredOn: date,
    bankAccounts: some(account),
  }
  const personModel = {
    fullName: name,
    ...(version >= '2.06' && { salutation: short }),
    lastName: short,
    firstName: short,
    middleName: short,
    birthDate: date,
    birthPlace: address,
    sex: fc.constantFrom('male', 'female'),
    inn: digits(12),
    kpp: digits(9),
    registrationAddress: address,
  }
  const partyModel = { id, name, comment, address, contacts }
  const party = <Tail>(
    required: (keyof Tail)[],
    tail: { [K in keyof Tail]: fc.Arbitrary<NonNullable<Tail[K]>> },
  ) =>
    fc.oneof(
      optional(['kind', 'officialName', ...required] as never[], {
        kind: fc.constant('organization'),
        ...legalModel,
        ...partyModel,
        ...tail,
      }),
      optional(['kind', 'fullName', ...required] as never[], {
        kind: fc.constant('person'),
        ...personModel,
        ...partyModel,
        ...tail,
      }),
    )
  const counterparty = party(['role'], {
    representatives: some(party(['relation'], { relation: short })),
    role,
    account,
    warehouse,
  })
  const tax = optional(['name', 'amount'], {
    name,
    included: fc.boolean(),
    excise: fc.boolean(),
    amount: money,
    rate: short,
  })
  const adjustment = optional(['name', 'amount'], {
    name,
    amount: money,
    percent: short,
    included: fc.boolean(),
    comment,
  })
  const line = optional(['name', 'unit'], {
    id: text(80),
    barcode: digits(13),
    article: short,
    name,
    unit: optional(['text'], {
      text: fc.constantFrom('шт', 'ч', 'л; дм³', 'усл. ед'),
      code: digits(3),
      fullName: short,
      international: text(3),
      ...(version >= '2.06' && { shortName: short }),
    }),
    counterpartyItemId: id,
    groupIds: some(id),
    description: short,
    pictures: some(short),
    country: short,
    trademark: short,
    properties: some(optional(['id', 'values'], { id, name, values: some(text(1000)) })),
    taxRates: some(fc.record({ name: short, rate: short })),
    characteristics: some(
      optional(['name', 'value'], { ...(version >= '2.06' && { id }), name, value: text(1000) }),
    ),
    requisites: some(requisite),
    catalogId: id,
    classifierId: id,
    price: money,
    quantity,
    amount: money,
    packageUnit: digits(3),
    coefficient: short,
    originCountry: short,
    customsDeclaration: short,
    taxes: some(tax),
    discounts: some(adjustment),
    extraCosts: some(adjustment),
    additionalRequisites: some(requisite),
    ...(version >= '2.07' && { warehouses: some(optional(['id'], { ...warehouseModel, quantity })) }),
  })
  const signer = optional(['lastName', 'firstName'], {
    lastName: short,
    firstName: short,
    middleName: short,
    salutation: short,
    registrationAddress: address,
    employer: optional(['officialName'], legalModel),
    position: short,
    comment,
  })
  const payment = optional(['number', 'transaction', 'paidAt', 'amount', 'method'], {
    number: short,
    transaction: short,
    paidAt: fc.tuple(date, time).map(moment => moment.join('T')),
    amount: money,
    method: short,
    methodId: text(20),
  })
  const heading = {
    id,
    number: short,
    date,
    operation: fc.constantFrom(...operations),
    role,
    currency: fc.constantFrom('RUB', 'руб', '643'),
    rate: short,
    total: money,
    counterparties: some(counterparty),
  }
  const body = {
    time,
    paymentDue: date,
    comment,
    taxes: some(tax),
    discounts: some(adjustment),
    extraCosts: some(adjustment),
    ...warehouses,
    lines: some(line),
    requisites: some(requisite),
    ...(version >= '2.06' && { signers: some(signer) }),
  }
  const subordinate = optional(['id', 'number', 'date', 'operation'], { ...heading, ...body })
  return optional(Object.keys(heading) as never[], {
    ...heading,
    ...body,
    ...(version === '2.09' && { payments: some(payment) }),
    ...(version === '2.10' && { subordinateDocuments: some(subordinate) }),
  }) as unknown as fc.Arbitrary<SaleDocument>
}
