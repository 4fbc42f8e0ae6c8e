/** Second line of checkauth's answer; 1C sends it back as `Cookie: <name>=<value>`. */
export const COOKIE_NAME = 'obmen1c'

/** The value of our cookie; those of proxies are ignored. */
export function readCookie(header: string | undefined): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const equals = part.indexOf('=')
    if (equals !== -1 && part.slice(0, equals).trim() === COOKIE_NAME) {
      return part
        .slice(equals + 1)
        .trim()
        .replace(/^"(.*)"$/, '$1')
    }
  }
  return undefined
}

export interface Credentials {
  login: string
  password: string
}

/**
 * Login and password of an `Authorization: Basic` header; undefined if it is missing or malformed.
 * Older platforms send other letters than ASCII in windows-1251 (RFC 7617 leaves it open).
 */
export function readBasic(header: string | undefined): Credentials | undefined {
  const encoded = /^basic +([a-z0-9+/_-]+={0,2}) *$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const text = decode(Buffer.from(encoded, 'base64'))
  const colon = text.indexOf(':')
  if (colon < 1) return undefined
  const login = text.slice(0, colon)
  if (login.length > MAX_LOGIN_LENGTH || /[\u0000-\u001f\u007f]/.test(text)) return undefined
  return { login, password: text.slice(colon + 1) }
}

const MAX_LOGIN_LENGTH = 200
const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1251 = new TextDecoder('windows-1251')

function decode(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  if (/^[ -~]*$/.test(text)) return text
  try {
    return utf8.decode(bytes)
  } catch {
    return windows1251.decode(bytes)
  }
}
