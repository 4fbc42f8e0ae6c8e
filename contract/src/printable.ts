/**
 * False for control characters (PostgreSQL can't store NUL, XML none of them), lone surrogates, non-characters, and U+FFFD:
 * it means that the text was damaged before it came here, and 1C takes it as a sign of a wrong encoding.
 */
export function isPrintable(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u.test(text)
}
