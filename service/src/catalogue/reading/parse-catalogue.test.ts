import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { readConfig } from '../../config.js'
import { catalogueBatches } from './parse-catalogue.js'

async function* catalogue(count: number): AsyncGenerator<Buffer> {
  const characteristic = `<ХарактеристикаТовара><Наименование>Цвет</Наименование><Значение>${'x'.repeat(1000)}</Значение></ХарактеристикаТовара>`
  const list = `<ХарактеристикиТовара>${characteristic.repeat(500)}</ХарактеристикиТовара>`
  yield Buffer.from('<КоммерческаяИнформация><Каталог><Товары>')
  for (let at = 0; at < count; at++)
    yield Buffer.from(`<Товар><Ид>${at}</Ид><Наименование>Футболка</Наименование>${list}</Товар>`)
  yield Buffer.from('</Товары></Каталог></КоммерческаяИнформация>')
}

it('7.17: items with long lists are applied a few at a time', async () => {
  const sizes: number[] = []
  const rows: string[] = []
  const { signal } = new AbortController()
  for await (const batch of catalogueBatches({
    bytes: () => catalogue(40),
    limits: readConfig({}),
    signal,
  })) {
    sizes.push(batch.reduce((sum, { json }) => sum + json.length, 0))
    rows.push(...batch.map(({ key }) => key))
  }
  expect(rows).toEqual(Array.from({ length: 40 }, (_, at) => String(at)))
  expect(Math.max(...sizes)).toBeLessThan(8_000_000)
})

it('what was read of a file is given back before its end', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const { signal } = new AbortController()
  const kept: WeakRef<object>[] = []
  for await (const batch of catalogueBatches({
    bytes: () => catalogue(60),
    limits: readConfig({}),
    signal,
  })) {
    await setImmediate()
    collectGarbage()
    if (kept.length > 2) expect(kept[0]!.deref()).toBeUndefined()
    kept.push(new WeakRef(batch[0]!))
  }
  expect(kept.length).toBeGreaterThan(3)
})
