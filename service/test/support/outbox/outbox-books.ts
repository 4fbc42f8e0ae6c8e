import { noteOf } from './outbox-contents.js'
import type { ModelBatch, ModelContent, OutboxModel } from './outbox-model.js'

/** What each 1C of the model has in its books: the newest revision of each order for which it said success. */
export class OutboxBooks {
  /** Revisions that a 1C saved a second time with nobody asking for it. */
  readonly twice: string[] = []
  private readonly books: Map<string, { revision: number; note: string }>[] = []
  private readonly notes = new Map<string, string>()

  constructor(private readonly model: OutboxModel) {}

  open(): void {
    this.books.push(new Map())
  }

  saved(index: number, order: string): { revision: number; note: string } | undefined {
    return this.books[index]!.get(order)
  }

  /** Remembers the content of a revision when it was given out. */
  remember(order: string, revision: number, content: ModelContent): void {
    this.notes.set(`${order} ${revision}`, noteOf(content))
  }

  /** Saves a batch in the books. The same revision a second time, without a resend, would undo the accountant's work since. */
  save(index: number, batch: ModelBatch): void {
    for (const { order, revision, resends } of batch.items) {
      const { resends: asked, confirmed } = this.model.entry(index, order)
      const once = `integration ${index}, order ${order}, revision ${revision}, resend ${resends}`
      if (asked === resends && confirmed >= revision && !this.isGivenElsewhere(index, order, batch))
        this.twice.push(once)
      const had = this.books[index]!.get(order)
      if (!had || had.revision <= revision)
        this.books[index]!.set(order, { revision, note: this.notes.get(`${order} ${revision}`)! })
    }
  }

  /** Two downloads side by side may both hold a revision; that is the client's doing. */
  private isGivenElsewhere(index: number, order: string, batch: ModelBatch): boolean {
    return this.model.integrations[index]!.batches.some(
      other => other !== batch && other.items.some(item => item.order === order),
    )
  }
}
