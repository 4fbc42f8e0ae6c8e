import { ELEMENTS } from '@obmen/codec'
import type { UploadType } from '../upload.js'
import { textOf, withoutProlog } from './detect-content.js'

export type FileKind = 'orders' | 'catalogue' | 'other'

/** Where the first element below the root is looked for: comments and a long header may precede it. */
export const KIND_MARGIN = 64 * 1024

const CATALOGUE = new Set<string>([
  ELEMENTS.classifier,
  ELEMENTS.catalogue,
  ELEMENTS.offers,
  ELEMENTS.offerChanges,
])

/**
 * Whether 1C sends a file beside its catalogue, as a picture or another attachment of an item. None is read:
 * drawings may be XML, documents archives, and some have no content.
 */
export function accompaniesCatalogue({ type, name }: { type: UploadType; name: string }): boolean {
  return type === 'catalog' && (/(^|[\\/])import_files[\\/]/i.test(name) || ATTACHED_XML.test(name))
}

/** УТ omits the folder of a name with `.xml` in it: the ids of the item and of its file, without hyphens. */
const ATTACHED_XML = /^[0-9a-f]{32}_[0-9a-f]{32}\.[^.]+$/i

/**
 * The kind of a file by its content, never by its name: the first element below the root. Anything but XML is
 * `other`. A classifier may precede a catalogue or orders; if `head` ends in it, `type` decides.
 */
export function detectFileKind(head: Buffer, type?: UploadType): FileKind {
  const text = textOf(head)
  if (!/^[\s\ufeff]*</.test(text)) return 'other'
  const root = new RegExp(`<(?:[^\\s<>:]+:)?${ELEMENTS.root}(?:\\s[^<>]*)?>`).exec(text)
  if (!root) return 'orders'
  const content = withoutProlog(text.slice(root.index + root[0].length))
  const first = /^<(?:[^\s<>:/]+:)?([^\s<>/:]+)/.exec(content)?.[1]
  if (first === ELEMENTS.classifier)
    return kindAfterClassifier(content) ?? (type === 'sale' ? 'orders' : 'catalogue')
  return first !== undefined && CATALOGUE.has(first) ? 'catalogue' : 'orders'
}

function kindAfterClassifier(content: string): FileKind | undefined {
  const end = content.search(new RegExp(`</(?:[^\\s<>:/]+:)?${ELEMENTS.classifier}\\s*>`))
  for (const [, name] of content.slice(end).matchAll(/<(?:[^\s<>:/]+:)?([^\s<>/:]+)/g)) {
    if (name === ELEMENTS.document) return 'orders'
    if (CATALOGUE.has(name!)) return 'catalogue'
  }
  return undefined
}
