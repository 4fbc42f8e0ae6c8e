export const MASK = '***'

/** Names of parameters, headers and cookies whose value is a secret. */
const SECRET_NAME =
  /pass|pwd|parol|secret|token|auth|credential|session|sessid|cookie|signature|(?:^|[^a-z])(?:sid|key|pin|otp|sig|jwt|login)(?:$|[^a-z])|(?:api|access|private)key/
/** They ask for credentials and hold none. */
const HARMLESS = new Set(['www-authenticate', 'proxy-authenticate'])
const PARAMETER_NAME = /[?&;]([^=&;#?\s"]{1,200})=/g
const END_OF_VALUE = /[&#\s"]/g
/** The secret of an invitation's link, in the web app and in REST. */
const INVITATION = /(\/(?:open-)?invitations?\/)[^/?#\s"]+/g
const USER_INFO = /(\/\/[^/?#\s"@:]*:)[^/?#\s"@]*@/g

/** `olga@example.ru` as `o***@example.ru`: in the field of an e-mail some type their password. */
export function maskEmail(text: string): string {
  const [, first, domain] = /^\s*([^@])[^@]*(@[^@]*)$/.exec(text) ?? []
  return first === undefined ? MASK : `${first}${MASK}${domain?.slice(0, 100)}`
}

export function isSecretName(name: string): boolean {
  const plain = decoded(name).toLowerCase()
  return SECRET_NAME.test(plain) && !HARMLESS.has(plain)
}

/** Masks secret parameters, secrets of invitations and passwords in every URL within a text. */
export function maskAddresses(text: string): string {
  return maskParameters(text.includes('invitation') ? text.replace(INVITATION, `$1${MASK}`) : text)
}

function maskParameters(text: string): string {
  // Neither a parameter nor a password is in a text without these.
  if (!text.includes('=') && !text.includes('@')) return text
  let masked = ''
  let from = 0
  for (const { 0: matched, 1: name = '', index } of text.matchAll(PARAMETER_NAME)) {
    if (index < from || !isSecretName(name)) continue
    const value = index + matched.length
    END_OF_VALUE.lastIndex = value
    masked += text.slice(from, value) + MASK
    from = END_OF_VALUE.exec(text)?.index ?? text.length
  }
  return (masked + text.slice(from)).replace(USER_INFO, `$1${MASK}@`)
}

/** The value of a header safe to store: of a secret one only the scheme or the cookie's name. */
export function maskHeader(name: string, text: string): string {
  if (!isSecretName(name)) return maskAddresses(text)
  const scheme = name.endsWith('authorization') ? /^[a-z]+ /i.exec(text)?.[0] : undefined
  const cookie = name.endsWith('cookie') ? /^[\w.-]+=/.exec(text)?.[0] : undefined
  return `${scheme ?? cookie ?? ''}${MASK}`
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
