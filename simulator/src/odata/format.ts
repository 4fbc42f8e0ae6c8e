import type { Refusal } from './errors.js'
import type { Options } from './options.js'
import type { Row } from './sets.js'

export interface Answer {
  status: number
  contentType: string
  body: string
}

/** How an answer is written; Atom unless JSON is asked for. */
export type Format = 'minimal' | 'none' | 'full' | 'atom'

/** Undefined: a representation that 1C does not know. */
export function formatOf(options: Options, accept: string): Format | undefined {
  const asked = options.get('$format') ?? (accept.includes('application/json') ? 'json' : 'atom')
  if (asked === 'atom') return 'atom'
  const [type, metadata = 'odata=minimalmetadata'] = asked.split(';').map(part => part.trim())
  if (type !== 'json' && type !== 'application/json') return undefined
  const level = /^odata=(no|minimal|full)metadata$/.exec(metadata)?.[1]
  return level === 'no' ? 'none' : (level as 'minimal' | 'full' | undefined)
}

const JSON_TYPE = 'application/json;odata=minimalmetadata;charset=utf-8'
const ATOM_TYPE = 'application/atom+xml;type=feed;charset=utf-8'

/** A list of rows. */
export function list(
  format: Format,
  { base, set, rows }: { base: string; set: string; rows: readonly Row[] },
): Answer {
  if (format === 'atom') {
    const entries = rows.map(row => `<entry>${properties(row)}</entry>`).join('\n')
    const feed = `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">${entries}</feed>`
    return { status: 200, contentType: ATOM_TYPE, body: feed }
  }
  const head = format === 'none' ? {} : { 'odata.metadata': `${base}/$metadata#${set}` }
  const value = rows.map(row => (format === 'none' ? row : linked(set, row)))
  return { status: 200, contentType: JSON_TYPE, body: JSON.stringify({ ...head, value }) }
}

/** One entity: the object itself. */
export function entity(format: Format, { base, set, row }: { base: string; set: string; row: Row }): Answer {
  if (format === 'atom') {
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<entry xmlns="http://www.w3.org/2005/Atom">${properties(row)}</entry>`
    return { status: 200, contentType: ATOM_TYPE.replace('feed', 'entry'), body }
  }
  const head = format === 'none' ? {} : { 'odata.metadata': `${base}/$metadata#${set}/@Element` }
  const body = JSON.stringify({ ...head, ...(format === 'none' ? row : linked(set, row)) })
  return { status: 200, contentType: JSON_TYPE, body }
}

export function refusal(format: Format, { status, code, message }: Refusal): Answer {
  if (format !== 'atom') {
    const body = JSON.stringify({
      'odata.error': { code: String(code), message: { lang: 'ru', value: message } },
    })
    return { status, contentType: JSON_TYPE, body }
  }
  const body =
    '<?xml version="1.0" encoding="UTF-8"?>\n<m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">' +
    `<m:code>${code}</m:code><m:message xml:lang="ru">${escaped(message)}</m:message></m:error>`
  return { status, contentType: 'application/xml;charset=utf-8', body }
}

export const html = (status: number, title: string): Answer => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
})

/** While nobody may begin a session: an update or a backup is under way. */
export const locked = (): Answer => ({
  status: 503,
  contentType: 'application/xml; charset=utf-8',
  body:
    '<?xml version="1.0" encoding="UTF-8"?>\n<exception xmlns="http://v8.1c.ru/8.2/virtual-resource-system" ' +
    'clsid="96f56a8e-4d6e-4c9c-9f0c-5ae1b3f2b9b3"><descr xmlns="http://v8.1c.ru/8.1/data/core">' +
    'Начало сеанса с информационной базой запрещено.</descr></exception>',
})

/** Links to the objects that references name. */
function linked(set: string, row: Row): Row {
  const links = Object.keys(row)
    .filter(name => name.endsWith('_Key') && name !== 'Ref_Key')
    .map(name => name.slice(0, -'_Key'.length))
    .map(name => [`${name}@navigationLinkUrl`, `${set}(guid'${row.Ref_Key ?? ''}')/${name}`])
  return { ...row, ...Object.fromEntries(links) }
}

const properties = (row: Row): string =>
  `<content type="application/xml"><m:properties xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices">${Object.entries(
    row,
  )
    .filter(([, value]) => !Array.isArray(value))
    .map(([name, value]) => `<d:${name}>${escaped(String(value))}</d:${name}>`)
    .join('')}</m:properties></content>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
