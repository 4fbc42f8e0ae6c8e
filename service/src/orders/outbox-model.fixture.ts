import type { Settings } from '../integrations/settings.js'

/** What the outbox is, said as plainly as can be: the invariants O1-O7 without a database. */
export interface ModelOrder {
  id: string
  revision: number
  status: string
  gateway: string | undefined
  day: number
  note: number
  offeredTo: Set<number>
}

export interface ModelEntry {
  pending: number
  confirmed: number
  resends: number
  ever: boolean
}

export interface ModelItem {
  order: string
  revision: number
  resends: number
}

export interface ModelBatch {
  id: number
  state: 'open' | 'sent' | 'confirmed' | 'abandoned'
  items: ModelItem[]
}

export interface ModelIntegration {
  settings: Settings
  entries: Map<string, ModelEntry>
}

export type ModelContent = Pick<ModelOrder, 'status' | 'gateway' | 'day' | 'note'>

export class OutboxModel {
  /** In the order of their keys. */
  readonly orders = new Map<string, ModelOrder>()
  readonly integrations: ModelIntegration[] = []

  put(id: string, content: ModelContent): 'taken' | 'unchanged' | 'placed-at-fixed' {
    const before = this.orders.get(id)
    if (before && same(before, content)) return 'unchanged'
    if (before && before.day !== content.day && before.offeredTo.size > 0) return 'placed-at-fixed'
    const order: ModelOrder = {
      id,
      revision: (before?.revision ?? 0) + 1,
      offeredTo: before?.offeredTo ?? new Set(),
      ...content,
    }
    this.orders.set(id, order)
    this.integrations.forEach((integration, index) => {
      const entry = this.entry(index, id)
      entry.pending = entry.ever || this.goes(order, integration, index) ? order.revision : 0
    })
    return 'taken'
  }

  connect(settings: Settings): void {
    this.integrations.push({ settings, entries: new Map() })
    this.reckon(this.integrations.length - 1, settings)
  }

  reckon(index: number, settings: Settings): void {
    const integration = this.integrations[index]!
    integration.settings = settings
    for (const order of this.orders.values()) {
      const entry = this.entry(index, order.id)
      if (!entry.ever) entry.pending = this.goes(order, integration, index) ? order.revision : 0
    }
  }

  resend(index: number, id: string): boolean {
    const entry = this.entry(index, id)
    if (!entry.ever && entry.pending === 0) return false
    Object.assign(entry, {
      pending: this.orders.get(id)!.revision,
      confirmed: 0,
      resends: entry.resends + 1,
    })
    return true
  }

  /** O5: what is owed, in the order of the keys. */
  owed(index: number): ModelItem[] {
    return [...this.orders.keys()].flatMap(order => {
      const { pending, confirmed, resends } = this.entry(index, order)
      return pending > confirmed ? [{ order, revision: pending, resends }] : []
    })
  }

  give(index: number, batch: ModelBatch, items: ModelItem[]): void {
    batch.items.push(...items)
    for (const { order } of items) this.orders.get(order)!.offeredTo.add(index)
  }

  confirm(index: number, batch: ModelBatch): void {
    batch.state = 'confirmed'
    for (const { order, revision, resends } of batch.items) {
      const entry = this.entry(index, order)
      if (entry.resends === resends) entry.confirmed = Math.max(entry.confirmed, revision)
      entry.ever = true
      if (entry.pending === 0) entry.pending = this.orders.get(order)!.revision
    }
  }

  entry(index: number, order: string): ModelEntry {
    const { entries } = this.integrations[index]!
    const entry = entries.get(order) ?? { pending: 0, confirmed: 0, resends: 0, ever: false }
    entries.set(order, entry)
    return entry
  }

  private goes(order: ModelOrder, { settings }: ModelIntegration, index: number): boolean {
    const canceled = order.status === 'canceled'
    if (canceled && order.offeredTo.size === 0) return false
    if (canceled && order.offeredTo.has(index)) return true
    return settings.paymentrules.some(
      ({ status, gateway }) =>
        (status === undefined || status === order.status) &&
        (gateway === undefined || gateway === order.gateway),
    )
  }
}

function same(order: ModelOrder, { status, gateway, day, note }: ModelContent): boolean {
  return order.status === status && order.gateway === gateway && order.day === day && order.note === note
}
