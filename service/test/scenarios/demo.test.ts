import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startObmen } from '../support/app/run-obmen.js'

const folders = (): string[] => readdirSync(tmpdir()).filter(name => name.startsWith('obmen-demo-'))

it('the demo keeps every promise it makes, ends with 0 and leaves nothing behind', {
  timeout: 300_000,
}, async () => {
  const demo = startObmen(['demo', '--exit'], { PORT: '0' })
  let told = ''
  demo.stdout?.on('data', piece => {
    told += String(piece)
  })
  const [code] = await once(demo, 'exit')
  expect(told).toContain('Всё прошло как обещано')
  expect(told).not.toContain('✗')
  expect(told).toContain('Счет на оплату покупателю')
  expect(code).toBe(0)
  expect(existsSync(join(tmpdir(), `obmen-demo-${demo.pid}`))).toBe(false)
})

it('a demo that was killed is cleared away by the next one', { timeout: 300_000 }, async () => {
  const killed = startObmen(['demo'], { PORT: '0' })
  for await (const piece of killed.stdout!) if (String(piece).includes('http://')) break
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  expect(folders()).toContain(`obmen-demo-${killed.pid}`)
  const next = startObmen(['demo', '--exit'], { PORT: '0' })
  const [code] = await once(next, 'exit')
  expect(code).toBe(0)
  expect(folders()).not.toContain(`obmen-demo-${killed.pid}`)
})
