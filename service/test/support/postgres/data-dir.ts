import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { readPostmaster } from '../../../src/db/embedded/postgres-process.js'
import { holdServer } from './holder.js'

/** Data folders with an empty database, copied from one that is made first: PostgreSQL takes seconds to make one. */
export interface DataDirs extends AsyncDisposable {
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
    async [Symbol.asyncDispose]() {
      for (const folder of made) {
        await killPostgres(folder)
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/** The pid of the PostgreSQL that runs on the folder, so far as that can be seen here. */
export function postgresOf(dataDir: string): number | undefined {
  const cluster = join(dataDir, 'postgres/cluster')
  const found = existsSync(cluster) ? readPostmaster(cluster) : undefined
  return found && isAlive(found.pid) ? found.pid : undefined
}

/** Ends a PostgreSQL that outlived its test. */
export async function killPostgres(dataDir: string): Promise<void> {
  const pid = postgresOf(dataDir)
  if (pid === undefined) return
  process.kill(pid, 'SIGQUIT')
  await vi.waitUntil(() => !isAlive(pid), { timeout: 60_000, interval: 20 })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
