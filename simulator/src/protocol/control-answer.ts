import { decode, headOf } from './decode.js'
import type { Received } from './exchange-call.js'
import type { Player } from './player.js'

const LIMIT = 1024 * 1024

/** A short answer as text; its body is disposed of. A BOM is removed or spoils the first line. */
export async function controlText(player: Player, received: Received): Promise<string> {
  const text = await headOf(decode(received.answer, received.encoding), LIMIT)
  await received.answer.body.dispose()
  if (!text.startsWith('\uFEFF')) return text
  if (player.bom === 'strip') return text.slice(1)
  player.findings.addOnce('bom', 'queue', received.step.name, { mode: received.step.name })
  return text
}

/** The first line as it is compared: trimmed, lower case. 1C does not trim a BOM. */
export function firstWord(text: string): string {
  const [line = ''] = text.split('\n', 1)
  return line.replace(/^[ \t\r\v\f]+|[ \t\r\v\f]+$/g, '').toLowerCase()
}
