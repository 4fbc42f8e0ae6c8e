import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { holdServer } from './holder.js'

/** Data folders with an empty database, copied from one that is made first: PostgreSQL takes seconds to make one. */
export interface DataDirs extends Disposable {
  /** A new folder with a database in it. */
  ready(): string
  /** A new folder with nothing in it. */
  empty(): string
}

export async function openDataDirs(): Promise<DataDirs> {
  const root = mkdtempSync(join(tmpdir(), 'obmen-data-'))
  const made: string[] = [root]
  const original = await holdServer(root)
  await original.finish()
  // The server itself ends a moment after its last user.
  const isHeld = () => readdirSync(join(root, 'postgres')).some(name => name.startsWith('keeper.json'))
  await vi.waitUntil(() => !isHeld(), { timeout: 60_000 })
  const empty = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'obmen-data-'))
    made.push(folder)
    return folder
  }
  return {
    empty,
    ready() {
      const folder = empty()
      const copied = spawnSync('cp', ['-a', join(root, 'postgres'), folder])
      if (copied.status !== 0) throw new Error(String(copied.stderr))
      return folder
    },
    [Symbol.dispose]() {
      for (const folder of made) rmSync(folder, { recursive: true, force: true })
    },
  }
}
