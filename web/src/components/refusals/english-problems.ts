import type { FieldProblem, ProblemCode, ProblemWords } from '@obmen/contract'
import { formatSettingsMessage } from '@obmen/contract/settings'
import { ACCOUNTS } from './english-accounts.js'
import { FILES, QUARANTINE } from './english-files.js'
import { INTEGRATIONS } from './english-integrations.js'
import { orderWords } from './english-orders.js'
import { WHOLE_REFUSALS } from './english-refusals.js'
import { REQUESTS } from './english-requests.js'

export { REFUSALS } from './english.js'

export const PROBLEMS: ProblemWords = {
  ...ACCOUNTS,
  ...INTEGRATIONS,
  ...REQUESTS,
  ...WHOLE_REFUSALS,
  ...FILES,
  ...QUARANTINE,
  ...orderWords(problem => englishProblem(problem.code, problem.params) ?? problem.message),
  settings: ({ sentence }) => formatSettingsMessage(sentence, 'en'),
}

/** The English sentence of a problem; undefined for a code that this app doesn’t know. */
export function englishProblem(code: string | undefined, params: FieldProblem['params']): string | undefined {
  if (code === undefined || !Object.hasOwn(PROBLEMS, code)) return undefined
  const word: string | ((params: never) => string) = PROBLEMS[code as ProblemCode]
  return typeof word === 'string' ? word : word((params ?? {}) as never)
}
