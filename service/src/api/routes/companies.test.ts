import { beforeAll, describe, expect, it } from 'vitest'
import { newPlatform, type Platform } from '../../../test/support/app/test-server.js'
import { useFreshServer } from '../../../test/support/app/use-server.js'

const server = useFreshServer()

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
    expect([read.headers.get('etag'), read.body.version]).toEqual(['"1"', 1])
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
