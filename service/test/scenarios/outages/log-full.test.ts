import { expect, it } from 'vitest'
import { PROGRAM, startProgram } from '../../support/app/run-obmen.js'
import { startServing } from '../../support/app/serving.js'
import { freshDatabase } from '../../support/databases.js'

it.each([
  ['lies on a full disk', 'exec "$0" "$@" 2>/dev/full'],
  ['is read by nobody any more', '"$0" "$@" 2>&1 >&3 | true'],
])('serve stays up and answers while its log %s', async (_where, script) => {
  await using db = await freshDatabase()
  const env = { DATABASE_URL: db.url, LOG_LEVEL: 'trace' }
  await using serving = await startServing(env, (words, more) =>
    startProgram('/bin/sh', ['-c', `exec 3>&1; ${script}`, process.execPath, PROGRAM, ...words], { ...more }),
  )
  try {
    for (let turn = 0; turn < 20; turn++) {
      expect((await fetch(`${serving.address}/readyz`)).status).toBe(200)
      const answer = await fetch(`${serving.address}/1c?type=sale&mode=checkauth`)
      expect([answer.status, await answer.text()]).toEqual([401, expect.stringMatching(/^failure\n/)])
    }
  } finally {
    // The shell between and all that it started.
    process.kill(-serving.pid, 'SIGKILL')
  }
})
