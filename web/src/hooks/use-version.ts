import { useRef, useState } from 'react'
import { isStatus } from '../api/request/problem.js'

/** Saves over the version that was read. If it has changed since, `conflict` says how; the next save wins. */
export function useVersion<Saved, Version>(
  readVersion: Version,
  versionOf: (saved: Saved) => Version,
  reload: () => Promise<Saved>,
  explain: (now: Saved) => string | Promise<string>,
): { save: (send: (version: Version) => Promise<Saved>) => Promise<Saved | undefined>; conflict?: string } {
  const version = useRef(readVersion)
  const [conflict, setConflict] = useState<string>()

  async function save(send: (version: Version) => Promise<Saved>): Promise<Saved | undefined> {
    setConflict(undefined)
    try {
      const saved = await send(version.current)
      version.current = versionOf(saved)
      return saved
    } catch (error) {
      if (!isStatus(error, 412)) throw error
      const now = await reload()
      version.current = versionOf(now)
      setConflict(await explain(now))
      return undefined
    }
  }
  return { save, ...(conflict !== undefined && { conflict }) }
}
