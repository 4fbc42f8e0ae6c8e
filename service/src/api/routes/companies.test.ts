import { beforeAll, describe, expect, it } from 'vitest'
import { newPlatform, type Platform, sampleLine, sampleOrder } from '../../../test/support/app/test-server.js'
import { useFreshServer } from '../../../test/support/app/use-server.js'

const server = useFreshServer()

it('a company has tax regimes, and findings of its orders follow them', async () => {
  const platform = await newPlatform(server)
  const address = `/api/v1/companies/${platform.companyId}`
  const { id } = await platform.connect({ client: 'bp' })
  const codes = async () =>
    (await platform.call('GET', `/api/v1/integrations/${id}/findings`)).body.items.map(
      ({ code }: { code: string }) => code,
    )
  expect((await platform.call('GET', address)).body.regimes).toEqual([])
  await platform.put('olv-1', { lines: [sampleLine({ vat: '22' })] })
  expect(await codes()).not.toContain('vat-regime-differs')
  const regimes = [
    { from: '2027-01-01', vat: '22' },
    { from: '2026-01-01', vat: '5' },
  ]
  const saved = await platform.call('PATCH', address, { regimes })
  expect([saved.status, saved.body.regimes, saved.body.version]).toEqual([200, regimes.toReversed(), 2])
  await expect.poll(codes).toContain('vat-regime-differs')
  const { body } = await platform.call('PUT', '/api/v1/orders/olv-2', {
    ...sampleOrder(platform.companyId),
    id: 'olv-2',
    lines: [sampleLine({ vat: '22' })],
  })
  expect(body.warnings).toContainEqual(
    expect.objectContaining({ code: 'vat-regime-differs', path: '/lines/0/vat', severity: 'note' }),
  )
  const made = await platform.call('POST', '/api/v1/companies', {
    ...{ name: 'Лютик', inn: '7701045624', regimes: [regimes[0]] },
  })
  expect([made.status, made.body.regimes]).toEqual([201, [regimes[0]]])
  for (const [wrong, path] of [
    [[...regimes, regimes[0]], '/regimes/2/from'],
    [[{ from: '2027-02-30', vat: '22' }], '/regimes/0/from'],
    [[{ from: '2027-01-01', vat: '18' }], '/regimes/0/vat'],
  ] as const) {
    const { status, body } = await platform.call('PATCH', address, { regimes: wrong })
    expect([status, body.errors[0].path]).toEqual([422, path])
  }
  expect((await platform.call('PATCH', address, { regimes: [] })).body.regimes).toEqual([])
  await expect.poll(codes).not.toContain('vat-regime-differs')
})

describe.each([
  ['a company', (platform: Platform) => `/api/v1/companies/${platform.companyId}`, 'компанию'],
  ['the location', () => '/api/v1/locations/current', 'локацию'],
] as const)('%s', (_, addressOf, named) => {
  let platform: Platform
  let address: string
  beforeAll(async () => {
    platform = await newPlatform(server)
    address = addressOf(platform)
  })
  const rename = (name: string, ifMatch?: string) =>
    platform.call('PATCH', address, { name }, ifMatch === undefined ? {} : { 'if-match': ifMatch })

  it('is not gone over by who read an earlier version', async () => {
    const read = await platform.call('GET', address)
    expect([read.headers.get('etag'), read.body.version]).toEqual([expect.stringMatching(/^"1-/), 1])
    const first = await rename('Ромашка', '"1"')
    expect([first.status, first.headers.get('etag'), first.body.version]).toEqual([200, '"2"', 2])
    const second = await rename('Лютик', '"1"')
    expect(second.status).toBe(412)
    expect(second.body).toMatchObject({
      code: 'revision-mismatch',
      detail: expect.stringMatching(new RegExp(`${named} за это время изменил кто-то другой`, 'i')),
    })
    expect((await platform.call('GET', address)).body).toMatchObject({ name: 'Ромашка', version: 2 })
  })

  it('keeps its version when nothing changes, and is changed by who names no version', async () => {
    const { version } = (await platform.call('GET', address)).body
    expect((await rename('Ромашка')).body.version).toBe(version)
    expect((await rename('Лютик')).body).toMatchObject({ name: 'Лютик', version: version + 1 })
  })

  it('is changed by one of two who read the same and save at once', async () => {
    const { version } = (await platform.call('GET', address)).body
    const both = await Promise.all(['Один', 'Два'].map(name => rename(name, `"${version}"`)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  })
})
