import type { Database } from '../../db/database.js'
import type { Logger } from '../../log.js'
import { comparedName } from '../../uploads/upload.js'
import { noteFailed, type SentFile } from './rounds.js'

/** Who sends files, and whose connections note them. */
interface Owner {
  key: number
  locationId: string
}

interface FailedFile extends SentFile {
  locationId: string
}

/** Who sent a file; undefined if nobody is known. Throws as long as the database can't tell. */
type FindSender = () => Promise<Omit<FailedFile, 'name'> | undefined>

/**
 * Files of catalogues that were refused or broke off, of which nothing was stored. They are noted at once; those that can't be, since
 * the database is away or the exchange before is still to be judged, wait in this server's memory.
 */
export interface FailedFiles {
  /** Notes a file. Never throws. */
  note(name: string, findSender: FindSender): Promise<void>
  /** Whose files wait; `complete` unless the database can't tell who sent one of them. Never throws. */
  findWaiting(): Promise<{ owners: Owner[]; complete: boolean }>
  /** Notes those of an integration, before its catalogue is judged; false if it failed to note one. Never throws. */
  noteWaiting(integrationKey: number): Promise<boolean>
}

interface UnknownFile {
  name: string
  findSender: FindSender
}

interface WaitingFile {
  sent: FailedFile
  /** Since then it is tried again in the background only. */
  wasTried: boolean
  trying: Promise<boolean> | undefined
}

/** Files that wait while it isn't known who sent them: only while the database is away. */
const MOST_UNKNOWN = 1000
/** Files of an integration that wait: one of an exchange is enough. */
const MOST_OF_ONE = 100

/** `databaseOf`: the connections of an integration, which notes wait in for its catalogue. */
export function openFailedFiles(databaseOf: (owner: Owner) => Database, log: Logger): FailedFiles {
  const unknown = new Set<UnknownFile>()
  /** By integration, and its files by session and name. */
  const waiting = new Map<number, { owner: Owner; files: Map<string, WaitingFile> }>()
  const warn = (error: unknown): void =>
    log.warn({ err: error }, 'could not note a file of a catalogue that failed; it will be tried again')

  const add = (sent: FailedFile): WaitingFile => {
    const { integrationKey: key, locationId } = sent
    const { files, owner } = waiting.get(key) ?? {
      files: new Map<string, WaitingFile>(),
      owner: { key, locationId },
    }
    const known = files.get(idOf(sent))
    if (known) return known
    const file: WaitingFile = { sent, wasTried: false, trying: undefined }
    if (files.size < MOST_OF_ONE) waiting.set(key, { owner, files: files.set(idOf(sent), file) })
    return file
  }

  const forget = (sent: FailedFile): void => {
    const files = waiting.get(sent.integrationKey)?.files
    if (files?.delete(idOf(sent)) && files.size === 0) waiting.delete(sent.integrationKey)
  }

  const findSender = async (file: UnknownFile): Promise<WaitingFile | undefined> => {
    const sender = await file.findSender()
    unknown.delete(file)
    return sender && add({ ...sender, name: file.name })
  }

  /** False if it failed; a file that waits for the exchange before to be judged goes on waiting. */
  const tryNoting = (file: WaitingFile): Promise<boolean> => {
    const { integrationKey: key, locationId } = file.sent
    file.trying ??= noteFailed(databaseOf({ key, locationId }), file.sent)
      .then(
        isNoted => {
          if (isNoted) forget(file.sent)
          return true
        },
        error => {
          warn(error)
          return false
        },
      )
      .finally(() => {
        file.wasTried = true
        file.trying = undefined
      })
    return file.trying
  }

  return {
    async note(name, findSenderOf) {
      const file = { name, findSender: findSenderOf }
      if (unknown.size < MOST_UNKNOWN) unknown.add(file)
      try {
        const found = await findSender(file)
        if (found && !found.wasTried) await tryNoting(found)
      } catch (error) {
        warn(error)
      }
    },
    async findWaiting() {
      let complete = true
      for (const file of [...unknown])
        await findSender(file).catch(error => {
          warn(error)
          complete = false
        })
      const owners = [...waiting.values()].map(({ owner }) => owner)
      return { owners, complete }
    },
    async noteWaiting(integrationKey) {
      const files = waiting.get(integrationKey)?.files
      for (const [id, file] of [...(files ?? [])]) {
        if (await tryNoting(file)) continue
        // The others are tried before it next time.
        if (files?.delete(id)) files.set(id, file)
        return false
      }
      return true
    },
  }
}

const idOf = ({ sessionId, name }: SentFile): string => `${sessionId} ${comparedName(name)}`
