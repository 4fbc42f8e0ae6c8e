import { ENCODINGS, type Encoding } from '@obmen/contract/settings'
import { CLIENTS, createBase, type OneC, runExchange } from '@obmen/simulator'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Connected1C, newPlatform } from '../../support/app/test-server.js'
import { useServer } from '../../support/app/use-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'
import { randomBody } from '../../support/sale-feed/random-body.js'

const PACKAGE = 30
const PACKAGES = 3
/** Told when it fails: with it the same orders come again. */
const DRAWN = `TEST_SEED=${process.env.TEST_SEED}`
const GRAVE = ['batch', 'queue', 'silent']
/** Rates that the releases read don't know: nothing that could be sent would be read. */
const UNAVOIDABLE = ['unknown-vat']

describeOnNewestPostgres('odd orders', pg => {
  const server = useServer(pg)

  it('odd orders that are accepted are read by every 1C in every encoding (F1.9)', async () => {
    await takeAll(PACKAGES, ENCODINGS, false)
  })

  it('are read by every 1C in the form that goes to one that is not known yet (F1.11)', async () => {
    await takeAll(1, ['utf-8'], true)
  })

  /** Whoever shows its cookie alone is no 1C, so it stays unknown and gets what every program reads. */
  async function takeAll(packages: number, encodings: readonly Encoding[], unknown: boolean): Promise<void> {
    const platform = await newPlatform(server)
    const connected: { name: string; base: OneC; one: Connected1C }[] = []
    // The module of Bitrix asks on, by which it is known; the dry run plays it, too.
    for (const client of CLIENTS.filter(one => !unknown || one !== 'bitrix'))
      for (const encoding of encodings)
        connected.push({
          name: `${client}, ${encoding}`,
          base: createBase(client, { bom: 'strip', currencies: ['RUB', 'USD', 'EUR'] }),
          one: await platform.connect({ client: unknown ? 'auto' : client, encoding, paymentrules: [{}] }),
        })
    const bodies = fc.sample(randomBody, PACKAGE * packages)
    for (let start = 0; start < bodies.length; start += PACKAGE) {
      const lines = bodies.slice(start, start + PACKAGE).map((body, index) => {
        const id = `${start + index} ${body.id}`
        return { ...body, companyId: platform.companyId, id }
      })
      const { body: answers } = await platform.batch(lines)
      for (const answer of answers) expect(answer, DRAWN).toMatchObject({ status: 201 })
      const owed = answers.filter((answer: { owedTo: string[] }) => answer.owedTo.length > 0).length
      expect(owed).toBeGreaterThan(0)
      if (unknown) {
        const path = `/api/v1/integrations/${connected[0]!.one.id}/dry-run?limit=1000`
        const { client, confirmed, findings } = (await platform.call('POST', path)).body
        expect([client, confirmed]).toEqual([expect.stringMatching(/ещё не узнана; из 5/), true])
        const lost = findings.filter(
          ({ level }: { level: string }) => level === 'fatal' || level === 'dropped',
        )
        for (const { message } of lost) expect(message, DRAWN).toMatch(/ставк|валюта/i)
      }
      for (const { name, base, one } of connected) {
        const { login, password } = one
        const result = await runExchange(base, {
          ...{ url: `${server.url}/1c`, login, password, cookieOnly: unknown },
        })
        const grave = result.findings.filter(
          ({ severity, code }) => GRAVE.includes(severity) && !UNAVOIDABLE.includes(code),
        )
        expect(grave, `${name}, ${DRAWN}`).toEqual([])
        expect(result, `${name}, ${DRAWN}`).toMatchObject({ ok: true, confirmed: true })
        expect(result.counts, `${name}, ${DRAWN}`).toMatchObject({
          ...{ documents: owed, created: owed, refused: 0, skipped: 0 },
        })
      }
    }
  }
})
