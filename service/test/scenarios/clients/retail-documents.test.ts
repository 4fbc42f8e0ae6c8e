import { expect, it } from 'vitest'
import { newPlatform, oneC } from '../../support/app/test-server.js'
import { useServer } from '../../support/app/use-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'
import { GUID, ordersFile, uploadedOrder } from '../../support/from-1c.js'

const YEARS = [2025, 2026]

describeOnNewestPostgres('documents of a Розница, in which two orders have one number', pg => {
  const server = useServer(pg)

  const idOf = (year: number) => GUID.replace('b7', `${year - 2000}`)
  const documentOf = (year: number, date = `${year}-12-01`) =>
    uploadedOrder({ id: idOf(year), number: 'A-15' })
      .replace('<Дата>2026-11-17</Дата>', `<Дата>${date}</Дата>`)
      .replace('<Время>12:15:07</Время>', '<Время>09:00:00</Время>')
  const begin = async () => {
    const platform = await newPlatform(server)
    const base = oneC(
      server,
      await platform.connect({ client: 'rt', ordernumber: 'platform', paymentrules: [{}] }),
    )
    for (const year of YEARS)
      expect(
        (await platform.put(`o-${year}`, { number: 'A-15', placedAt: `${year}-12-01T09:00:00+05:00` }))
          .status,
      ).toBe(201)
    expect(await base.exchange()).toEqual(['A-15', 'A-15'])
    const upload = async (...documents: string[]) => {
      const body = ordersFile(...documents)
      expect((await base.ask('file&filename=orders.xml', { cookie: await base.signIn(), body })).text).toBe(
        'success',
      )
    }
    const documentsOf = async (year: number) =>
      (await platform.call('GET', `/api/v1/orders/o-${year}/accounting`)).body.items.map(
        ({ documentId }: { documentId: string }) => documentId,
      )
    return { upload, documentsOf }
  }

  it.each([{ files: [[2025], [2026]] }, { files: [[2026], [2025]] }, { files: [[2025, 2026]] }])(
    '7.18: go to the order with their date and time: $files',
    async ({ files }) => {
      const { upload, documentsOf } = await begin()
      for (const years of files) await upload(...years.map(year => documentOf(year)))
      for (const year of YEARS) expect(await documentsOf(year)).toEqual([idOf(year)])
    },
  )

  it('7.18: stay with their order when 1C moves their date', async () => {
    const { upload, documentsOf } = await begin()
    await upload(documentOf(2025), documentOf(2026))
    await upload(documentOf(2025, '2025-12-03'))
    for (const year of YEARS) expect(await documentsOf(year)).toEqual([idOf(year)])
  })
})
