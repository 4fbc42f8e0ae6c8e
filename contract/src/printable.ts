/**
 * False for control characters (PostgreSQL can't store NUL, XML none of them), lone surrogates,
 * non-characters, and U+FFFD, which means that the text was damaged earlier and which 1C takes for a wrong
 * encoding.
 */
export function isPrintable(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u.test(text)
}
