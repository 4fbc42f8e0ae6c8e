import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const IN_MEMORY = 4 * 1024 * 1024
const PIECE = 256 * 1024

/** A body of any size, the first megabytes in memory, the rest in a file. `dispose` deletes it. */
export class Spool {
  #chunks: Buffer[] = []
  #folder: string | undefined
  #file: FileHandle | undefined
  bytes = 0

  async append(chunk: Buffer): Promise<void> {
    this.bytes += chunk.length
    if (this.#file !== undefined) {
      await writeAll(this.#file, chunk)
      return
    }
    this.#chunks.push(chunk)
    if (this.bytes > IN_MEMORY) await this.#moveToFile()
  }

  /** The body from the beginning, any number of times. */
  async *read(): AsyncGenerator<Buffer> {
    if (this.#file === undefined) {
      yield* this.#chunks
      return
    }
    for (let at = 0; at < this.bytes; ) {
      const { bytesRead, buffer } = await this.#file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, at)
      if (bytesRead === 0) return
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  }

  async dispose(): Promise<void> {
    await this.#file?.close()
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true })
    this.#chunks = []
    this.#file = undefined
    this.#folder = undefined
  }

  async #moveToFile(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'obmen-simulator-'))
    this.#file = await open(join(this.#folder, 'answer'), 'w+', 0o600)
    for (const chunk of this.#chunks) await writeAll(this.#file, chunk)
    this.#chunks = []
  }
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
}
