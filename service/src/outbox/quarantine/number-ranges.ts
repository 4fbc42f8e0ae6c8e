const SHOWN_RANGES = 5

/** Numbers for a message, consecutive ones as a range: `1–6, 8`. `more`: there are further ranges. */
export function numberRanges(numbers: readonly (string | null)[]): { numbers: string; more: boolean } {
  const known = numbers.filter(number => number !== null)
  const parts: string[] = []
  let first = ''
  let last = ''
  const close = (): void => {
    if (first !== '') parts.push(first === last ? first : `${first}–${last}`)
  }
  for (const number of [...known].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    if (first !== '' && /^\d+$/.test(number) && Number(number) === Number(last) + 1) last = number
    else {
      close()
      first = number
      last = number
    }
  }
  close()
  return { numbers: parts.slice(0, SHOWN_RANGES).join(', '), more: parts.length > SHOWN_RANGES }
}
