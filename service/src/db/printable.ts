/** False for control characters (PostgreSQL can't hold NUL, no XML any of them) and for halves of characters. */
export function isPrintable(text: string): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(text)
}
