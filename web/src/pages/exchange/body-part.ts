/** Bytes of a body shown at a time: what a browser formats, folds and searches without delay. */
export const PART_BYTES = 512 * 1024
/** Read beyond a part, to end it at the beginning of a tag (or a line). */
const OVERLAP_BYTES = 64 * 1024

const LESS_THAN = 0x3c
const LINE_FEED = 0x0a

export interface PartRange {
  offset: number
  limit: number
}

export function partCount(kept: number): number {
  return Math.max(1, Math.ceil(kept / PART_BYTES))
}

/** The range to read for a part, counted from 0. */
export function partRange(part: number): PartRange {
  return { offset: part * PART_BYTES, limit: PART_BYTES + OVERLAP_BYTES }
}

/**
 * The text of a part, from the first tag (or line) in it to the first one beyond it: put together, the parts
 * are the body, and no character is cut.
 */
export function partText(bytes: Uint8Array, part: number, isLast: boolean, contentType: string): string {
  const divider = /xml/i.test(contentType) ? LESS_THAN : LINE_FEED
  const start = part === 0 ? 0 : Math.max(0, bytes.indexOf(divider))
  const beyond = isLast ? -1 : bytes.indexOf(divider, PART_BYTES)
  const end = beyond === -1 ? (isLast ? bytes.length : Math.min(bytes.length, PART_BYTES)) : beyond
  return new TextDecoder(encodingOf(contentType)).decode(bytes.subarray(start, Math.max(start, end)))
}

/** Archives and pictures aren't shown as text. */
export function isText(contentType: string | undefined): boolean {
  return contentType === undefined || /xml|text|json|x-www-form/i.test(contentType)
}

function encodingOf(contentType: string): 'windows-1251' | 'utf-8' {
  return /windows-1251/i.test(contentType) ? 'windows-1251' : 'utf-8'
}
