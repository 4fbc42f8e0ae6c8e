import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { DICTIONARIES, FORMAT } from './dictionaries.js'

/**
 * A call that succeeded, without orders or a large body. It is stored, as completely as any other, in the row of its session, so that an
 * exchange without orders is a single row.
 */
export interface BriefCall {
  at: Date
  durationMs: number
  method: string
  url: string
  type: string | undefined
  mode: string | undefined
  login: string | undefined
  status: number | undefined
  orderCount: number | undefined
  requestHeaders: Record<string, string>
  responseHeaders: Record<string, string> | undefined
  /** The whole answer. */
  response: Buffer
}

type Packed = [
  at: number,
  durationMs: number,
  method: string,
  url: string,
  type: string | null,
  mode: string | null,
  login: string | null,
  status: number | null,
  orderCount: number | null,
  requestHeaders: Record<string, string>,
  responseHeaders: Record<string, string> | null,
  response: string,
]

/** A call as text, for packCalls. */
export function writeCall(call: BriefCall): string {
  const packed: Packed = [
    call.at.getTime(),
    call.durationMs,
    call.method,
    call.url,
    call.type ?? null,
    call.mode ?? null,
    call.login ?? null,
    call.status ?? null,
    call.orderCount ?? null,
    call.requestHeaders,
    call.responseHeaders ?? null,
    call.response.toString('latin1'),
  ]
  return JSON.stringify(packed)
}

/** Compresses calls written by writeCall. */
export function packCalls(written: readonly string[]): Buffer {
  const body = deflateRawSync(`[${written.join(',')}]`, {
    dictionary: DICTIONARIES.get(FORMAT)!,
    windowBits: 13,
    memLevel: 6,
  })
  return Buffer.concat([Buffer.of(FORMAT), body])
}

/** Unpacks what packCalls wrote, in the order in which the calls began. */
export function unpackCalls(pieces: readonly Buffer[]): BriefCall[] {
  return pieces.flatMap(unpack).sort((a, b) => a.at.getTime() - b.at.getTime())
}

function unpack(piece: Buffer): BriefCall[] {
  const dictionary = DICTIONARIES.get(piece[0]!)
  if (!dictionary) throw new Error(`calls in an unknown format: ${piece[0]}`)
  const text = inflateRawSync(piece.subarray(1), { dictionary, windowBits: 13 }).toString()
  return (JSON.parse(text) as Packed[]).map(
    ([at, durationMs, method, url, type, mode, login, status, orderCount, request, response, body]) => ({
      at: new Date(at),
      durationMs,
      method,
      url,
      type: type ?? undefined,
      mode: mode ?? undefined,
      login: login ?? undefined,
      status: status ?? undefined,
      orderCount: orderCount ?? undefined,
      requestHeaders: request,
      responseHeaders: response ?? undefined,
      response: Buffer.from(body, 'latin1'),
    }),
  )
}
