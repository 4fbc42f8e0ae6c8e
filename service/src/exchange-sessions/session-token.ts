/** Content of a cookie: the session and a secret, of which only the hash is stored. */
export interface SessionToken {
  id: number
  secret: string
}

export function writeToken({ id, secret }: SessionToken): string {
  return `${id.toString(36)}.${secret}`
}

/** Undefined for anything that writeToken didn't write. */
export function readToken(text: string): SessionToken | undefined {
  const match = /^([0-9a-z]{1,10})\.([\w-]{1,200})$/.exec(text)
  return match ? { id: Number.parseInt(match[1]!, 36), secret: match[2]! } : undefined
}
