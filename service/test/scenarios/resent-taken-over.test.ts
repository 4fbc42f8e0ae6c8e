import { expect, it } from 'vitest'
import { newPlatform, oneC, sampleLine } from '../support/app/test-server.js'
import { useServer } from '../support/app/use-server.js'
import { describeOnNewestPostgres } from '../support/databases.js'

describeOnNewestPostgres('an order that a person sends again, and that the platform takes over then', pg => {
  const server = useServer(pg)
  const resent = async () => {
    const platform = await newPlatform(server)
    const { id, ...access } = await platform.connect({ client: 'ut', paymentrules: [{}] })
    const base = oneC(server, access)
    await platform.put('o')
    await base.exchange()
    const act = async (action: string, body: object = {}) => {
      const { status } = await platform.call('POST', `/api/v1/orders/o/${action}`, {
        integrationId: id,
        ...body,
      })
      expect(status).toBe(200)
    }
    await act('resend')
    const adoptRevisions = async (changes: object): Promise<string[]> =>
      (await platform.put('o', changes, { 'obmen-origin': id })).body.owedTo
    return { id, base, adoptRevisions, act }
  }
  const changed = {
    ...{ lines: [sampleLine({ quantity: '3', amount: '4500.00' })], total: '4500.00', payments: [] },
  }

  it('is not sent over what its 1C reported: that was confirmed, nothing was sent since (O10)', async () => {
    const { base, adoptRevisions } = await resent()
    expect(await adoptRevisions(changed)).toEqual([])
    expect(await base.exchange()).toEqual([])
  })

  it('stays owed in the content that the person sends again (O10)', async () => {
    const { id, base, adoptRevisions, act } = await resent()
    expect(await adoptRevisions({})).toEqual([id])
    expect(await base.exchange()).toEqual(['1'])
    expect(await adoptRevisions(changed)).toEqual([])
    await act('resend')
    expect(await adoptRevisions(changed)).toEqual([id])
    expect(await base.exchange()).toEqual(['1'])
  })

  it('stays owed once it was given again and not confirmed: 1C may have loaded that (O10)', async () => {
    const { id, base, adoptRevisions, act } = await resent()
    const cookie = await base.signIn()
    await base.ask('query', { cookie })
    // The same session asks again and gets nothing: only the entry tells of what it was given.
    await act('hold', { reason: 'Проверяем' })
    await base.ask('query', { cookie })
    await act('release')
    expect(await adoptRevisions(changed)).toEqual([id])
  })
})
