import type { Sentence } from '../sentence.js'
import { formatSettingsMessage } from '../settings/texts-settings.js'
import { ACCOUNT_PROBLEMS } from './texts-accounts.js'
import { CHANNEL_PROBLEMS } from './texts-channels.js'
import { FILE_PROBLEMS } from './texts-files.js'
import { INTEGRATION_PROBLEMS } from './texts-integrations.js'
import { ORDER_PROBLEMS } from './texts-orders.js'
import { QUARANTINE_NOTES } from './texts-quarantine.js'
import { READING_PROBLEMS } from './texts-reading.js'
import { REFUSAL_PROBLEMS } from './texts-refusals.js'
import { REQUEST_PROBLEMS } from './texts-requests.js'

const WORDS = {
  ...ACCOUNT_PROBLEMS,
  ...INTEGRATION_PROBLEMS,
  ...ORDER_PROBLEMS,
  ...REQUEST_PROBLEMS,
  ...REFUSAL_PROBLEMS,
  ...FILE_PROBLEMS,
  ...CHANNEL_PROBLEMS,
  ...READING_PROBLEMS,
  ...QUARANTINE_NOTES,
  settings: ({ sentence }: { sentence: Sentence }) => formatSettingsMessage(sentence, 'ru'),
}

/** Problems that Obmen reports. The server words them in Russian; the web app words the codes in English. */
export type ProblemCode = keyof typeof WORDS
export const PROBLEM_CODES = Object.keys(WORDS) as ProblemCode[]

/** Parameters of the sentence of a code; void if it has none. */
export type ProblemParams<Code extends ProblemCode> = (typeof WORDS)[Code] extends (
  params: infer Params,
) => string
  ? Params
  : undefined

/** A sentence for each code, in any language. */
export type ProblemWords = {
  readonly [Code in ProblemCode]: ProblemParams<Code> extends undefined
    ? string
    : (params: ProblemParams<Code>) => string
}

/** One problem: its code, its parameters, and its Russian sentence. */
export interface DescribedProblem {
  code: ProblemCode
  params?: Readonly<Record<string, unknown>>
  message: string
}

/** Words a problem in Russian and returns it with its code and parameters. */
export function describeProblem<Code extends ProblemCode>(
  code: Code,
  ...[params]: ProblemParams<Code> extends undefined ? [] : [params: ProblemParams<Code>]
): DescribedProblem {
  const word: string | ((params: never) => string) = WORDS[code]
  if (typeof word === 'string') return { code, message: word }
  return { code, params: params as Readonly<Record<string, unknown>>, message: word(params as never) }
}
