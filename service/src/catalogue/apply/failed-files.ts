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
  /** Notes those that wait, before a catalogue is judged. Never throws. */
  noteWaiting(): Promise<void>
}

interface WaitingFile {
  name: string
  findSender: FindSender
}

/** Files that wait: more fail only while the database is away, and one of an exchange is enough. */
const MOST_WAITING = 1000

export function openFailedFiles(db: Database, log: Logger): FailedFiles {
  const waiting = new Set<WaitingFile>()
  const tryNoting = async (file: WaitingFile): Promise<void> => {
    try {
      const sender = await file.findSender()
      if (!sender || (await noteFailed(db, { ...sender, name: file.name }))) waiting.delete(file)
    } catch (error) {
      log.warn({ err: error }, 'could not note a file of a catalogue that failed; it will be tried again')
    }
  }
  return {
    async note(name, findSender) {
      const file = { name, findSender }
      if (waiting.size < MOST_WAITING) waiting.add(file)
      await tryNoting(file)
    },
    async noteWaiting() {
      for (const file of [...waiting]) await tryNoting(file)
    },
  }
}
