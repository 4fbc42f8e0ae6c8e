import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createLog } from '../log.js'
import { maskAddresses, maskHeader } from './mask-secrets.js'

describe('secrets in what is kept', () => {
  it.each([
    ['/1c?type=sale&mode=query&pass=S3CRET', '/1c?type=sale&mode=query&pass=***'],
    ['/1c?Password=S3CRET&type=sale', '/1c?Password=***&type=sale'],
    ['/1c?USER_LOGIN=S3CRET&USER_PASSWORD=S3CRET#x', '/1c?USER_LOGIN=***&USER_PASSWORD=***#x'],
    ['/1c?p%61ssword=S3CRET', '/1c?p%61ssword=***'],
    ['/1c?a=1?pass=S3CRET', '/1c?a=1?pass=***'],
    ['/1c?pass=S3?CR;ET&mode=init', '/1c?pass=***&mode=init'],
    ['/1c?access_token=S3CRET&api_key=S3CRET&apikey=S3CRET', '/1c?access_token=***&api_key=***&apikey=***'],
    ['/1c?sessid=S3CRET&key=S3CRET&pwd=S3CRET', '/1c?sessid=***&key=***&pwd=***'],
    ['http://anna:S3CRET@obmen.example.ru/1c?mode=init', 'http://anna:***@obmen.example.ru/1c?mode=init'],
    ['/1c?pass=%ZZS3CRET', '/1c?pass=***'],
    ['/api/v1/open-invitations/S3CRET', '/api/v1/open-invitations/***'],
    ['/api/v1/open-invitations/S3CRET/accept', '/api/v1/open-invitations/***/accept'],
    ['http://obmen.example.ru/invitation/S3CRET?lang=en', 'http://obmen.example.ru/invitation/***?lang=en'],
  ])('are masked in the address %s', (address, masked) => {
    expect(maskAddresses(address)).toBe(masked)
  })

  it('are all that is masked', () => {
    const address = '/1c?type=sale&mode=query&filename=a_b.xml&cmlVersion=2.10&monkey=1&inside=2'
    expect(maskAddresses(address)).toBe(address)
    expect(maskHeader('content-type', 'text/plain; charset=utf-8')).toBe('text/plain; charset=utf-8')
    expect(maskHeader('www-authenticate', 'Basic realm="Obmen"')).toBe('Basic realm="Obmen"')
  })

  it.each([
    ['authorization', 'Basic S3CRET', 'Basic ***'],
    ['x-forwarded-authorization', 'Bearer S3CRET', 'Bearer ***'],
    ['cookie', 'obmen1c=S3CRET; other=S3CRET', 'obmen1c=***'],
    ['x-auth-token', 'S3CRET', '***'],
    ['x-api-key', 'S3CRET', '***'],
    ['x-access-token', 'S3CRET', '***'],
    ['x-amz-signature', 'S3CRET', '***'],
    ['referer', 'https://a.ru/?pass=S3CRET', 'https://a.ru/?pass=***'],
    ['x-original-url', '/1c?mode=init&USER_PASSWORD=S3CRET', '/1c?mode=init&USER_PASSWORD=***'],
  ])('are masked in the header %s', (name, value, masked) => {
    expect(maskHeader(name, value)).toBe(masked)
  })

  it('are masked in whatever line of the log they stand', () => {
    const lines: string[] = []
    const stream = new Writable({
      write(line, _encoding, done) {
        lines.push(String(line))
        done()
      },
    })
    const log = createLog('trace', stream)
    log.info({ path: '/1c?mode=query&pass=S3CRET' }, 'Route GET:/1c?token=S3CRET not found')
    log.warn({ path: '/api/v1/open-invitations/S3CRET/accept', status: 503 }, 'request')
    log.error({ err: new Error('GET http://anna:S3CRET@host/?password=S3CRET') }, 'failed')
    log.info(
      { headers: { authorization: 'S3CRET', 'x-auth-token': 'S3CRET', 'x-api-key': 'S3CRET' } },
      'asked',
    )
    expect(lines).toHaveLength(4)
    expect(lines.join('')).not.toContain('S3CRET')
    expect(lines.map(line => JSON.parse(line).level)).toEqual([30, 40, 50, 30])
  })
})
