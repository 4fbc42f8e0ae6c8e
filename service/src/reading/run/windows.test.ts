import { expect, it } from 'vitest'
import * as z from 'zod'
import { readWindows } from './windows.js'

it('ends with a 1C that does not understand `$skip`', async () => {
  let calls = 0
  const source = { set: 'Document_X', select: '', row: z.unknown(), date: 'Date', key: 'Ref_Key' }
  const windows = readWindows(
    source,
    { from: '2026-11-17T00:00:00', to: '2026-11-17T00:00:02' },
    async () => {
      if (++calls > 200) throw new Error('without an end')
      return Array.from({ length: 1001 })
    },
  )
  const readAll = async (): Promise<void> => {
    for await (const _ of windows);
  }
  await expect(readAll()).rejects.toMatchObject({ code: 'unexpected-answer', params: { set: 'Document_X' } })
})
