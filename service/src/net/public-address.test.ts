import { networkInterfaces } from 'node:os'
import { expect, it } from 'vitest'
import { postEvent } from '../webhooks/delivery/post-event.js'
import { isAllowedHost, isPublicAddress, literalAddress } from './public-address.js'

it.each(['8.8.8.8', '2a00:1450:4010::65', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
  '%s is of the open internet',
  a => {
    expect(isPublicAddress(a)).toBe(true)
  },
)

it.each([
  ...[
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
  ],
  ...['100.64.0.1', '192.0.0.8', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '192.0.2.1'],
  ...[
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:192.168.1.1',
    '::127.0.0.1',
    '::7f00:1',
    '::a9fe:a9fe',
    '::808:808',
    'fe80::1',
    'fe80::1%eth0',
  ],
  ...[
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '64:ff9b::7f00:1',
    '64:ff9b::a00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
  ],
  ...['2001::1', '2001:db8::1', 'fec0::1', '100::1', '', 'localhost'],
])('%s is not', address => {
  expect(isPublicAddress(address)).toBe(false)
})

it.each([
  'http://0x7f.1/',
  'http://2130706433/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::127.0.0.1]/',
])('a loopback address written as %s is seen through', url => {
  expect(isPublicAddress(literalAddress(new URL(url))!)).toBe(false)
})

it.each(['http://localhost:9/', 'http://127.0.0.1:9/', 'http://[::1]:9/', 'http://0/'])(
  'nothing is sent to %s, whether the address is written or looked up',
  async url => {
    const limits = { timeoutMs: 5000, allowPrivate: false }
    const signal = new AbortController().signal
    const outcome = await postEvent({ url, headers: {}, body: '{}', limits, signal })
    expect(outcome).toMatchObject({ failure: 'address-not-public', status: null })
  },
)

it.each(['8.8.8.8', '::ffff:8.8.8.8', '64:ff9b::808:808', '2a00:1450:4010:0::65'])(
  '%s is not, where this machine has it',
  address => {
    expect(isPublicAddress(address, ['8.8.8.8', '2a00:1450:4010::65'])).toBe(false)
  },
)

it('addresses of this machine are known', () => {
  for (const { address } of Object.values(networkInterfaces()).flatMap(all => all ?? []))
    expect(isPublicAddress(address)).toBe(false)
})

it.each([
  ['https://hooks.example.ru/in', true],
  ['http://hooks.example.ru/in', true],
  ['https://hooks.example.ru:8443/in', false],
  ['https://crm.example.ru:8443/', true],
  ['https://crm.example.ru/', false],
  ['https://www.hooks.example.ru/', false],
  ['https://tls.example.ru/', true],
  ['http://tls.example.ru/', false],
])('of receivers that the operator named, %s is one: %s', (url, expected) => {
  const hosts = ['hooks.example.ru', 'crm.example.ru:8443', 'tls.example.ru:443']
  expect(isAllowedHost(new URL(url), hosts)).toBe(expected)
})
