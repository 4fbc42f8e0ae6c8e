import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startProgram } from '../../support/app/run-obmen.js'
import { startServing } from '../../support/app/serving.js'
import { openDataDirs } from '../../support/postgres/data-dir.js'

const LISTENER = 'systemd-socket-activate'
const WITHIN = { timeout: 60_000 }

it('serve tells systemd that it is ready, again and again that it lives, and that it stops', async ({
  skip,
}) => {
  skip(spawnSync(LISTENER, ['--version']).status !== 0, `no ${LISTENER}`)
  await using dirs = await openDataDirs()
  const dataDir = dirs.ready()
  const socket = join(dataDir, 'notify')
  const listener = startProgram(LISTENER, ['--datagram', '--listen', socket, 'sh', '-c', 'exec cat <&3'], {})
  let heard = ''
  listener.stdout!.on('data', piece => {
    heard += String(piece)
  })
  await expect.poll(() => existsSync(socket), WITHIN).toBe(true)

  const env = { DATA_DIR: dataDir, NOTIFY_SOCKET: socket, WATCHDOG_USEC: '300000' }
  await using serving = await startServing(env)
  await expect.poll(() => heard, WITHIN).toMatch(/READY=1.*WATCHDOG=1.*WATCHDOG=1/)
  expect(heard).not.toContain('STOPPING')
  serving.process.kill('SIGTERM')
  await expect.poll(() => heard, WITHIN).toContain('STOPPING=1')
  expect(await serving.ended).toBe(0)
  listener.kill()
  await once(listener, 'close')
})
