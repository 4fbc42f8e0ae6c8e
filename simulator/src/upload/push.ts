import { randomUUID } from 'node:crypto'
import type { ManagedDocument } from '../base/base.js'
import { documentOf, type OneC } from '../base/base.js'
import { writeOrders } from './orders-file.js'
import { runUpload, type UploadOptions, type UploadResult } from './run-upload.js'

export interface PushOptions extends Omit<UploadOptions, 'type' | 'files'> {
  /** Documents per file; each portion is a separate cycle. All by default. */
  portion?: number
  now?: Date
}

export interface PushResult {
  /** The site accepted every portion. */
  ok: boolean
  /** One per portion that was started; a refused portion ends the upload. */
  uploads: UploadResult[]
  /** Documents that the site accepted. */
  documents: number
}

/**
 * Uploads the documents that people changed, one cycle per portion. A refused one is sent again by the next
 * call, under another file name. Without changes, a file without documents is sent.
 */
export async function pushOrders(base: OneC, options: PushOptions): Promise<PushResult> {
  const { portion = Number.POSITIVE_INFINITY, now = new Date(), ...upload } = options
  const waiting = [...base.managed.values()].filter(({ waits }) => waits)
  const result: PushResult = { ok: true, uploads: [], documents: 0 }
  const folder = randomUUID()
  for (let at = 0, number = 1; at === 0 || at < waiting.length; at += portion, number++) {
    const documents = waiting.slice(at, at + portion)
    const content = writeOrders(
      base,
      documents.map(managed => ({ document: base.documents.get(managed.documentId)!, managed })),
      now,
    )
    const files = [{ name: `orders-${folder}_${number}.xml`, content }]
    const one = await runUpload(base, { ...upload, type: 'sale', files })
    result.uploads.push(one)
    if (!one.ok) return { ...result, ok: false }
    result.documents += documents.length
    for (const managed of documents) taken(base, managed)
  }
  return result
}

/** Marks an order for the next upload again, as after a lost answer. */
export function markForUpload(base: OneC, siteNumber: string): void {
  const managed = base.managed.get(documentOf(base, siteNumber)?.id ?? 0)
  if (managed) base.managed.set(managed.documentId, { ...managed, waits: true })
}

function taken(base: OneC, managed: ManagedDocument): void {
  base.managed.set(managed.documentId, { ...managed, waits: false })
}
