/** Second line of checkauth's answer; 1C sends it back as `Cookie: <name>=<value>`. */
export const COOKIE_NAME = 'obmen1c'

/** The value of our cookie; undefined if there is none. Other cookies, of proxies for instance, are ignored. */
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
