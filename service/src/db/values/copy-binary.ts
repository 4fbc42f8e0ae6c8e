/** Size of a piece of rows, unless its last row makes it larger. */
const PIECE_BYTES = 64 * 1024
/** Room for the last row of a piece. */
const ROW_BYTES = 8 * 1024
const FIRST_BYTES = 4096
/** A buffer larger than this is not kept for the next group. */
const KEPT_BYTES = 4 * 1024 * 1024
/** Beyond it the bytes of a text are counted before it is encoded, instead of reserving the most that it could take. */
const LONG_TEXT = 64 * 1024
/** A text of ASCII up to this length is encoded faster one character after another than by a call. */
const SHORT_TEXT = 32

const NULL_LENGTH = -1
const INT4_OID = 23
const TEXT_OID = 25

/** Milliseconds from 1970 to 2000, where PostgreSQL counts from. */
const EPOCH_2000 = Date.UTC(2000, 0)

/** A value that another CopyBuffer encoded, with its length, from `start` to `end` of a buffer. */
export interface EncodedFields {
  bytes: Buffer
  start: number
  end: number
}

/**
 * Encodes values as PostgreSQL sends and receives them in binary, one after another, each with its length. The server spends a quarter less
 * on a COPY of them than on one of texts, which it has to split and parse. Formats: PostgreSQL's documentation of COPY, "Binary
 * Format", and the `…recv` function of each type.
 */
export class CopyBuffer {
  bytes: Buffer
  /** Where the next value begins. */
  end = 0

  constructor(size = FIRST_BYTES) {
    this.bytes = Buffer.allocUnsafe(size)
  }

  private reserve(bytes: number): void {
    if (this.end + bytes <= this.bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(2 * this.bytes.length, this.end + bytes))
    larger.set(this.bytes.subarray(0, this.end))
    this.bytes = larger
  }

  private putInt16(value: number): void {
    this.bytes[this.end++] = value >> 8
    this.bytes[this.end++] = value
  }

  private putInt32(value: number): void {
    const { bytes, end } = this
    bytes[end] = value >> 24
    bytes[end + 1] = value >> 16
    bytes[end + 2] = value >> 8
    bytes[end + 3] = value
    this.end += 4
  }

  /** Returns the number of bytes. */
  private putText(text: string): number {
    const { bytes, end } = this
    if (text.length <= SHORT_TEXT) {
      let index = 0
      for (; index < text.length; index++) {
        const code = text.charCodeAt(index)
        if (code > 0x7f) break
        bytes[end + index] = code
      }
      if (index === text.length) {
        this.end += index
        return index
      }
    }
    const written = bytes.write(text, end)
    this.end += written
    return written
  }

  /** Begins a row of `fields` values. */
  row(fields: number): void {
    this.reserve(2)
    this.putInt16(fields)
  }

  null(): void {
    this.reserve(4)
    this.putInt32(NULL_LENGTH)
  }

  bool(value: boolean): void {
    this.reserve(5)
    this.putInt32(1)
    this.bytes[this.end++] = value ? 1 : 0
  }

  int4(value: number): void {
    this.reserve(8)
    this.putInt32(4)
    this.putInt32(value)
  }

  /** A safe integer. */
  int8(value: number): void {
    this.reserve(12)
    this.putInt32(8)
    this.putInt32(Math.floor(value / 2 ** 32))
    this.putInt32(value)
  }

  /** Of type text or json. Returns the number of bytes. */
  text(text: string): number {
    this.reserve(4 + (text.length > LONG_TEXT ? Buffer.byteLength(text) : 3 * text.length))
    const start = this.end
    this.end += 4
    const written = this.putText(text)
    this.end = start
    this.putInt32(written)
    this.end += written
    return written
  }

  textOrNull(text: string | null | undefined): void {
    if (text === null || text === undefined) this.null()
    else this.text(text)
  }

  uuid(text: string): void {
    this.reserve(20)
    this.putInt32(16)
    let high = -1
    for (let index = 0; index < text.length; index++) {
      const digit = hexDigit(text.charCodeAt(index))
      if (digit < 0) continue
      if (high < 0) high = digit
      else {
        this.bytes[this.end++] = high * 16 + digit
        high = -1
      }
    }
  }

  /** Milliseconds since 1970. */
  timestamptz(at: number): void {
    this.reserve(12)
    this.putInt32(8)
    this.end = this.bytes.writeBigInt64BE(BigInt(at - EPOCH_2000) * 1000n, this.end)
  }

  /** A decimal number: digits, and possibly a minus and a point. */
  numeric(decimal: string): void {
    const negative = decimal.startsWith('-')
    const point = decimal.indexOf('.')
    const whole = decimal.slice(negative ? 1 : 0, point < 0 ? undefined : point)
    const fraction = point < 0 ? '' : decimal.slice(point + 1)
    // Groups of four digits, on both sides of the point.
    const groups = Math.ceil(whole.length / NUMERIC_DIGITS) + Math.ceil(fraction.length / NUMERIC_DIGITS)
    this.reserve(12 + 2 * groups)
    this.putInt32(8 + 2 * groups)
    this.putInt16(groups)
    this.putInt16(Math.ceil(whole.length / NUMERIC_DIGITS) - 1)
    this.putInt16(negative ? NUMERIC_NEGATIVE : 0)
    this.putInt16(fraction.length)
    for (let end = whole.length % NUMERIC_DIGITS; end <= whole.length; end += NUMERIC_DIGITS)
      if (end > 0) this.putInt16(Number(whole.slice(Math.max(0, end - NUMERIC_DIGITS), end)))
    for (let start = 0; start < fraction.length; start += NUMERIC_DIGITS)
      this.putInt16(Number(fraction.slice(start, start + NUMERIC_DIGITS).padEnd(NUMERIC_DIGITS, '0')))
  }

