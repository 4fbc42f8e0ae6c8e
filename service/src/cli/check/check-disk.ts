import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Config } from '../../config.js'
import { cliTexts } from '../texts.js'
import type { CheckResult } from './check-result.js'

const texts = cliTexts.check
const REQUIRED_BYTES = 1024 ** 3

/** Whether the embedded database has enough free space; the disk of a database elsewhere can't be seen from here. */
export async function checkDisk(config: Config, report: (result: CheckResult) => void): Promise<void> {
  if (config.databaseUrl !== undefined) return
  let folder = config.dataDir
  while (!existsSync(folder)) folder = dirname(folder)
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= REQUIRED_BYTES) return report({ ok: true, text: texts.diskGood(folder, texts.gigabytes(free)) })
  report({ ok: false, text: texts.diskLow(folder, texts.gigabytes(free), texts.gigabytes(REQUIRED_BYTES)) })
}
