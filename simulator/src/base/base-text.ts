import { createBase, type OneC } from './base.js'

const VERSION = 1
const MAPS = ['documents', 'payments', 'customers', 'items', 'index', 'managed'] as const

/** A base serialized as text, to be stored between two runs; `parseBase` reads it. */
export function formatBase(base: OneC): string {
  const maps = Object.fromEntries(MAPS.map(name => [name, [...base[name]]]))
  const { client, settings, lastId } = base
  return `${JSON.stringify({ version: VERSION, client, settings, lastId, ...maps })}\n`
}

/** Throws for a text that `formatBase` did not make. */
export function parseBase(text: string): OneC {
  const kept = JSON.parse(text) as Omit<OneC, (typeof MAPS)[number]> & { version?: number } & Record<
      (typeof MAPS)[number],
      [never, never][]
    >
  if (kept.version !== VERSION) throw new Error('not a base of this simulator')
  const base = createBase(kept.client, kept.settings)
  for (const name of MAPS) for (const [key, value] of kept[name]) base[name].set(key, value)
  base.lastId = kept.lastId
  return base
}
