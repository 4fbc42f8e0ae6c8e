import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { startObmen } from '../support/app/run-obmen.js'

const folders = (): string[] => readdirSync(tmpdir()).filter(name => name.startsWith('obmen-demo-'))

it('the demo clears away a killed one, keeps every promise, and leaves nothing behind', {
  timeout: 300_000,
}, async () => {
  const killed = startObmen(['demo'], { PORT: '0' })
  for await (const piece of killed.stdout!) if (String(piece).includes('http://')) break
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  expect(folders()).toContain(`obmen-demo-${killed.pid}`)

  const demo = startObmen(['demo', '--exit'], { PORT: '0' })
  let told = ''
  demo.stdout?.on('data', piece => {
    told += String(piece)
  })
  const [code] = await once(demo, 'exit')
  expect(told).toContain('Всё прошло как обещано')
  expect(told).not.toContain('✗')
  // Every exchange that it tells of is over.
  expect(told).not.toContain('прямо сейчас')
  expect(told).toContain('Счет на оплату покупателю')
  expect(code).toBe(0)
  for (const { pid } of [killed, demo]) expect(folders()).not.toContain(`obmen-demo-${pid}`)
})
