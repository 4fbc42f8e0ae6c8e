import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FullConfig } from '@playwright/test'
import { openTemporaryFolder } from '../../../vitest.memory.js'
import { COMPANY, LOCATION, OBMEN, SETTINGS, TIMEZONE } from './obmen.js'

const ADMIN = { email: 'anna@technopark.example', password: 'Надёжный пароль 1' }

/**
 * Sets up what every server of a run begins with, as a newcomer would: PostgreSQL takes seconds to make a database.
 * Workers inherit where it lies, and the folder for what the run throws away.
 */
export default async function setUp({ workers }: FullConfig): Promise<() => Promise<void>> {
  process.env.TMPDIR = openTemporaryFolder(workers)
  const dataDir = await mkdtemp(join(tmpdir(), 'obmen-web-original-'))
  const setup = ['setup', '--location', LOCATION, '--timezone', TIMEZONE, '--company', COMPANY]
  const company = ['--inn', '7707083893', '--kpp', '773601001']
  const admin = ['--admin-email', ADMIN.email, '--admin-password', ADMIN.password, '--json']
  const { stdout } = await promisify(execFile)(process.execPath, [OBMEN, ...setup, ...company, ...admin], {
    env: { ...process.env, ...SETTINGS, DATA_DIR: dataDir },
  })
  process.env.OBMEN_ORIGINAL = JSON.stringify({ dataDir, made: { ...JSON.parse(stdout), admin: ADMIN } })
  return () => rm(dataDir, { recursive: true, force: true })
}
