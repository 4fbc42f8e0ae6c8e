/** What is asked of a set. Names and literals as 1C writes them; encoded here. */
export interface ODataQuery {
  filter?: string
  select: string
  orderby?: string
  top?: number
  skip?: number
  /** Leaves out what the user may not see, instead of a refusal. */
  allowedOnly?: boolean
}

export const SERVICE_PATH = '/odata/standard.odata'
/** IIS refuses a longer query by default, with an HTML page and 404. */
const MAX_QUERY_CHARACTERS = 1900

/** `guid'…'` */
export const guid = (ref: string): string => `guid'${ref}'`
/** `datetime'2026-03-01T00:00:00'`: the wall clock of 1C, without a zone. */
export const datetime = (local: string): string => `datetime'${local.slice(0, 19)}'`
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
/** A reference compared with a field of several types: a plain `guid'…'` would find nothing, silently. */
export const cast = (ref: string, documentKind: string): string =>
  `cast(${guid(ref)},'Document_${documentKind}')`

/** The query as it is sent. @throws if it is too long for a web server: ask for fewer keys */
export function writeQuery({ filter, select, orderby, top, skip, allowedOnly }: ODataQuery): string {
  const options: [string, string | number | undefined][] = [
    ['$format', 'json'],
    ['$select', select],
    ['$filter', filter],
    ['$orderby', orderby],
    ['$top', top],
    ['$skip', skip],
    ['allowedOnly', allowedOnly ? 'true' : undefined],
  ]
  const query = options
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encode(String(value))}`)
    .join('&')
  if (query.length > MAX_QUERY_CHARACTERS) throw new Error(`a query of ${query.length} characters: ${query}`)
  return query
}

/** A blank is `%20`, since 1C takes a `+` for a plus. What needs no encoding stays, for the length's sake. */
const encode = (value: string): string =>
  encodeURIComponent(value).replace(/%(2C|3A|2F)/g, char => decodeURIComponent(char))

/**
 * The address of the OData service of what a person entered: of the publication, of its web client
 * (`…/ru_RU/`), or of the service itself; without a scheme it is https.
 */
export function normalizeUrl(entered: string): string {
  const trimmed = entered.trim()
  const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`)
  url.search = ''
  url.hash = ''
  const [base = ''] = decodeURI(url.pathname).split(SERVICE_PATH)
  url.pathname = base.replace(/(\/[a-z]{2}_[A-Z]{2})?\/*$/, '') + SERVICE_PATH
  return url.href
}
