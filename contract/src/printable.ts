/**
 * False for control characters (PostgreSQL can't hold NUL, no XML any of them), halves of characters, non-characters, and U+FFFD:
 * where it stands, the text was damaged before it came here, and 1C takes it for a sign of a wrong encoding.
 */
export function isPrintable(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u.test(text)
}
