import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Config } from '../../config.js'
import { cliTexts } from '../texts.js'
import type { Finding } from './check-finding.js'

const texts = cliTexts.check
const WANTED_BYTES = 1024 ** 3

/** Room for the embedded database; the disk of a database elsewhere can't be seen from here. */
export async function checkDisk(config: Config, look: (found: Finding) => void): Promise<void> {
  if (config.databaseUrl !== undefined) return
  let folder = config.dataDir
  while (!existsSync(folder)) folder = dirname(folder)
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= WANTED_BYTES) return look({ good: true, text: texts.diskGood(folder, texts.gigabytes(free)) })
  look({ good: false, text: texts.diskLow(folder, texts.gigabytes(free), texts.gigabytes(WANTED_BYTES)) })
}
