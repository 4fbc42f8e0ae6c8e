import { beforeEach, describe, expect, it } from 'vitest'
import { zipped } from '../../../test/support/archive.js'
import { importFile, offersFile } from '../../../test/support/catalogue.js'
import { uploadingUt } from '../../../test/support/uploading-ut.js'

const one = uploadingUt()
const { item, send, refuse } = one
const states = async () => {
  await one.closeRound()
  return Object.values(await one.states())
}
const CURRENT = ['current', 'current', 'current']
const broken = (items: number[]) => importFile(items.map(number => item(number))).slice(0, -9)

describe('a whole catalogue that begins anew after a failure takes nothing away that 1C has just sent:', () => {
  beforeEach(async () => {
    await send('import0.xml', [1, 2])
    await send('services0.xml', [3])
    await one.closeRound()
  })

  it('in one session, after the first file could not be read', async () => {
    const offers = offersFile([{ ...item(1), price: '1' }])
    const first = await one.session()
    expect(await first.upload('import0.xml', broken([1, 2]))).toMatch(/^failure/)
    expect(await first.upload('offers0.xml', offers)).toBe('success')
    const second = await one.session()
    await second.upload('import0.xml', importFile([item(1), item(2)]))
    await second.upload('offers0.xml', offers)
    await second.upload('import1.xml', importFile([item(3)]))
    expect(await states()).toEqual(CURRENT)
  })

  it('each file in a session of its own, after 1C went on without a refused one, however often', async () => {
    await refuse('import0.xml')
    await send('services0.xml', [3])
    for (let times = 0; times < 2; times++) {
      await send('import0.xml', [1, 2])
      await send('services0.xml', [3])
    }
    expect(await states()).toEqual(CURRENT)
    for (let times = 0; times < 2; times++) {
      await send('import0.xml', [1])
      await send('services0.xml', [3])
    }
    expect(await states()).toEqual(['current', 'gone', 'current'])
  })

  it('with changes alone of the refused file, after 1C went on without it', async () => {
    await refuse('import0.xml')
    await send('services0.xml', [3])
    await send('import0.xml', [1], { changesOnly: true })
    expect(await states()).toEqual(CURRENT)
  })

  it('after an archive was refused, and 1C went on without it', async () => {
    await (await one.session()).breakOff('v8_1.zip', 'PK')
    await expect.poll(one.failures).toBe(1)
    await send('services0.xml', [3])
    const archive = await zipped({ 'import0.xml': importFile([item(1), item(2)]) })
    expect(await (await one.session()).upload('v8_1.zip', archive)).toBe('success')
    await send('services0.xml', [3])
    expect(await states()).toEqual(CURRENT)
  })

  it('of which a portion alone comes again', async () => {
    await send('import0_1.xml', [1])
    const portion = await one.session()
    await portion.upload('import0_2.xml', importFile([item(2)]))
    expect(await portion.upload('offers0_2.xml', broken([2]))).toMatch(/^failure/)
    await send('import0_2.xml', [2])
    await send('import0_3.xml', [3])
    expect(await states()).toEqual(CURRENT)
  })
})
