import { type LineFacts, withoutCharacteristic } from '../reading/lines.js'
import type { LineOutcome } from '../result.js'
import type { OneC } from './base.js'
import { detached, type Load, LoadFailure } from './load.js'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The keys by which a configuration searches for an item, in turn, and those of a new one. */
export type ItemKeys = { search: string[]; register: string[] }

/** Finds or creates the item of a line. */
export function findOrCreateItem(
  load: Load,
  order: string,
  line: LineFacts,
  keys: ItemKeys,
): LineOutcome['item'] {
  for (const key of keys.search) {
    const id = load.base.index.get(key)
    if (id === undefined) continue
    registerItem(load, id, keys.register)
    return 'found'
  }
  const name = nameOf(line)
  if (name === '' && !canBeNameless(load, order)) return 'unmatched'
  if (name.length > 100)
    load.found('long-name', 'silent', order, { name: `${name.slice(0, 40)}…`, length: name.length })
  const item = detached({ id: load.tx.nextId(), name: name.slice(0, 100), article: line.article ?? null })
  load.tx.set(load.base.items, item.id, item)
  registerItem(load, item.id, keys.register)
  return 'created'
}

/** УТ and Розница fail on an item without a name, the others leave the line without an item. */
function canBeNameless(load: Load, order: string): boolean {
  const { client } = load.base
  if (client === 'ut' || client === 'rt') throw new LoadFailure('batch', 'item-without-name')
  load.found('item-unmatched', 'silent', order)
  return false
}

type Named = Pick<LineFacts, 'siteId' | 'article' | 'name'>

/** An item entered in 1C by a person. */
export interface OwnItem {
  guid: string
  article: string
  name: string
  service: boolean
}

/** Adds items to the base; existing ones stay. */
export function addItems(base: OneC, items: readonly OwnItem[]): void {
  const byGuid = base.client === 'ut' || base.client === 'rt'
  for (const { guid, article, name, service } of items) {
    const named = { siteId: guid, article, name }
    const { register } = byGuid ? keysByGuid(named, service) : keysByRegister(named)
    if (register[0] !== undefined && base.index.has(register[0])) continue
    base.lastId += 1
    base.items.set(base.lastId, { id: base.lastId, name, article })
    for (const key of register) if (!base.index.has(key)) base.index.set(key, base.lastId)
  }
}

/** УТ, Розница: `Ид` as the item's own GUID, `Артикул`, exact name and kind. */
export function keysByGuid(line: Named, service: boolean): ItemKeys {
  const guid =
    line.siteId !== undefined && GUID.test(line.siteId) ? [`item:guid:${line.siteId.toLowerCase()}`] : []
  const article = line.article === undefined ? [] : [`item:article:${line.article}`]
  const kind = service ? 'service' : 'goods'
  return {
    search: [...guid, ...article, `item:name:${kind}:${nameOf(line)}`],
    register: [...guid, ...article, `item:name:${kind}:${nameOf(line).slice(0, 100)}`],
  }
}

/** УНФ, БП: the register by `Ид` before `#`, by `Артикул`; by name only without an article. */
export function keysByRegister(line: Named): ItemKeys {
  const site = line.siteId === undefined ? [] : [`item:site:${withoutCharacteristic(line.siteId)}`]
  const other = line.article === undefined ? `item:name:${nameOf(line)}` : `item:article:${line.article}`
  const cut = line.article === undefined ? `item:name:${nameOf(line).slice(0, 100)}` : other
  return { search: [...site, other], register: [...site, cut] }
}

export function nameOf(line: Pick<LineFacts, 'name'>): string {
  return withoutCharacteristic(line.name ?? '')
}

function registerItem(load: Load, id: number, keys: string[]): void {
  for (const key of keys) if (!load.base.index.has(key)) load.tx.set(load.base.index, detached(key), id)
}
