import * as z from 'zod'
import { NoObject } from './failures.js'
import { guid, type ODataQuery, writeQuery } from './query.js'
import { checkRow, parseJson, readList, readRows } from './read-rows.js'
import { type ODataOptions, Transport } from './transport.js'

/** Reads a 1C, one call after another: begin none before the one before has ended. Calls throw ReadingError. */
export interface ODataClient extends AsyncDisposable {
  /** How many were made. */
  readonly calls: number
  /** The clock of the web server in its last answer. */
  readonly serverDate: Date | undefined
  /** One object of a set; undefined only if 1C says that it has none of this key. */
  entity(set: string, ref: string, select: string): Promise<Record<string, unknown> | undefined>
  /** A list that is whole and of the expected shape. */
  list<Row>(set: string, query: ODataQuery, row: z.ZodType<Row>): Promise<Row[]>
  /** A long list, while it comes, in chunks of about 500 rows. One that was cut throws at its end. */
  rows<Row>(set: string, query: ODataQuery, row: z.ZodType<Row>): AsyncIterable<Row[]>
  /** The names of the published sets; a register with recorders brings its records, listed or not. */
  published(): Promise<ReadonlySet<string>>
}

const MAX_BYTES = 8 * 1024 ** 2
const MAX_STREAMED_BYTES = 64 * 1024 ** 2

const publishedSchema = z.object({ name: z.string() })
const entitySchema = z.record(z.string(), z.unknown())

export function openODataClient(options: ODataOptions): ODataClient {
  const transport = new Transport(options)
  const root = new URL(options.url).pathname
  const pathOf = (resource: string, query: ODataQuery | string): string =>
    `${root}/${encodeURI(resource)}?${typeof query === 'string' ? query : writeQuery(query)}`

  const read = async (path: string, set: string): Promise<Uint8Array> => {
    const pieces: Uint8Array[] = []
    for await (const piece of transport.get(path, set, MAX_BYTES)) pieces.push(piece)
    return Buffer.concat(pieces)
  }
  const list = async <Row>(set: string, path: string, row: z.ZodType<Row>): Promise<Row[]> =>
    readList(await read(path, set), set).map(one => checkRow(row, one, set))

  return {
    get calls() {
      return transport.calls
    },
    get serverDate() {
      return transport.serverDate
    },
    entity: async (set, ref, select) => {
      try {
        const found = await read(pathOf(`${set}(${guid(ref)})`, { select }), set)
        return checkRow(entitySchema, parseJson(found, set), set)
      } catch (error) {
        if (error instanceof NoObject) return undefined
        throw error
      }
    },
    list: (set, query, row) => list(set, pathOf(set, query), row),
    rows: (set, query, row) => readRows(transport.get(pathOf(set, query), set, MAX_STREAMED_BYTES), row, set),
    published: async () => {
      const sets = await list('', pathOf('', '$format=json'), publishedSchema)
      const names = sets.map(({ name }) => name)
      const records = names
        .filter(name => name.startsWith('AccumulationRegister_'))
        .map(name => `${name}_RecordType`)
      return new Set([...names, ...records])
    },
    [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
  }
}
