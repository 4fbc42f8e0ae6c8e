import type { Load } from '../../base/load.js'

/** 4 characters of prefix, "-", the digits of the site's number padded to 6; the column holds 11. */
export function invoiceNumber(load: Load, siteNumber: string): string {
  const { organizationPrefix, sitePrefix } = load.base.settings
  const prefix = organizationPrefix.padStart(2, '0') + sitePrefix.padStart(2, '0')
  return `${prefix}-${digitsOf(siteNumber).padStart(6, '0')}`.slice(0, 11)
}

/** БП and УНФ drop letters and cut long numbers: two orders may get the same number. */
export function warnOfNumber(load: Load, siteNumber: string, number: string): void {
  const digits = digitsOf(siteNumber)
  if (digits === '')
    load.found('number-without-digits', 'silent', siteNumber, { number: siteNumber, made: number })
  else if (!number.endsWith(digits))
    load.found('number-cut', 'silent', siteNumber, { number: siteNumber, made: number })
  else if (digits !== siteNumber)
    load.found('number-letters', 'warning', siteNumber, { number: siteNumber, made: number })
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
