/** English words of problems and refusals: apart, for the web app loads them only where they are read. */
import type { FieldProblem } from '../field-problem.js'
import { formatSettingsMessage } from '../settings/texts-settings.js'
import { ACCOUNTS } from './english/accounts.js'
import { CHANNELS } from './english/channels.js'
import { FILES, QUARANTINE } from './english/files.js'
import { INTEGRATIONS } from './english/integrations.js'
import { orderWords } from './english/orders.js'
import { READING } from './english/reading.js'
import { WHOLE_REFUSALS } from './english/refusals.js'
import { REQUESTS } from './english/requests.js'
import type { ProblemCode, ProblemWords } from './problem-words.js'

export { REFUSALS, TITLES } from './english/codes.js'

export const PROBLEMS: ProblemWords = {
  ...ACCOUNTS,
  ...CHANNELS,
  ...INTEGRATIONS,
  ...READING,
  ...REQUESTS,
  ...WHOLE_REFUSALS,
  ...FILES,
  ...QUARANTINE,
  ...orderWords(problem => englishProblem(problem.code, problem.params) ?? problem.message),
  settings: ({ sentence }) => formatSettingsMessage(sentence, 'en'),
}

/** The English sentence of a problem; undefined for a code that is not known. */
export function englishProblem(code: string | undefined, params: FieldProblem['params']): string | undefined {
  if (code === undefined || !Object.hasOwn(PROBLEMS, code)) return undefined
  const word: string | ((params: never) => string) = PROBLEMS[code as ProblemCode]
  return typeof word === 'string' ? word : word((params ?? {}) as never)
}
