import { type DescribedProblem, describeProblem } from '@obmen/contract'

const WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

/** What is wrong with the shape of an ИНН; undefined when it is well-formed. */
export function innProblem(inn: string): DescribedProblem | undefined {
  return /^(\d{10}|\d{12})$/.test(inn) ? undefined : describeProblem('inn-shape')
}

/** For a well-formed ИНН with wrong check digits; accepted, since foreign registers have such numbers. */
export function innWarning(inn: string): string | undefined {
  const digits = [...inn].map(Number)
  const holds =
    digits.length === 10
      ? checkDigit(digits, 9) === digits[9]
      : checkDigit(digits, 10) === digits[10] && checkDigit(digits, 11) === digits[11]
  return holds ? undefined : describeProblem('inn-checksum', { inn }).message
}

/** The preceding digits times the last `position` weights, modulo 11, modulo 10. */
function checkDigit(digits: readonly number[], position: number): number {
  const weights = WEIGHTS.slice(WEIGHTS.length - position)
  const sum = weights.reduce((total, weight, index) => total + weight * digits[index]!, 0)
  return (sum % 11) % 10
}

/** What is wrong with a КПП beside this ИНН. */
export function kppProblem(kpp: string, inn: string): DescribedProblem | undefined {
  if (inn.length === 12) return describeProblem('kpp-of-entrepreneur')
  return /^\d{4}[0-9A-Z]{2}\d{3}$/.test(kpp) ? undefined : describeProblem('kpp-shape')
}
