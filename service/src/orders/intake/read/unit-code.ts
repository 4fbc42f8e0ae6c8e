/** An ОКЕИ code as 1C's classifier has it: three digits, or four that don't begin with 0. `0796` becomes `796`. */
export function unitCode(code: string): string {
  return code.replace(/^0+(?=\d{3})/, '')
}
