import { createHash } from 'node:crypto'
import http from 'node:http'
import type { Connected } from './bench.js'

export interface Download {
  ms: number
  bytes: number
  /** Hash of the bytes, to make sure that two downloads are the same. */
  hash: string
}

/** GET that reads the whole answer; fails unless it is 200. */
export async function download(url: string, headers: Record<string, string> = {}): Promise<Download> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers }, answer => {
      const hash = createHash('md5')
      let bytes = 0
      answer.on('data', (piece: Buffer) => {
        bytes += piece.length
        hash.update(piece)
      })
      answer.on('error', reject)
      answer.on('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`${url}: ${answer.statusCode}`))
        else resolve({ ms: performance.now() - started, bytes, hash: hash.digest('hex') })
      })
    })
    request.on('error', reject)
  })
}

/** One exchange of a 1C: the duration of the query, and its success. */
export async function exchange(connected: Connected): Promise<Download> {
  const { url } = connected
  const headers = await signIn(connected, 'sale')
  const orders = await download(`${url}?type=sale&mode=query`, headers)
  const confirmed = await (await fetch(`${url}?type=sale&mode=success`, { headers })).text()
  if (confirmed !== 'success') throw new Error(`success: ${confirmed}`)
  return orders
}

/** `checkauth`; returns the headers of the calls that follow. */
export async function signIn({ url, login, password }: Connected, type: 'sale' | 'catalog') {
  const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`
  const answer = await fetch(`${url}?type=${type}&mode=checkauth`, { headers: { authorization } })
  const [word, name, value] = (await answer.text()).split('\n')
  if (word !== 'success') throw new Error(`checkauth: ${word}`)
  return { authorization, cookie: `${name}=${value}` }
}
