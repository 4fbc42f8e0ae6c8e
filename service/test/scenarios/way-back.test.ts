import {
  type Client,
  createBase,
  documentOf,
  linesOf,
  MANAGER_ACTIONS,
  type ManagerAction,
  manage,
  markForUpload,
  type OneC,
  pushOrders,
  runExchange,
} from '@obmen/simulator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Connected1C, newPlatform, type Platform, type TestServer } from '../support/app/test-server.js'
import { useServer } from '../support/app/use-server.js'
import { describeOnNewestPostgres } from '../support/databases.js'

const IDS = ['a', 'b', 'c'] as const
type Id = (typeof IDS)[number]

type Move =
  | { kind: 'put'; id: Id; comment: number }
  | { kind: 'manage'; id: Id; action: ManagerAction }
  | { kind: 'exchange' | 'push' | 'interrupt' | 'refused-import' | 'repeat' }

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    kind: fc.constant('put' as const),
    id: fc.constantFrom(...IDS),
    comment: fc.nat({ max: 5 }),
  }),
  fc.record({
    kind: fc.constant('manage' as const),
    id: fc.constantFrom(...IDS),
    action: fc.constantFrom(...MANAGER_ACTIONS),
  }),
  fc.record({
    kind: fc.constantFrom(
      'exchange' as const,
      'push' as const,
      'interrupt' as const,
      'refused-import' as const,
      'repeat' as const,
    ),
  }),
)

/** A 1C that people work in, beside its platform. */
class SearchCase {
  readonly #contents = new Map<Id, Record<string, unknown>>()
  readonly #numbers = new Map<Id, string>()
  private constructor(
    readonly platform: Platform,
    readonly one: Connected1C,
    readonly base: OneC,
  ) {}

  static async begin(server: TestServer, client: Client, zip: boolean): Promise<SearchCase> {
    const platform = await newPlatform(server)
    const one = await platform.connect({ client, zip, paymentrules: [{}] })
    return new SearchCase(platform, one, createBase(client))
  }

  #wire() {
    return { url: `${this.platform.url}/1c`, login: this.one.login, password: this.one.password }
  }

  async perform(step: Move): Promise<void> {
    switch (step.kind) {
      case 'put': {
        const content = { number: `N/${step.id}`, comment: `слово ${step.comment}`, payments: [] }
        const answer = await this.platform.put(step.id, content)
        expect([200, 201]).toContain(answer.status)
        this.#contents.set(step.id, content)
        this.#numbers.set(step.id, answer.body.numberIn1c)
        return
      }
      case 'manage': {
        const document = documentOf(this.base, this.#numbers.get(step.id) ?? '')
        if (document) manage(this.base, document, step.action, new Date())
        return
      }
      case 'exchange':
        expect(await runExchange(this.base, this.#wire())).toMatchObject({ ok: true })
        return
      case 'push':
        expect(await pushOrders(this.base, this.#wire())).toMatchObject({ ok: true })
        return
      case 'interrupt':
        await pushOrders(this.base, { ...this.#wire(), interrupt: true })
        return
      case 'refused-import': {
        // The answer to import gets lost: 1C sends the same again under another name.
        await this.perform({ kind: 'push' })
        for (const number of this.#numbers.values()) markForUpload(this.base, number)
        return
      }
      case 'repeat':
        for (const number of this.#numbers.values()) markForUpload(this.base, number)
        await this.perform({ kind: 'push' })
    }
  }

  /** After all was exchanged and uploaded: the platform's orders are its own, and 1C's word is known whole. */
  async settle(): Promise<void> {
    await this.perform({ kind: 'exchange' })
    await this.perform({ kind: 'push' })
    for (const [id, content] of this.#contents) {
      const { body: order } = await this.platform.call('GET', `/api/v1/orders/${id}`)
      expect(order.comment).toBe(content.comment)
      expect(order.lines).toHaveLength(1)
      await this.#compare(id)
    }
    expect(await this.#unknown()).toEqual([])
  }

  async #compare(id: Id): Promise<void> {
    const { body } = await this.platform.call('GET', `/api/v1/orders/${id}/accounting`)
    const document = documentOf(this.base, this.#numbers.get(id)!)
    const managed = document && this.base.managed.get(document.id)
    if (!managed) return expect(body.items).toEqual([])
    const [item] = body.items
    expect(item).toMatchObject({
      integrationId: this.one.id,
      documentId: managed.guid,
      documentNumber: document.outcome.number,
      posted: managed.posted,
      deleted: managed.deleted,
      linesDiffer: differ(linesOf(document, managed), document.outcome.lines),
    })
    if (this.base.client === 'unf') {
      expect(item.canceled).toBe(managed.canceled)
      expect(item.payments.map(({ amount }: { amount: string }) => amount)).toEqual(
        managed.payments.map(({ amount }) => amount),
      )
      expect(item.shipments).toHaveLength(managed.shipments.length)
    }
    const { body: events } = await this.platform.call('GET', '/api/v1/events?types=order.accounting.updated')
    const last = events.items.filter((event: { orderId: string }) => event.orderId === id).at(-1)
    expect(last.data).toMatchObject({ posted: item.posted, deleted: item.deleted, total: item.total })
  }

  async #unknown(): Promise<unknown[]> {
    const { body } = await this.platform.call('GET', `/api/v1/integrations/${this.one.id}/unknown-documents`)
    return body.items
  }
}

const differ = (a: readonly object[], b: readonly object[]): boolean => {
  const shown = (lines: readonly object[]): string =>
    JSON.stringify(lines.map(line => pick(line as Record<string, unknown>)))
  return shown(a) !== shown(b)
}
const pick = ({ name, quantity, price, amount }: Record<string, unknown>) => [name, quantity, price, amount]

describeOnNewestPostgres('changes of the platform and files of 1C, in any order', pg => {
  const server = useServer(pg)

  const clients = [
    ['unf', true],
    ['ut', false],
    ['rt', false],
  ] as const
  describe.each(clients)('%s (zip: %s)', (client, zip) => {
    it('end with the last word of each, neither mixed into the other', { timeout: 300_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 25, size: 'max' }), async moves => {
          const search = await SearchCase.begin(server, client, zip)
          for (const one of moves) await search.perform(one)
          await search.settle()
        }),
        { numRuns: 4, endOnFailure: true },
      )
    })
  })
})
