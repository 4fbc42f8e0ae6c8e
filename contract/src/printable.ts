/** False for what PostgreSQL or XML can't hold, lone surrogates, and U+FFFD, the mark of damaged text. */
export function isPrintable(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u.test(text)
}
