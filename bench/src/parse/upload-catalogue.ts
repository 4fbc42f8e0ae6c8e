import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Connected } from '../bench.js'
import { signIn } from '../exchange.js'
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
export async function uploadCatalogue(connected: Connected, { name, body }: CatalogueFile): Promise<void> {
  const headers = await signIn(connected, 'catalog')
  const ask = async (query: string, request: RequestInit & { duplex?: 'half' } = {}): Promise<string> =>
    (await fetch(`${connected.url}?type=catalog&${query}`, { headers, ...request })).text()
  const file = {
    method: 'POST',
    body: Readable.toWeb(body()) as NonNullable<RequestInit['body']>,
    duplex: 'half' as const,
  }
  const received = await ask(`mode=file&filename=${name}`, file)
  if (received !== 'success') throw new Error(`file: ${received}`)
  let answer = 'progress'
  while (answer === 'progress') answer = await ask(`mode=import&filename=${XML}`)
  if (answer !== 'success') throw new Error(`import: ${answer}`)
}
