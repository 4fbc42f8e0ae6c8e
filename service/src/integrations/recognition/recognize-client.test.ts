import { describe, expect, it } from 'vitest'
import { addSigns, type ClientSigns, type ExchangeSigns, fileNamingOf } from './client-signs.js'
import { clientQuestion, possibleClients, recognizeClient } from './recognize-client.js'

const exchange = (changes: Partial<ExchangeSigns> = {}): ExchangeSigns => ({
  ...{ platform: true, catalogFirst: false, init: 'none', sessid: false, cookie: true, bitrixPath: false },
  ...{ cmlVersion: null, ...changes },
})
const signs = (changes: Partial<ExchangeSigns> = {}, more: Partial<ClientSigns> = {}): ClientSigns => ({
  ...{ exchange: exchange(changes), times: 2, ...more },
})
const BITRIX_SITE = { init: 'plain', sessid: true, bitrixPath: true } as const

describe('the program on the other side', () => {
  it.each([
    ['Бухгалтерия, another site', signs(), 'bp'],
    ['Бухгалтерия, «1С-Битрикс»', signs(BITRIX_SITE), 'bp'],
    ['Бухгалтерия that loads payments', signs({ ...BITRIX_SITE, cmlVersion: '2.10' }), 'bp'],
    ['УТ', signs({ catalogFirst: true, sessid: true }), 'ut'],
    ['УНФ, «1С-Битрикс»', signs({ ...BITRIX_SITE, catalogFirst: true }), 'unf'],
    [
      'УНФ, another site, that sent its catalogue',
      signs({ catalogFirst: true }, { files: 'numbered' }),
      'unf',
    ],
    ['the module of Bitrix', signs({ init: 'version', sessid: true, cmlVersion: '2.10' }), 'bitrix'],
    ['the module that names no version', signs(BITRIX_SITE, { asksOn: true }), 'bitrix'],
  ])('9.1: %s is recognized', (_name, shown, client) => {
    expect(recognizeClient(shown).client).toBe(client)
  })

  it.each([
    [
      'Розница, УНФ of another site, УТ without session identifier',
      signs({ catalogFirst: true }),
      'unf ut rt',
    ],
    ['УТ or Розница by their files', signs({ catalogFirst: true }, { files: 'portions' }), 'ut rt'],
  ])('9.1: %s look alike, so it is not told which', (_name, shown, possible) => {
    const found = recognizeClient(shown)
    expect([found.client, found.possible.join(' ')]).toEqual([undefined, possible])
    expect(clientQuestion(shown, 'auto', null)).toEqual({ why: 'unsure', clients: possible.split(' ') })
  })

  it('is not told by what is no 1C, or contradicts itself, or before it asked for orders', () => {
    const none = [signs({ platform: false }), signs({ sessid: true }), signs({}, { sends: { orders: true } })]
    for (const shown of none) {
      expect(recognizeClient(shown)).toMatchObject({ client: undefined, possible: [] })
      expect(possibleClients(shown)).toHaveLength(5)
      expect(clientQuestion(shown, 'bp', null)).toBeNull()
    }
    expect(recognizeClient({ files: 'numbered', sends: { catalogue: true } }).client).toBeUndefined()
    expect(recognizeClient(null).client).toBeUndefined()
  })

  it('is asked about where it speaks against what is set twice in a row, until a person answers', () => {
    const ut = signs({ catalogFirst: true, sessid: true })
    expect(clientQuestion({ ...ut, times: 1 }, 'bp', null)).toBeNull()
    expect(clientQuestion(ut, 'bp', null)).toEqual({ why: 'mismatch', clients: ['ut'] })
    expect(clientQuestion(ut, 'bp', 'bp: ut')).toBeNull()
    expect(clientQuestion(signs({ ...BITRIX_SITE, catalogFirst: true }), 'bp', 'bp: ut')).toMatchObject({
      clients: ['unf'],
    })
    expect(clientQuestion(ut, 'ut', null)).toBeNull()
  })
})

describe('what calls show', () => {
  it('is kept as it was when it is nothing new, and counted until it is sure', () => {
    const first = addSigns({}, { exchange: exchange() })
    const second = addSigns(first, { exchange: exchange() })
    expect([first.times, second.times]).toEqual([1, 2])
    expect(addSigns(second, { exchange: exchange() })).toBe(second)
    expect(addSigns(second, { exchange: exchange({ sessid: true }) }).times).toBe(1)
    const sends = addSigns(second, { sends: 'orders', files: 'portions' })
    expect(addSigns(sends, { sends: 'orders', files: 'portions' })).toBe(sends)
  })

  it.each([
    ['import0_1.xml', 'portions'],
    ['offers3_12.xml', 'portions'],
    ['import0.xml', 'numbered'],
    ['offers0.xml', 'numbered'],
    ['references___1f0b2c3d-0000-4000-8000-000000000000.xml', 'guids'],
    ['orders-1f0b2c3d-0000-4000-8000-000000000000_1.xml', undefined],
    ['v8_3B8F_3e.zip', undefined],
    ['import_files/ab/1.jpg', undefined],
  ])('a file named %s tells: %s', (name, kind) => {
    expect(fileNamingOf(name)).toBe(kind)
  })
})
