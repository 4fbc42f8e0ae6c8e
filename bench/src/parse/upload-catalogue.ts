import http from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Connected } from '../bench.js'
import { CATALOGUE, sampleText } from './sample-files.js'

/** The file in which a 1C sends a catalogue, zipped or not. */
export interface CatalogueFile {
  name: string
  body: () => Readable
}

const XML = 'import0_1.xml'

export function catalogueFile(bytes: number): CatalogueFile {
  return { name: XML, body: () => Readable.from(sampleText(CATALOGUE, bytes)) }
}

export function zippedCatalogue(bytes: number): CatalogueFile {
  return {
    name: 'v8_1.zip',
    body: () => {
      const zip = new ZipFile()
      zip.addReadStream(Readable.from(sampleText(CATALOGUE, bytes)), XML)
      zip.end()
      return zip.outputStream as Readable
    },
  }
}

/** Uploads a catalogue and waits until the server has read it, as 1C does. */
export async function uploadCatalogue(
  { url, login, password }: Connected,
  { name, body }: CatalogueFile,
): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`
  const ask = (query: string, headers: Record<string, string>): Promise<string> =>
    send('GET', `${url}?type=catalog&${query}`, headers)
  const [, cookie, value] = (await ask('mode=checkauth', { authorization })).split('\n')
  const headers = { authorization, cookie: `${cookie}=${value}` }
  const received = await send('POST', `${url}?type=catalog&mode=file&filename=${name}`, headers, body())
  if (received !== 'success') throw new Error(`file: ${received}`)
  let answer = 'progress'
  while (answer === 'progress') answer = await ask(`mode=import&filename=${XML}`, headers)
  if (answer !== 'success') throw new Error(`import: ${answer}`)
}

/** Over a connection of its own: a kept one may have been closed while this process was busy. */
async function send(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: Readable = Readable.from([]),
): Promise<string> {
  const request = http.request(url, { method, headers, agent: false })
  const answered = new Promise<string>((resolve, reject) => {
    request.on('error', reject)
    request.on('response', async response => {
      let text = ''
      for await (const piece of response.setEncoding('utf8')) text += piece
      resolve(text)
    })
  })
  await pipeline(body, request)
  return answered
}
