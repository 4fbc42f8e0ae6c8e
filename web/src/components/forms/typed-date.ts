import type { Language } from '../../texts/catalogue.js'

const SEPARATORS: Record<Language, string> = { ru: '.', en: '/' }
const LENGTHS = [2, 2, 4]

/** A partly typed date with separators: "2511" becomes "25.11". "2026-11-25" may be pasted. */
export function maskDate(text: string, language: Language): string {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text)
  if (iso) return [iso[3], iso[2], iso[1]].join(SEPARATORS[language])
  const parts: string[] = []
  // "5.3.2026" is "05.03.2026".
  const filled = text.replace(/(^|\D)(\d)(?=\D)/g, '$10$2')
  let digits = filled.replace(/\D/g, '')
  for (const length of LENGTHS) {
    if (digits === '') break
    parts.push(digits.slice(0, length))
    digits = digits.slice(length)
  }
  return parts.join(SEPARATORS[language])
}

/** "2026-11-25" for "25.11.2026"; undefined for anything that is not a valid date. */
export function readDate(text: string): string | undefined {
  const [, day, month, year] = /^(\d{2})\D(\d{2})\D(\d{4})$/.exec(text) ?? []
  if (day === undefined) return undefined
  const iso = `${year}-${month}-${day}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

/** "25.11.2026" for "2026-11-25"; anything else is returned unchanged. */
export function writeDate(value: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
  return year === undefined ? value : [day, month, year].join(SEPARATORS[language])
}
