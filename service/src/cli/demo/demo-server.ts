import { mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../../app.js'
import type { Config } from '../../config.js'
import { migrate } from '../../db/migrate.js'
import type { Logger } from '../../log.js'
import { randomSecret } from '../../people/secret.js'
import { type CreatedLocation, setUpLocation } from '../../people/set-up-location.js'
import { openConfiguredDatabase } from '../open-database.js'
import { SAMPLES } from './texts-samples.js'

export interface DemoServer extends CreatedLocation {
  address: string
  adminPassword: string
}

const PREFIX = 'obmen-demo-'

/** The whole service on a new database in a temporary folder, whatever database the environment names. */
export async function withDemoServer(
  config: Config,
  log: Logger,
  use: (server: DemoServer) => Promise<void>,
): Promise<void> {
  const dataDir = await temporaryFolder()
  const own: Config = {
    ...config,
    databaseUrl: undefined,
    dataDir,
    publicUrl: undefined,
    logLevel: 'warn',
    // The demo's platform listens on this machine.
    allowPrivateAddresses: 'yes',
    // So does its 1C, and nobody works in it.
    readingPauseMs: 0,
  }
  try {
    await using db = await openConfiguredDatabase(own, 'serve', {
      onError: ({ message }) => log.warn({ reason: message }, 'a database connection broke'),
      warn: text => log.warn(text),
    })
    await migrate(db)
    const { name: companyName, inn, kpp } = SAMPLES.companies[0]!
    const { location: locationName, timezone, adminEmail } = SAMPLES
    const adminPassword = randomSecret().slice(0, 12)
    const admin = { adminEmail, adminPassword }
    const made = await setUpLocation(db, { locationName, timezone, companyName, inn, kpp, ...admin })
    const { createApp } = await import('../../app.js')
    const { app, address } = await listenSomewhere(
      port => createApp({ config: { ...own, port }, db, log }),
      config.port,
    )
    try {
      await use({ ...made, address, adminPassword })
    } finally {
      await app.close()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** The usual port, or any free one when it is taken. */
async function listenSomewhere(
  create: (port: number) => Promise<App>,
  port: number,
): Promise<{ app: App; address: string }> {
  const app = await create(port)
  try {
    return { app, address: await app.listen() }
  } catch (error) {
    await app.close()
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port === 0) throw error
    return listenSomewhere(create, 0)
  }
}

/** The database of a killed demo may still be writing its last files: about twenty seconds in all. */
const DELETE_OPTIONS = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }

/** Named by process id; leftovers of killed demos are deleted first. */
async function temporaryFolder(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : Number.NaN
    if (Number.isInteger(pid) && !isRunning(pid))
      await rm(join(tmpdir(), name), DELETE_OPTIONS).catch(() => undefined)
  }
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  return folder
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
