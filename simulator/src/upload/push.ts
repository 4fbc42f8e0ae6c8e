import { randomUUID } from 'node:crypto'
import { documentOf, type OneC } from '../base/base.js'
import type { ManagedDocument } from '../base/managed.js'
import { writeOrders } from './orders-file.js'
import { runUpload, type UploadOptions, type UploadResult } from './run-upload.js'

export interface PushOptions extends Omit<UploadOptions, 'type' | 'files'> {
  /** Documents in one file; a portion is a cycle of its own. All. */
  portion?: number
  now?: Date
}

export interface PushResult {
  /** The site took each portion. */
  ok: boolean
  /** One for each portion that was begun; after a refused one none is. */
  uploads: UploadResult[]
  /** Documents that the site took. */
  documents: number
}

/**
 * Uploads what people changed in the loaded documents, as УТ, Розница and УНФ do: one cycle a portion. A portion that the site took is
 * forgotten; what it refused stays to be sent by the next call, under another name. Nothing changed means a file without documents.
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

/** Has the next upload tell of an order once more, as after an answer that got lost. */
export function markForUpload(base: OneC, siteNumber: string): void {
  const managed = base.managed.get(documentOf(base, siteNumber)?.id ?? 0)
  if (managed) base.managed.set(managed.documentId, { ...managed, waits: true })
}

function taken(base: OneC, managed: ManagedDocument): void {
  base.managed.set(managed.documentId, { ...managed, waits: false })
}
