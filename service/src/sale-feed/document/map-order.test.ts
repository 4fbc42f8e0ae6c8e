import type { Customer, Order } from '@obmen/contract'
import { CLIENTS, type Client } from '@obmen/contract/settings'
import { describe, expect, it } from 'vitest'
import { mapped, requisite } from '../../../test/support/sale-feed/mapped.js'
import {
  entrepreneur,
  numbered,
  organization,
  person,
  settings,
  TIMEZONE,
} from '../../../test/support/sale-feed/order.js'
import { openFeed } from '../feed.js'
import { mapOrder } from './map-order.js'

it('each document is an order in which the company sells, in the order’s currency (F2.1)', () => {
  const facts = { operation: 'goods-order', role: 'seller', currency: 'USD', rate: '1' }
  for (const client of CLIENTS) expect(mapped({ currency: 'USD' }, { client })).toMatchObject(facts)
})

describe('when and under which number', () => {
  it('date and time are those of the location’s wall, whatever offset the platform sends (F2.4)', () => {
    for (const placedAt of [
      '2026-11-17T12:15:07+05:00',
      '2026-11-17T07:15:07Z',
      '2026-11-17T07:15:07.999Z',
    ]) {
      expect(mapped({ placedAt })).toMatchObject({ date: '2026-11-17', time: '12:15:07' })
    }
    expect(mapped({ placedAt: '2026-12-31T19:00:00Z' })).toMatchObject({
      date: '2027-01-01',
      time: '00:00:00',
    })
  })
})

describe('the buyer', () => {
  const buyer = (customer: Order['customer']) => mapped({ customer }).counterparties[0]!

  it('an organization, and nobody else, has an official name: by it 1C decides (F3.1)', () => {
    expect(buyer(organization)).toMatchObject({
      kind: 'organization',
      name: 'ООО «Вектор»',
      officialName: 'Общество с ограниченной ответственностью «Вектор»',
      inn: '7707083893',
      kpp: '773601001',
      role: 'buyer',
    })
    expect(buyer(entrepreneur)).toMatchObject({
      kind: 'person',
      fullName: 'ИП Петрова А. С.',
      inn: '500100732259',
    })
    expect(buyer(entrepreneur)).not.toHaveProperty('kpp')
    const parts = { lastName: 'Петрова', firstName: 'А.', middleName: 'С.' }
    expect(buyer(entrepreneur)).toMatchObject({ name: 'ИП Петрова А. С.', ...parts })
    const named = (name: string) => buyer({ ...entrepreneur, name } as Customer)
    expect(named('Индивидуальный предприниматель «Петрова А.С.»')).toMatchObject(parts)
    expect(named('ИП «Ромашка 24»')).not.toHaveProperty('lastName')
    expect(buyer(person)).toMatchObject({
      kind: 'person',
      fullName: 'Иванов Иван Иванович',
      lastName: 'Иванов',
    })
  })

  it('has no ИНН or КПП rather than an empty or impossible one (F3.2)', () => {
    for (const inn of ['', '  ', '123', '12345678901']) {
      expect(buyer({ ...organization, inn })).not.toHaveProperty('inn')
    }
    for (const kpp of ['', '12345', '77360100я']) {
      expect(buyer({ ...organization, kpp } as Customer)).not.toHaveProperty('kpp')
    }
  })

  it('always has an id and a name (F3.3)', () => {
    const nameless = buyer({ ...organization, kind: 'organization', name: ' \u0007 ', fullName: '' })
    expect(nameless).toMatchObject({ id: 'o-4', name: 'o-4', officialName: 'o-4' })
    expect(buyer({ ...person, id: 'x'.repeat(200) }).id).toMatch(/^sha256-[0-9a-f]{32}$/)
  })

  it('a private person’s ИНН is kept from УТ, which would make an entrepreneur of him (F3.4)', () => {
    const customer = { ...person, inn: '500100732259' }
    const innOf = (client: Client, buyer: Order['customer'] = customer) =>
      mapped({ customer: buyer }, { client }).counterparties[0]!.inn
    expect(CLIENTS.map(client => innOf(client))).toEqual(
      CLIENTS.map(client => (client === 'ut' ? undefined : '500100732259')),
    )
    expect(innOf('ut', entrepreneur)).toBe('500100732259')
  })

  it('the address is the actual one, also the legal or registered one of a business (F3.6)', () => {
    const address = { text: 'г. Екатеринбург, ул. Мира, д. 1' }
    const at = (customer: Customer) => buyer({ ...customer, address: address.text })
    expect(at(organization)).toMatchObject({ address, legalAddress: address })
    expect(at(entrepreneur)).toMatchObject({ address, registrationAddress: address })
    expect(at(person)).toMatchObject({ address })
    expect(at(person)).not.toHaveProperty('registrationAddress')
  })

  it('contacts are of the kinds that all five read, and none is without a value (F3.5)', () => {
    expect(buyer(organization).contacts).toEqual([
      { type: 'phone-work', value: '+7 343 200-00-00' },
      { type: 'email', value: 'buh@vektor.example' },
    ])
    expect(buyer({ ...person, phone: ' ' })).not.toHaveProperty('contacts')
    expect(buyer({ ...person, address: ' ' })).not.toHaveProperty('address')
  })
})

