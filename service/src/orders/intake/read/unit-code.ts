/** A code of ОКЕИ as 1C's classifier spells it: of three digits, or of four that don't begin with 0. `0796` is 796. */
export function unitCode(code: string): string {
  return code.replace(/^0+(?=\d{3})/, '')
}
