import type { FieldProblem } from '@obmen/contract'
import { describeProblem } from '@obmen/contract'

const MIN_LENGTH = 8
const MAX_LENGTH = 200
/** Spaces and invisible characters. */
const BLANK = /[\s\p{Z}\p{C}]/gu

/** The one rule for every new password, wherever it is set. */
export function checkPassword(password: string, path: string, problems: FieldProblem[]): void {
  const visible = [...password.normalize('NFC').replace(BLANK, '')].length
  if (password === '') problems.push({ path, ...describeProblem('password-empty') })
  else if (visible < MIN_LENGTH)
    problems.push({ path, ...describeProblem('password-short', { min: MIN_LENGTH }) })
  else if (password.length > MAX_LENGTH)
    problems.push({ path, ...describeProblem('password-long', { max: MAX_LENGTH }) })
}
