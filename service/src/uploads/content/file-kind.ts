import { ELEMENTS } from '@obmen/codec'
import { withoutProlog } from './detect-content.js'

export type FileKind = 'orders' | 'catalogue' | 'other'

/** Bytes in which the first element below the root is looked for: comments and a catalogue's long header may come before it. */
export const KIND_MARGIN = 64 * 1024

const CATALOGUE = new Set<string>([
  ELEMENTS.classifier,
  ELEMENTS.catalogue,
  ELEMENTS.offers,
  ELEMENTS.offerChanges,
])

/** The kind of a file by its content, never by its name: the first element below the root. Anything but XML is `other`. */
export function detectFileKind(head: Buffer): FileKind {
  const text = decode(head)
  if (!/^[\s\ufeff]*</.test(text)) return 'other'
  const root = new RegExp(`<(?:[^\\s<>:]+:)?${ELEMENTS.root}(?:\\s[^<>]*)?>`).exec(text)
  if (!root) return 'orders'
  const content = withoutProlog(text.slice(root.index + root[0].length))
  const first = /^<(?:[^\s<>:/]+:)?([^\s<>/:]+)/.exec(content)?.[1]
  return first !== undefined && CATALOGUE.has(first) ? 'catalogue' : 'orders'
}

function decode(head: Buffer): string {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(head)
  const declared = /encoding\s*=\s*["']([\w-]+)/.exec(head.subarray(0, 200).toString('latin1'))?.[1] ?? ''
  return new TextDecoder(/1251/.test(declared) ? 'windows-1251' : 'utf-8').decode(head)
}
