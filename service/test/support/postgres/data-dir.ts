import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { isAlive, readPostmaster } from '../../../src/db/embedded/postmaster-file.js'
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

/** Whether a PostgreSQL runs on the folder, so far as its pid tells that here. */
export function serverRuns(dataDir: string): boolean {
  const cluster = join(dataDir, 'postgres/cluster')
  const found = existsSync(cluster) ? readPostmaster(cluster) : undefined
  return found !== undefined && isAlive(found.pid)
}
