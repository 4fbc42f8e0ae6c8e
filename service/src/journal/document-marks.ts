import { ELEMENTS } from '@obmen/codec'

/** Opening and closing tag of an order's document, as bytes of the answer's encoding. */
export interface DocumentMarks {
  opening: Buffer
  closing: Buffer
}

export function documentMarks(contentType: string | undefined): DocumentMarks {
  const encode = /windows-1251/i.test(contentType ?? '') ? windows1251 : (text: string) => Buffer.from(text)
  return { opening: encode(`<${ELEMENTS.document}>`), closing: encode(`</${ELEMENTS.document}>`) }
}

/** How many documents begin in the bytes. */
export function countDocuments(bytes: Buffer, { opening }: DocumentMarks): number {
  let count = 0
  for (let at = bytes.indexOf(opening); at !== -1; at = bytes.indexOf(opening, at + opening.length)) count++
  return count
}

/** The document with `index` documents before it; undefined when it is not there whole. */
export function cutDocument(
  bytes: Buffer,
  index: number,
  { opening, closing }: DocumentMarks,
): Buffer | undefined {
  let start = bytes.indexOf(opening)
  for (let passed = 0; passed < index && start !== -1; passed++)
    start = bytes.indexOf(opening, start + opening.length)
  if (start === -1) return undefined
  const end = bytes.indexOf(closing, start)
  return end === -1 ? undefined : bytes.subarray(start, end + closing.length)
}

/** Letters А…я and ASCII, which is all that element names have. */
function windows1251(text: string): Buffer {
  return Buffer.from(
    Array.from(text, letter => letter.charCodeAt(0)).map(code => (code < 0x80 ? code : code - 0x350)),
  )
}
