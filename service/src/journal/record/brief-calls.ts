import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import { ELEMENTS } from '@obmen/codec'

/**
 * A call that succeeded without orders or a body worth its own row. It is stored, as complete as any other,
 * in the row of its session: an exchange that finds nothing to do is one row.
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

/** First byte of packed calls; a new dictionary gets a new number, and the old one stays for reading. */
const FORMAT = 1

/** Compression dictionary of what most calls contain. Never change it, or stored calls become unreadable. */
const DICTIONARY = Buffer.from(
  [
    '"x-forwarded-for":"","x-forwarded-proto":"https","x-real-ip":"","connection":"keep-alive","content-length":"0",',
    '"accept-encoding":"gzip, deflate","content-type":"application/x-www-form-urlencoded","accept-charset":"utf-8",',
    '/bitrix/admin/1c_exchange.php?type=catalog&mode=checkauth&version=2.08&sessid=***&cmlVersion=2.10',
    'charset=windows-1251',
    JSON.stringify(
      Buffer.from(
        `<?xml version="1.0" encoding="UTF-8"?>\n<${ELEMENTS.root} ${ELEMENTS.schemaVersion}="2.08" ${ELEMENTS.createdAt}="2026-"></${ELEMENTS.root}>`,
      ).toString('latin1'),
    ),
    '"zip=no\\nfile_limit=0\\nsessid=\\nversion=2.08","success\\nobmen1c\\n****************************************************************',
    '\\nsessid=\\ntimestamp=17',
    '"set-cookie":"obmen1c=***",',
    '"GET","/1c?type=sale&mode=success","/1c?type=sale&mode=query","/1c?type=sale&mode=init","/1c?type=sale&mode=checkauth","sale","success",200,null,',
    '{"host":"","user-agent":"1C+Enterprise/8.3","accept":"*/*","authorization":"Basic ***","cookie":"obmen1c=***"},',
    '{"x-request-id":"","content-type":"application/xml; charset=utf-8","content-type":"text/plain; charset=utf-8",',
    '"content-length":"7","cache-control":"no-store"},"success"]',
  ].join(''),
)

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

/** Packs calls into a few bytes. */
export function packCalls(calls: readonly BriefCall[]): Buffer {
  const packed = calls.map(
    (call): Packed => [
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
    ],
  )
  const body = deflateRawSync(JSON.stringify(packed), {
    dictionary: DICTIONARY,
    windowBits: 13,
    memLevel: 6,
    level: constants.Z_DEFAULT_COMPRESSION,
  })
  return Buffer.concat([Buffer.of(FORMAT), body])
}

/** Unpacks what packCalls wrote, in the order in which the calls began. */
export function unpackCalls(pieces: readonly Buffer[]): BriefCall[] {
  return pieces.flatMap(unpack).sort((a, b) => a.at.getTime() - b.at.getTime())
}

function unpack(piece: Buffer): BriefCall[] {
  const text = inflateRawSync(piece.subarray(1), { dictionary: DICTIONARY, windowBits: 13 }).toString()
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