  textArray(texts: readonly string[]): void {
    const start = this.end
    this.reserve(4)
    this.end += 4
    this.arrayHead(TEXT_OID, texts.length)
    for (const text of texts) this.text(text)
    this.putLength(start)
  }

  /** What precedes the elements of an array, none of which is null. `oid`: their type's. */
  arrayHead(oid: number, elements: number): void {
    this.reserve(20)
    this.putInt32(elements === 0 ? 0 : 1)
    this.putInt32(0)
    this.putInt32(oid)
    if (elements === 0) return
    this.putInt32(elements)
    this.putInt32(1)
  }

  /** Different words without NUL, and the positions (1 to 127, ascending) of each. */
  tsvector(words: readonly string[], positions: readonly (readonly number[])[]): void {
    // As one text: all bytes between the words are ASCII, too.
    let text = ''
    for (let index = 0; index < words.length; index++) {
      const places = positions[index]!
      text += `${words[index]}\0\0${String.fromCharCode(places.length)}`
      for (const place of places) text += `\0${String.fromCharCode(place)}`
    }
    const start = this.end
    this.reserve(8 + 3 * text.length)
    this.end += 4
    this.putInt32(words.length)
    this.putText(text)
    this.putLength(start)
  }

  /** Fields that were encoded before. */
  fields({ bytes, start, end }: EncodedFields): void {
    this.reserve(end - start)
    this.end += bytes.copy(this.bytes, this.end, start, end)
  }

  /** The length of the value whose length field is at `start`, and which ends here. */
  private putLength(start: number): void {
    const { end } = this
    this.end = start
    this.putInt32(end - start - 4)
    this.end = end
  }

  /** A copy of what was encoded; the buffer is then free for the next group. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.bytes.subarray(0, this.end))
    this.end = 0
    if (this.bytes.length > KEPT_BYTES) this.bytes = Buffer.allocUnsafe(FIRST_BYTES)
    return taken
  }
}

/** Signature, flags and the length of an extension. */
const HEAD = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)])
const NO_MORE_ROWS = -1
const NUMERIC_DIGITS = 4
const NUMERIC_NEGATIVE = 0x4000

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const letter = code | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

/** COPY's binary format in pieces made on demand. `encode` encodes a row of `fields` values. */
export function* copyRows<Row>(
  rows: Iterable<Row>,
  fields: number,
  encode: (buffer: CopyBuffer, row: Row) => void,
): Generator<Buffer> {
  let piece = new CopyBuffer(PIECE_BYTES + ROW_BYTES)
  piece.fields({ bytes: HEAD, start: 0, end: HEAD.length })
  for (const row of rows) {
    piece.row(fields)
    encode(piece, row)
    if (piece.end < PIECE_BYTES) continue
    yield piece.bytes.subarray(0, piece.end)
    piece = new CopyBuffer(PIECE_BYTES + ROW_BYTES)
  }
  piece.row(NO_MORE_ROWS)
  yield piece.bytes.subarray(0, piece.end)
}

/** Where each of the first `count` fields from `start` on begins: at its length. */
export function fieldStarts(bytes: Buffer, start: number, count: number): number[] {
  const starts = [start]
  for (let index = 1; index < count; index++) {
    const at = starts[index - 1]!
    starts.push(at + 4 + Math.max(0, bytes.readInt32BE(at)))
  }
  return starts
}

/**
 * An array as a parameter of a statement. With hundreds of elements it costs a tenth of the text that a driver makes of it, escaping each.
 * `oid`: the type of the elements, which were encoded before; none of them is null.
 */
export function arrayOfFields(oid: number, elements: readonly EncodedFields[]): Buffer {
  return arrayOf(oid, elements, (buffer, element) => buffer.fields(element))
}

/** arrayOfFields for a text[]. */
export function arrayOfTexts(texts: readonly string[]): Buffer {
  return arrayOf(TEXT_OID, texts, (buffer, text) => buffer.text(text))
}

/** arrayOfFields for an int[]. */
export function arrayOfInts(numbers: readonly number[]): Buffer {
  return arrayOf(INT4_OID, numbers, (buffer, number) => buffer.int4(number))
}

function arrayOf<Element>(
  oid: number,
  elements: readonly Element[],
  encode: (buffer: CopyBuffer, element: Element) => void,
): Buffer {
  const buffer = new CopyBuffer()
  buffer.arrayHead(oid, elements.length)
  for (const element of elements) encode(buffer, element)
  return buffer.bytes.subarray(0, buffer.end)
}
