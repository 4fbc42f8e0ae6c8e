import { expect, it } from 'vitest'
import { type EmptyCall, readCalls } from './empty-call.js'

/** As rows hold them. */
const PACKED = 'i4bEjRFqzJjrEB0x4NyNrbxDiofsxOLiRCVswY+vtIcGG9gDeqkVibkFOal6RaU4goy04gIj8WNJ+zF5kNJWqTYWAA=='

it('calls that earlier servers packed, or stored as they are, can be read', () => {
  const call = (at: number): EmptyCall => ({
    at,
    durationMs: 7,
    method: 'GET',
    url: '/1c?type=sale&mode=query&filename=import.xml',
    login: 'kassa',
    requestHeaders: { 'x-forwarded-proto': 'https', host: 'obmen.example.ru' },
    responseHeaders: { 'content-type': 'application/xml; charset=utf-8' },
    text: 'success\nobmen1c\n********\nzip=no',
  })
  expect(readCalls([call(3), PACKED, call(1)])).toEqual([call(1), call(2), call(3)])
})
