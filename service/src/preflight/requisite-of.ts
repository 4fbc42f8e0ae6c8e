import type { DocumentBody } from '@obmen/codec'

/** The value that 1C uses for a requisite: the last of several with one name. */
export function requisiteOf(document: Pick<DocumentBody, 'requisites'>, name: string): string | undefined {
  return document.requisites?.findLast(requisite => requisite.name === name)?.value
}
