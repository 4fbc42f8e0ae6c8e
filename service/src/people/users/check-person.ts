import { describeProblem, type FieldProblem, isPrintable } from '@obmen/contract'

const MAX_NAME_LENGTH = 200
const MAX_EMAIL_LENGTH = 254

/** The e-mail in lower case: it identifies one person, in whatever case it is typed. */
export function checkEmail(email: string, path: string, problems: FieldProblem[]): string {
  const trimmed = email.trim().toLowerCase()
  if (
    trimmed.length > MAX_EMAIL_LENGTH ||
    !isPrintable(trimmed) ||
    !/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(trimmed)
  ) {
    problems.push({ path, ...describeProblem('email-shape') })
  }
  return trimmed
}

export function checkPersonName(name: string, path: string, problems: FieldProblem[]): string {
  const trimmed = name.trim()
  if (!isPrintable(trimmed)) problems.push({ path, ...describeProblem('unprintable') })
  if (trimmed.length > MAX_NAME_LENGTH)
    problems.push({ path, ...describeProblem('person-name-too-long', { max: MAX_NAME_LENGTH }) })
  return trimmed
}
