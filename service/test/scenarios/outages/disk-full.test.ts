import { randomBytes } from 'node:crypto'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../src/db/database.js'
import { newPlatform, oneC, sampleOrder, startTestServer } from '../../support/app/test-server.js'
import { startThrowAway, type ThrowAwayOptions } from '../../support/postgres/throw-away-postgres.js'

const DISKS: [string, ThrowAwayOptions][] = [
  ['files may not grow further', { small: { files: 20 * 1024 } }],
  ...(process.getuid?.() === 0
    ? [['the file system is full', { small: { tmpfs: 150 } }] as [string, ThrowAwayOptions]]
    : []),
]

it.each(DISKS)(
  'when %s, orders are refused in words, none acknowledged is lost, and it is over by itself',
  {
    timeout: 300_000,
  },
  async (_how, options) => {
    await using postgres = await startThrowAway(options)
    await using db = openDatabase({ url: postgres.url })
    await using server = await startTestServer(db)
    const platform = await newPlatform(server)
    const one = await platform.connect()

    const acknowledged: string[] = []
    const refusals = new Set<string>()
    for (let index = 0; refusals.size === 0 || index % 20 !== 0; index++) {
      if (index > 20_000) throw new Error('the disk does not fill up')
      const lines = Array.from({ length: 20 }, (_, line) =>
        JSON.stringify(
          sampleOrder(platform.companyId, {
            id: `o-${index}-${line}`,
            // Nothing that could be compressed.
            attributes: Object.fromEntries(
              Array.from({ length: 9 }, (_, part) => [`А${part}`, randomBytes(4900).toString('base64')]),
            ),
          }),
        ),
      )
      const { status, body } = await platform.call('POST', '/api/v1/orders:batch', lines.join('\n'), {
        'content-type': 'application/x-ndjson',
      })
      // The server itself may be starting anew: then nobody is known.
      if (status !== 200) {
        expect([status, body.code]).toSatisfy(([code]) => code === 503)
        refusals.add(body.code)
        continue
      }
      for (const line of body) {
        if (line.status === 201) acknowledged.push(line.id)
        else {
          expect([line.status, ['disk-full', 'unavailable'].includes(line.code)], line.detail).toEqual([
            503,
            true,
          ])
          refusals.add(line.code)
        }
      }
    }
    expect(acknowledged.length).toBeGreaterThan(100)
    if (_how === 'files may not grow further') expect([...refusals]).toEqual(['disk-full'])

    // Somebody makes room. A PostgreSQL that found none for its log may have ended, and its recovery needs some to begin with.
    if (options.small && 'tmpfs' in options.small) await postgres.makeRoom()
    await expect
      .poll(
        async () => {
          await db.query(`truncate journal_body`).catch(() => undefined)
          return (await fetch(`${server.url}/readyz`)).status
        },
        { timeout: 60_000 },
      )
      .toBe(200)
    const { rows } = await db.query<{ id: string }>('select id from sale_order')
    const there = new Set(rows.map(({ id }) => id))
    expect(acknowledged.filter(id => !there.has(id))).toEqual([])
    const owed = await platform.call('GET', `/api/v1/integrations/${one.id}`)
    expect(owed.body.counts.owed).toBe(there.size)
    // 1C is told in words, or gets its orders: nothing in between.
    const { ask } = oneC(server, one)
    const { status, text } = await ask('checkauth')
    expect([status, /^(success|failure)\n/.test(text)]).toEqual([200, true])
  },
)

it.runIf(process.getuid?.() === 0)(
  '/readyz says no while the disk of the database is full, though it answers, and yes again by itself',
  async () => {
    await using postgres = await startThrowAway({ small: { tmpfs: 150 } })
    await using db = openDatabase({ url: postgres.url })
    await using server = await startTestServer(db)
    const ready = async (): Promise<number> => (await fetch(`${server.url}/readyz`)).status
    expect(await ready()).toBe(200)
    const ballast = join(postgres.folder, 'ballast')
    fillUp(ballast)
    await expect.poll(ready, { timeout: 60_000, interval: 500 }).toBe(503)
    expect((await db.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    rmSync(ballast)
    await expect.poll(ready, { timeout: 60_000, interval: 500 }).toBe(200)
  },
)

/** Writes to the file until nothing more fits. */
function fillUp(file: string): void {
  const fd = openSync(file, 'w')
  const piece = Buffer.alloc(2 ** 20)
  try {
    for (let size = piece.length; size >= 512; ) {
      try {
        if (writeSync(fd, piece, 0, size) === 0) break
      } catch {
        size = Math.floor(size / 2)
      }
    }
  } finally {
    closeSync(fd)
  }
}
