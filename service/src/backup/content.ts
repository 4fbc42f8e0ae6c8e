import { AppError } from '../errors/app-error.js'
import { backupTexts as texts } from './texts.js'

/*
 * The content is lines of JSON, and the rows of each table as COPY writes them, up to a line with `\.`:
 * partitions, then each table with its number of rows, then the sequences.
 */
export type Part =
  | { partitions: string[] }
  | { table: string; columns: string }
  | { rows: number }
  | { sequences: { name: string; next: string }[] }

const END = Buffer.from('\\.\n')
const LINE_END = 0x0a

export const lineOf = (part: Part): Buffer => Buffer.from(`${JSON.stringify(part)}\n`)
export const endOfRows = END

export function countLines(piece: Buffer): number {
  let lines = 0
  // A line end within a value is written as \n.
  for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1)) lines++
  return lines
}

/** What is done with what is read. `rows` has to be read to its end. */
export interface ContentReader {
  partitions(statements: readonly string[]): Promise<void>
  table(name: string, columns: string, rows: AsyncIterable<Buffer>): Promise<void>
  sequences(sequences: readonly { name: string; next: string }[]): Promise<void>
}

/** Rows of a table so far. */
export type Progress = (table: string, rows: number) => void

/** Reads a whole content; returns the number of rows. Throws AppError `conflict` if it is not whole. */
export async function readContent(
  content: AsyncIterable<Buffer>,
  reader: ContentReader,
  progress?: Progress,
): Promise<number> {
  const lines = new Lines(content)
  let total = 0
  for (;;) {
    const part = await lines.next()
    if ('partitions' in part) await reader.partitions(part.partitions)
    else if ('table' in part) {
      let rows = 0
      const counted = async function* (): AsyncGenerator<Buffer> {
        for await (const piece of lines.rows()) {
          rows += countLines(piece)
          progress?.(part.table, rows)
          yield piece
        }
      }
      await reader.table(part.table, part.columns, counted())
      const ended = await lines.next()
      if (!('rows' in ended) || ended.rows !== rows) throw new AppError('conflict', texts.incomplete)
      total += rows
    } else if ('sequences' in part) {
      await reader.sequences(part.sequences)
      return total
    } else throw new AppError('conflict', texts.incomplete)
  }
}

/** Reads nothing but that it is whole. */
export const countingReader: ContentReader = {
  partitions: async () => {},
  async table(_name, _columns, rows) {
    for await (const _ of rows);
  },
  sequences: async () => {},
}

class Lines {
  readonly #content: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(content: AsyncIterable<Buffer>) {
    this.#content = content[Symbol.asyncIterator]()
  }

  async next(): Promise<Part> {
    for (;;) {
      const end = this.#held.indexOf(LINE_END)
      if (end >= 0) return JSON.parse(this.#take(end + 1).toString()) as Part
      await this.#fill()
    }
  }

  /** The lines before the next `\.`, in pieces. */
  async *rows(): AsyncGenerator<Buffer> {
    while (this.#held.length < END.length) await this.#fill()
    if (this.#held.subarray(0, END.length).equals(END)) return void this.#take(END.length)
    for (;;) {
      const end = this.#held.indexOf(AFTER_LINE)
      if (end >= 0) {
        yield this.#take(end + 1)
        return void this.#take(END.length)
      }
      // The last bytes may be the beginning of the end.
      const sure = this.#held.length - END.length
      if (sure > 0) yield this.#take(sure)
      await this.#fill()
    }
  }

  #take(bytes: number): Buffer {
    const taken = this.#held.subarray(0, bytes)
    this.#held = this.#held.subarray(bytes)
    return taken
  }

  async #fill(): Promise<void> {
    const { value, done } = await this.#content.next()
    if (done) throw new AppError('conflict', texts.incomplete)
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value])
  }
}

const AFTER_LINE = Buffer.concat([Buffer.from('\n'), END])
