import type { DocumentBody } from '@obmen/codec'

/** The value 1C takes for a requisite: of several of one name the last. */
export function requisiteOf(document: Pick<DocumentBody, 'requisites'>, name: string): string | undefined {
  return document.requisites?.findLast(requisite => requisite.name === name)?.value
}
