/**
 * - `malformed`: not well-formed XML.
 * - `unexpected-end`: the text ends inside an element; a part of the file is missing.
 * - `not-commerceml`: the root is not `КоммерческаяИнформация`.
 * - `commerceml-1`: the file is of CommerceML 1, which keeps everything in attributes and under other names.
 * - `archive`: a zip archive, not the XML inside it.
 * - `wrong-encoding`: the file is in another encoding than it claims: UTF-8 for windows-1251 or the other way
 * round.
 * - `doctype`: a document type declaration, which CommerceML never has and attacks do.
 * - `too-deep`, `too-many-attributes`, `text-too-long`, `document-too-large`: a limit of `ReadLimits` is
 * passed.
 * - `unknown-encoding`: the declaration names an encoding other than UTF-8, UTF-16 and windows-1251.
 * - `bad-bytes`: the bytes are no text in the encoding that the file claims.
 */
export type CommercemlErrorCode =
  | 'malformed'
  | 'unexpected-end'
  | 'not-commerceml'
  | 'commerceml-1'
  | 'archive'
  | 'wrong-encoding'
  | 'doctype'
  | 'too-deep'
  | 'too-many-attributes'
  | 'text-too-long'
  | 'document-too-large'
  | 'unknown-encoding'
  | 'bad-bytes'

export interface Place {
  line: number
  column: number
  /** Names of the open elements, `КоммерческаяИнформация/Документ[2]/Товары`; empty outside the root. */
  path: string
}

/** The only error that reading throws, whatever the input is. */
export class CommercemlError extends Error {
  override readonly name = 'CommercemlError'
  readonly code: CommercemlErrorCode
  readonly line: number
  readonly column: number
  readonly path: string

  constructor(code: CommercemlErrorCode, message: string, place: Place) {
    super(`${message} (line ${place.line}, column ${place.column})`)
    this.code = code
    this.line = place.line
    this.column = place.column
    this.path = place.path
  }
}
