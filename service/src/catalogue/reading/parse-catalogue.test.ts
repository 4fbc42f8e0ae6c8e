import { expect, it } from 'vitest'
import { readConfig } from '../../config.js'
import { catalogueBatches } from './parse-catalogue.js'

it('7.17: items with long lists are applied a few at a time', async () => {
  const characteristic = `<ХарактеристикаТовара><Наименование>Цвет</Наименование><Значение>${'x'.repeat(1000)}</Значение></ХарактеристикаТовара>`
  const list = `<ХарактеристикиТовара>${characteristic.repeat(500)}</ХарактеристикиТовара>`
  async function* bytes(): AsyncGenerator<Buffer> {
    yield Buffer.from('<КоммерческаяИнформация><Каталог><Товары>')
    for (let at = 0; at < 40; at++)
      yield Buffer.from(`<Товар><Ид>${at}</Ид><Наименование>Футболка</Наименование>${list}</Товар>`)
    yield Buffer.from('</Товары></Каталог></КоммерческаяИнформация>')
  }
  const sizes: number[] = []
  const rows: string[] = []
  const { signal } = new AbortController()
  for await (const batch of catalogueBatches({ bytes, limits: readConfig({}), signal })) {
    sizes.push(batch.reduce((sum, { json }) => sum + json.length, 0))
    rows.push(...batch.map(({ key }) => key))
  }
  expect(rows).toEqual(Array.from({ length: 40 }, (_, at) => String(at)))
  expect(Math.max(...sizes)).toBeLessThan(8_000_000)
})
