export interface LineAndColumn {
  /** From 1. */
  line: number
  /** From 1, in characters as a person counts them, without an invisible BOM. */
  column: number
}

/** Line and column of an offset; lines end with LF, CRLF or CR. */
export function lineAndColumn(text: string, offset: number): LineAndColumn {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/)
  return { line: before.length, column: [...before.at(-1)!.replaceAll('\uFEFF', '')].length + 1 }
}
