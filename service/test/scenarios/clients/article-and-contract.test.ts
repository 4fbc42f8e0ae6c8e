import { createBase, runExchange } from '@obmen/simulator'
import { expect, it } from 'vitest'
import { newPlatform, sampleLine } from '../../support/app/test-server.js'
import { useServer } from '../../support/app/use-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'

describeOnNewestPostgres('article and contract of an order', pg => {
  const server = useServer(pg)

  it.each(['bp', 'unf', 'ut', 'rt'] as const)(
    'an article finds the item of another id in every 1C (F4.8): %s',
    async client => {
      const platform = await newPlatform(server)
      const { id: integrationId, login, password } = await platform.connect({ client })
      const put = (id: string, line: object, changes = {}) =>
        platform.put(id, { lines: [sampleLine({ article: 'АР-01', ...line })], ...changes })
      await put('a', {})
      const other = { id: 'svc-99', name: 'Переговорная на час' }
      const { body } = await put('b', other, { contract: '№ 5 от 01.02.2026' })
      const { documents } = await runExchange(createBase(client), {
        url: `${server.url}/1c`,
        login,
        password,
      })
      expect(documents.map(({ lines }) => lines[0])).toMatchObject([
        { article: 'АР-01', item: 'created' },
        { article: 'АР-01', item: 'found' },
      ])
      expect(documents[1]!.requisites).toHaveProperty('Договор контрагента', '№ 5 от 01.02.2026')
      const isRead = client === 'unf'
      expect(documents[1]!.contract).toBe(isRead ? '№ 5 от 01.02.2026' : null)
      const unread = { code: 'contract-unread', integrationId, path: '/contract', severity: 'loses' }
      const told = body.warnings.filter(({ code }: { code: string }) => code === 'contract-unread')
      expect(told).toMatchObject(isRead ? [] : [unread])
    },
  )
})
