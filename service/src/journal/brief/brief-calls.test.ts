import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { type BriefCall, packCalls, unpackCalls, writeCall } from './brief-calls.js'
import { DICTIONARIES } from './dictionaries.js'

const CALL: BriefCall = {
  at: new Date('2026-11-26T10:00:00.123Z'),
  durationMs: 7,
  method: 'GET',
  url: '/1c?type=sale&mode=query',
  type: 'sale',
  mode: 'query',
  login: 'kassa-7f3a',
  status: 200,
  orderCount: 0,
  requestHeaders: { host: 'obmen.example.ru', cookie: 'obmen1c=***' },
  responseHeaders: { 'content-type': 'application/xml; charset=utf-8' },
  response: Buffer.from('<x>я</x>'),
}
/** The same in the first format, as databases hold it. */
const STORED =
  'AYuONjS3NDWzMDcyMDA0MtYxxxN1sNiBBjKMm51YXJyoa55mnAgJbwNEYIMDRS+1IjG3ICdVr6gUX4CRFjy1Oko2FXag/GGjX2GnFBsLAA=='

it('brief calls come out as they were packed, of several pieces in the order in which they began', () => {
  const later = { ...CALL, at: new Date(CALL.at.getTime() + 5), mode: undefined, orderCount: undefined }
  expect(unpackCalls([packCalls([later].map(writeCall)), packCalls([CALL, CALL].map(writeCall))])).toEqual([
    CALL,
    CALL,
    later,
  ])
})

it('brief calls packed by an earlier version can be read', () => {
  expect(unpackCalls([Buffer.from(STORED, 'base64')])).toEqual([CALL])
})

it('no dictionary that calls were packed with has changed', () => {
  const hashes = [...DICTIONARIES].map(([format, bytes]) => [
    format,
    createHash('sha256').update(bytes).digest('hex'),
  ])
  expect(hashes).toEqual([
    [1, '84a1482c54b87534e62468bbfcad4db6f4d88ef80d01da79f93fe5e44110538d'],
    [2, '441d7501731ad31e667dedcb0afda8f7ff9c5a1ea0bf8ae5357b8f487ddd63ac'],
  ])
})

it('calls in a format of a later version are refused, not misread', () => {
  expect(() => unpackCalls([Buffer.of(200, 1, 2)])).toThrow('unknown format')
})
