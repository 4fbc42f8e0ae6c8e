import { ELEMENTS, encodeText } from '@obmen/codec'

/** Opening and closing tag of an order's document, as bytes of the answer's encoding. */
export interface DocumentTags {
  opening: Buffer
  closing: Buffer
}

export function documentTags(contentType: string | undefined): DocumentTags {
  const encoding = /windows-1251/i.test(contentType ?? '') ? 'windows-1251' : 'utf-8'
  const encode = (text: string): Buffer => Buffer.from(encodeText(text, encoding))
  return { opening: encode(`<${ELEMENTS.document}>`), closing: encode(`</${ELEMENTS.document}>`) }
}

export function countDocuments(bytes: Buffer, { opening }: DocumentTags): number {
  let count = 0
  for (let at = bytes.indexOf(opening); at !== -1; at = bytes.indexOf(opening, at + opening.length)) count++
  return count
}

/** The bytes beginning with the document at `index`; undefined if there are fewer documents. */
export function fromDocument(bytes: Buffer, index: number, { opening }: DocumentTags): Buffer | undefined {
  let start = bytes.indexOf(opening)
  for (let passed = 0; passed < index && start !== -1; passed++)
    start = bytes.indexOf(opening, start + opening.length)
  return start === -1 ? undefined : bytes.subarray(start)
}

/** The document at the start of the bytes; undefined when it is incomplete. */
export function firstDocument(bytes: Buffer, { closing }: DocumentTags): Buffer | undefined {
  const end = bytes.indexOf(closing)
  return end === -1 ? undefined : bytes.subarray(0, end + closing.length)
}
