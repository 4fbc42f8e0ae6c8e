import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OneC } from '../base/base.js'
import { answerPath, type Publication } from './answer.js'
import { bpSets } from './bp/bp-sets.js'
import { failed, Refusal, wrongMethod } from './errors.js'
import { type Answer, formatOf, html, locked, refusal } from './format.js'
import { readOptions } from './options.js'
import type { EntitySet, Row } from './sets.js'

/** Troubles of a publication; may be changed while it is served. */
export interface ODataFaults {
  /** How long 1C thinks before each answer. */
  slowMs?: number | undefined
  /** The connection breaks in the middle of each answer's body. */
  cut?: boolean | undefined
  /** Nobody may begin a session: an update or a backup is under way. */
  locked?: boolean | undefined
  /** A login page of the web server with status 200, instead of everything. */
  html?: boolean | undefined
  /** Sets that the user has no right to. */
  noRight?: readonly string[] | undefined
  /** Rows that record-level restrictions hide from the user, by set. */
  hidden?: Readonly<Record<string, (row: Row) => boolean>> | undefined
  /** Troubles are of this set alone; of all sets by default. */
  only?: string | undefined
}

export interface ODataOptions {
  /** 0: any free one. */
  port: number
  /** Without a login anybody is let in, as 1C does while a base has no users. */
  login?: string | undefined
  password?: string | undefined
  /** Состав: names of sets; by default everything that is played. Their tabular parts come with them. */
  published?: readonly string[] | undefined
  faults?: ODataFaults | undefined
  /** Is told each call once it is answered; the query is decoded. */
  onCall?: ((call: ODataCall) => void) | undefined
}

export interface ODataCall {
  method: string
  /** Below `/odata/standard.odata/`. */
  path: string
  query: string
  status: number
}

export interface ServedOData extends AsyncDisposable {
  /** Of the publication; `/odata/standard.odata/` follows. */
  url: string
}

const NAME = '/base'
const ROOT = `${NAME}/odata/standard.odata`
/** Longer queries IIS refuses as if there were nothing. */
const QUERY_LIMIT = 2048

/**
 * Publishes a base of Бухгалтерия on this machine over 1C's standard OData interface: reading alone, and as
 * strictly as 1C. Throws for another configuration; rejects if the port can't be listened on.
 */
export async function serveOData(given: OneC | (() => OneC), options: ODataOptions): Promise<ServedOData> {
  const baseOf = typeof given === 'function' ? given : () => given
  if (baseOf().client !== 'bp') throw new Error('only a base of bp is served over OData')
  const sets = publishedSets(options.published)
  const server = createServer(async (request, response) => {
    const { answer, path, query } = await answerRequest(request, baseOf, sets, options)
    send(response, answer, concerns(options.faults, path) && options.faults?.cut === true)
    options.onCall?.({ method: request.method ?? '', path, query, status: answer.status })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${NAME}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Tabular parts and records come with their document or register. */
function publishedSets(published: readonly string[] | undefined): ReadonlyMap<string, EntitySet> {
  const isPublished = ({ name }: EntitySet): boolean =>
    published === undefined || published.some(own => name === own || name.startsWith(`${own}_`))
  return new Map(
    bpSets()
      .filter(isPublished)
      .map(set => [set.name, set]),
  )
}

const concerns = (faults: ODataFaults | undefined, path: string): boolean =>
  faults !== undefined && (faults.only === undefined || path.split(/[(/]/)[0] === faults.only)

async function answerRequest(
  request: IncomingMessage,
  baseOf: () => OneC,
  sets: ReadonlyMap<string, EntitySet>,
  { login, password = '', faults = {} }: ODataOptions,
): Promise<{ answer: Answer; path: string; query: string }> {
  const [address = '', ...parts] = (request.url ?? '').split('?')
  const rawQuery = parts.join('?')
  const [root, path, query] = [ROOT, decoded(address).slice(ROOT.length + 1), decoded(rawQuery)]
  const told = (answer: Answer) => ({ answer, path, query })
  if (faults.slowMs !== undefined && concerns(faults, path))
    await new Promise(resolve => setTimeout(resolve, faults.slowMs))
  if (!`${decoded(address)}/`.startsWith(`${root}/`) || rawQuery.length > QUERY_LIMIT)
    return told(html(404, '404 - File or directory not found.'))
  if (login !== undefined && !isSignedIn(request, login, password))
    return told(html(401, '401 - Unauthorized'))
  const hit = concerns(faults, path)
  if (hit && faults.locked) return told(locked())
  if (hit && faults.html) return told(html(200, 'Вход в систему'))
  const publication: Publication = {
    base: baseOf(),
    url: `http://${request.headers.host}${ROOT}`,
    sets,
    noRight: faults.noRight ?? [],
    hidden: faults.hidden ?? {},
  }
  return told(answerWithin(publication, { path, query: rawQuery, request }))
}

function answerWithin(
  publication: Publication,
  { path, query, request }: { path: string; query: string; request: IncomingMessage },
): Answer {
  const accept = request.headers.accept ?? ''
  let format = accept.includes('application/json') ? ('minimal' as const) : ('atom' as const)
  try {
    const options = readOptions(query)
    const asked = formatOf(options, accept)
    if (asked === undefined) throw new Refusal(415, 3, 'Unsupported representation')
    format = asked as typeof format
    if (request.method !== 'GET' && request.method !== 'HEAD') throw wrongMethod()
    return answerPath(publication, path, options, asked)
  } catch (error) {
    return refusal(format, error instanceof Refusal ? error : failed(String(error)))
  }
}

/** Login and password in UTF-8. */
function isSignedIn({ headers }: IncomingMessage, login: string, password: string): boolean {
  const [scheme, token = ''] = (headers.authorization ?? '').split(' ')
  return scheme === 'Basic' && Buffer.from(token, 'base64').toString() === `${login}:${password}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function send(response: ServerResponse, { status, contentType, body }: Answer, isCut: boolean): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': bytes.length,
    ...(status === 401 && contentType.startsWith('text/html') && { 'www-authenticate': 'Basic realm="1C"' }),
  })
  if (!isCut) response.end(bytes)
  else response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
}