describe('requisites', () => {
  it('requisites have the status, by every spelling of its id, and the cancellation (F8.1)', () => {
    const document = mapped({ status: 'Оплачен [P]' })
    expect(
      ['Статус заказа', 'Статуса заказа ИД', 'Статус заказа ИД'].map(name => requisite(document, name)),
    ).toEqual(Array(3).fill('Оплачен [P]'))
    expect(requisite(document, 'Отменен')).toBe('false')
    for (const changes of [{ status: 'canceled' }, { status: 'cancelled' }, { canceled: true }]) {
      expect(requisite(mapped(changes), 'Отменен')).toBe('true')
    }
  })

  it('carry the attributes, none empty and none twice (F8.4)', () => {
    const document = mapped({
      attributes: { Подразделение: 'Север', ' подразделение ': 'Юг', Пусто: ' \u0002', '': 'x' },
    })
    expect(requisite(document, 'Подразделение')).toBe('Север')
    const names = document.requisites!.map(({ name }) => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    expect(document.requisites!.every(({ name, value }) => name.trim() !== '' && value.trim() !== '')).toBe(
      true,
    )
    expect(requisite(document, 'Пусто')).toBeUndefined()
  })

  it('an attribute never poses as what steers 1C: it is renamed (F8.5)', () => {
    const document = mapped({
      payments: [],
      attributes: {
        'Дата оплаты': '2020-01-01',
        'статус  ЗАКАЗА': 'хитрый',
        Номер: '1',
        'Заказ оплачен': 'true',
      },
    })
    expect(requisite(document, 'Статус заказа')).toBe('purchased')
    expect(requisite(document, 'Дата оплаты')).toBeUndefined()
    expect(requisite(document, 'Заказ оплачен')).toBeUndefined()
    expect(requisite(document, 'Номер')).toBeUndefined()
    expect(requisite(document, 'Дата оплаты (с сайта)')).toBe('2020-01-01')
    expect(requisite(document, 'статус ЗАКАЗА (с сайта)')).toBe('хитрый')
  })

  it('the platform’s own number goes along, unless the document has it for its number (F8.2)', () => {
    const feed = openFeed(settings(), TIMEZONE, 'requisites')
    const siteNumber = (number: string, inDocument: string) =>
      requisite(mapOrder({ ...numbered({ number }), number: inDocument }, feed), 'Номер заказа на сайте')
    expect(siteNumber('OLV/17', '17')).toBe('OLV/17')
    expect(siteNumber('17', '17')).toBeUndefined()
    expect(siteNumber('OLV/17', 'OLV/17')).toBeUndefined()
    expect(siteNumber('OLV/2026/000017', 'S-17')).toBe('OLV/2026/000017')
    const posing = mapped({ attributes: { 'номер заказа на  САЙТЕ': '1' } })
    expect(requisite(posing, 'Номер заказа на сайте')).toBe('OLV/17')
    expect(requisite(posing, 'номер заказа на САЙТЕ (с сайта)')).toBe('1')
  })

  it('the order’s id goes along for a 1C that is read by it (F8.6)', () => {
    const name = 'Идентификатор заказа на сайте'
    const own = mapped({}, { client: 'bp' })
    expect(requisite(own, name)).toBe(numbered().order.id)
    expect(requisite(mapped({}, { client: 'auto' }), name)).toBe(numbered().order.id)
    for (const client of ['unf', 'ut', 'rt', 'bitrix'] as const)
      expect(requisite(mapped({}, { client }), name)).toBeUndefined()
    const posing = mapped({ attributes: { [name]: '1' } }, { client: 'bp', orderidrequisite: false })
    expect(requisite(posing, name)).toBeUndefined()
    expect(requisite(posing, `${name} (с сайта)`)).toBe('1')
  })

  it('the place and the contract of the order reach 1C (F8.3)', () => {
    expect(requisite(mapped({ place: { id: 'b1', name: 'Переговорная 501' } }), 'Место')).toBe(
      'Переговорная 501',
    )
    expect(requisite(mapped({ contract: '№ 5 от 01.02.2026' }), 'Договор контрагента')).toBe(
      '№ 5 от 01.02.2026',
    )
  })
})

it('an order gives the same document however often it is asked for, for every client (F1.8)', () => {
  const same = { orderidrequisite: false }
  for (const client of CLIENTS) expect(mapped({}, { client, ...same })).toEqual(mapped({}, same))
})
