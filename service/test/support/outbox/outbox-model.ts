import type { Settings } from '@obmen/contract/settings'

/** An order in the model of the outbox, which has the invariants O1–O7 and O9 without a database. */
export interface ModelOrder {
  id: string
  revision: number
  status: string
  gateway: string | undefined
  day: number
  note: number
}

export interface ModelEntry {
  pending: number
  confirmed: number
  resends: number
  /** The highest revision that was sent to the end, 0: none ever. From then on the order is followed (O7). */
  sent: number
  /** Held back from this 1C (O9). */
  held: boolean
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
  batches: ModelBatch[]
  /** Orders that are not recalculated yet since the settings changed, in the order of their keys. */
  left: string[]
}

export type ModelContent = Pick<ModelOrder, 'status' | 'gateway' | 'day' | 'note'>

export class OutboxModel {
  /** In the order of their keys. */
  readonly orders = new Map<string, ModelOrder>()
  readonly integrations: ModelIntegration[] = []

  put(id: string, content: ModelContent): 'accepted' | 'unchanged' | 'placed-at-fixed' {
    const before = this.orders.get(id)
    if (before && same(before, content)) return 'unchanged'
    if (before && before.day !== content.day && (this.wasSent(id) || this.isBeingGiven(id)))
      return 'placed-at-fixed'
    const order: ModelOrder = { id, revision: (before?.revision ?? 0) + 1, ...content }
    this.orders.set(id, order)
    this.integrations.forEach((integration, index) => {
      const entry = this.entry(index, id)
      entry.pending = entry.sent > 0 || this.goes(order, integration) ? order.revision : 0
    })
    return 'accepted'
  }

  connect(settings: Settings): void {
    this.integrations.push({ settings, entries: new Map(), batches: [], left: [] })
    this.change(this.integrations.length - 1, settings)
  }

  /** From here on puts and pages go by the new settings; entries follow them with `recalculate`. */
  change(index: number, settings: Settings): void {
    const integration = this.integrations[index]!
    integration.settings = settings
    integration.left = [...this.orders.keys()]
  }

  /** The next orders; says whether any are left. */
  recalculate(index: number, count: number): boolean {
    const integration = this.integrations[index]!
    for (const id of integration.left.splice(0, count)) this.bringUpToDate(index, id)
    return integration.left.length > 0
  }

  private bringUpToDate(index: number, id: string): void {
    const entry = this.entry(index, id)
    const order = this.orders.get(id)!
    if (entry.sent === 0) entry.pending = this.goes(order, this.integrations[index]!) ? order.revision : 0
  }

  resend(index: number, id: string): boolean {
    const entry = this.entry(index, id)
    const isLeft = this.integrations[index]!.left.includes(id)
    const goes =
      isLeft && entry.sent === 0
        ? this.goes(this.orders.get(id)!, this.integrations[index]!)
        : entry.pending > 0
    if (!goes) return false
    Object.assign(entry, {
      pending: this.orders.get(id)!.revision,
      confirmed: 0,
      resends: entry.resends + 1,
    })
    return true
  }

  /** O5, O9: what is owed and not held, in the order of the keys. */
  owed(index: number): ModelItem[] {
    return [...this.orders.keys()].flatMap(order => {
      const { pending, confirmed, resends, held } = this.entry(index, order)
      return pending > confirmed && !held ? [{ order, revision: pending, resends }] : []
    })
  }

  /** Whether an owed order is given out: not if the new rules exclude it, even though its entry is not recalculated yet. */
  mayGo(index: number, id: string): boolean {
    const integration = this.integrations[index]!
    if (this.entry(index, id).sent > 0 || !integration.left.includes(id)) return true
    return this.goes(this.orders.get(id)!, integration)
  }

  /** Whether the platform is told that the order is owed: as it will be after the recalculation. */
  isOwed(index: number, id: string): boolean {
    const { pending, confirmed, sent, held } = this.entry(index, id)
    if (held) return false
    const integration = this.integrations[index]!
    if (sent > 0 || !integration.left.includes(id)) return pending > confirmed
    return this.goes(this.orders.get(id)!, integration)
  }

  isHeld(index: number, id: string): boolean {
    return this.entry(index, id).held
  }

  /** Orders that were never sent come before those that were. */
  place(index: number, id: string): number {
    return this.entry(index, id).sent > 0 ? 1 : 0
  }

  begin(index: number, batch: ModelBatch): void {
    this.integrations[index]!.batches.push(batch)
  }

  /** O7: however the order changed meanwhile, this 1C is owed its newest revision from now on. */
  send(index: number, batch: ModelBatch): void {
    batch.state = 'sent'
    for (const { order, revision } of batch.items) {
      const entry = this.entry(index, order)
      entry.sent = Math.max(entry.sent, revision)
      if (entry.pending === 0) entry.pending = this.orders.get(order)!.revision
    }
  }

  confirm(index: number, batch: ModelBatch): void {
    batch.state = 'confirmed'
    for (const { order, revision, resends } of batch.items) {
      const entry = this.entry(index, order)
      if (entry.resends === resends) entry.confirmed = Math.max(entry.confirmed, revision)
    }
  }

  entry(index: number, order: string): ModelEntry {
    const { entries } = this.integrations[index]!
    const entry = entries.get(order) ?? { pending: 0, confirmed: 0, resends: 0, sent: 0, held: false }
    entries.set(order, entry)
    return entry
  }

  private wasSent(id: string): boolean {
    return this.integrations.some(({ entries }) => (entries.get(id)?.sent ?? 0) > 0)
  }

  private isBeingGiven(id: string): boolean {
    return this.integrations.some(({ batches }) =>
      batches.some(({ state, items }) => state === 'open' && items.some(({ order }) => order === id)),
    )
  }

  private goes(order: ModelOrder, { settings }: ModelIntegration): boolean {
    if (order.status === 'canceled' && !this.wasSent(order.id)) return false
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
