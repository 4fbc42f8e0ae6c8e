import { ELEMENTS } from '@obmen/codec'

const EMPTY_ROOT = `<?xml version="1.0" encoding="UTF-8"?>\n<${ELEMENTS.root} ${ELEMENTS.schemaVersion}="2.08" ${ELEMENTS.createdAt}="2026-"></${ELEMENTS.root}>`

const FIRST = Buffer.from(
  [
    '"x-forwarded-for":"","x-forwarded-proto":"https","x-real-ip":"","connection":"keep-alive","content-length":"0",',
    '"accept-encoding":"gzip, deflate","content-type":"application/x-www-form-urlencoded","accept-charset":"utf-8",',
    '/bitrix/admin/1c_exchange.php?type=catalog&mode=checkauth&version=2.08&sessid=***&cmlVersion=2.10',
    'charset=windows-1251',
    JSON.stringify(Buffer.from(EMPTY_ROOT).toString('latin1')),
    '"zip=no\\nfile_limit=0\\nsessid=\\nversion=2.08","success\\nobmen1c\\n****************************************************************',
    '\\nsessid=\\ntimestamp=17',
    '"set-cookie":"obmen1c=***",',
    '"GET","/1c?type=sale&mode=success","/1c?type=sale&mode=query","/1c?type=sale&mode=init","/1c?type=sale&mode=checkauth","sale","success",200,null,',
    '{"host":"","user-agent":"1C+Enterprise/8.3","accept":"*/*","authorization":"Basic ***","cookie":"obmen1c=***"},',
    '{"x-request-id":"","content-type":"application/xml; charset=utf-8","content-type":"text/plain; charset=utf-8",',
    '"content-length":"7","cache-control":"no-store"},"success"]',
  ].join(''),
)

/** A call as writeCall writes it, without what differs each time; headers in the order in which these clients send them. */
function sampleCall(
  mode: string,
  headers: (cookie: object) => object,
  answer: string,
  more: object = {},
): string {
  const isXml = answer.startsWith('<')
  return JSON.stringify([
    ...[1_800_000_000_000, 5, 'GET', `/1c?type=sale&mode=${mode}`, 'sale', mode, '', 200, isXml ? 0 : null],
    headers(mode === 'checkauth' ? {} : { cookie: 'obmen1c=***' }),
    {
      'x-request-id': '',
      'content-type': `${isXml ? 'application/xml' : 'text/plain'}; charset=utf-8`,
      ...more,
      'content-length': String(answer.length),
      'cache-control': 'no-store',
    },
    Buffer.from(answer).toString('latin1'),
  ])
}

function sampleExchange(headers: (cookie: object) => object): string {
  const signedIn = `success\nobmen1c\n${'*'.repeat(52)}\nsessid=\ntimestamp=1800`
  const calls = [
    sampleCall('checkauth', headers, signedIn, { 'set-cookie': 'obmen1c=***' }),
    sampleCall('init', headers, 'zip=no\nfile_limit=104857600'),
    sampleCall('query', headers, EMPTY_ROOT),
    sampleCall('success', headers, 'success'),
  ]
  return `[${calls.join(',')}]`
}

const DIRECT_HEADERS = { authorization: 'Basic ***', 'user-agent': '1C+Enterprise/8.3', accept: '*/*' }
const SECOND = Buffer.concat([
  FIRST,
  Buffer.from(
    sampleExchange(cookie => ({
      ...{
        host: '',
        'user-agent': '1C+Enterprise/8.3',
        accept: '*/*',
        authorization: 'Basic ***',
        ...cookie,
      },
      ...{ connection: 'keep-alive', 'x-forwarded-for': '', 'x-forwarded-proto': 'https' },
    })),
  ),
  Buffer.from(
    sampleExchange(cookie => ({ ...DIRECT_HEADERS, ...cookie, host: '', connection: 'keep-alive' })),
  ),
])

/** The first byte of packed calls. A new dictionary needs a new number; the old ones are still needed for reading. */
export const FORMAT = 2

/** Compression dictionaries of what most calls contain. Never change one, or stored calls become unreadable. */
export const DICTIONARIES: ReadonlyMap<number, Buffer> = new Map([
  [1, FIRST],
  [FORMAT, SECOND],
])
