import type { Database } from '../../db/database.js'
import type { Logger } from '../../log.js'
import { noteFailed, type SentFile } from './rounds.js'

/** Who sent a file; undefined if nobody is known. Throws as long as the database can't tell. */
type FindSender = () => Promise<Omit<SentFile, 'name'> | undefined>

/**
 * Files of catalogues that were refused or broke off, of which nothing was stored. They are noted at once; those that can't be, since
 * the database is away or the exchange before is still to be judged, wait in this server's memory.
 */
export interface FailedFiles {
  /** Notes a file. Never throws. */
  note(name: string, findSender: FindSender): Promise<void>
  /** Notes those that wait, before a catalogue is judged; false if it failed to note one. Never throws. */
  noteWaiting(): Promise<boolean>
}

interface WaitingFile {
  name: string
  findSender: FindSender
}

/** Files that wait: more fail only while the database is away, and one of an exchange is enough. */
const MOST_WAITING = 1000

export function openFailedFiles(db: Database, log: Logger): FailedFiles {
  const waiting = new Set<WaitingFile>()
  /** False if it failed; a file that waits for the exchange before to be judged goes on waiting. */
  const tryNoting = async (file: WaitingFile): Promise<boolean> => {
    try {
      const sender = await file.findSender()
      if (!sender || (await noteFailed(db, { ...sender, name: file.name }))) waiting.delete(file)
      return true
    } catch (error) {
      log.warn({ err: error }, 'could not note a file of a catalogue that failed; it will be tried again')
      return false
    }
  }
  return {
    async note(name, findSender) {
      const file = { name, findSender }
      if (waiting.size < MOST_WAITING) waiting.add(file)
      await tryNoting(file)
    },
    async noteWaiting() {
      let succeeded = true
      for (const file of [...waiting]) succeeded = (await tryNoting(file)) && succeeded
      return succeeded
    },
  }
}
