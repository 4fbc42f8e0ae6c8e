/** Shared by the server and the web app: no Node.js, no zod. */
export * from './enumerations.js'
export type { FieldProblem } from './field-problem.js'
export * from './findings.js'
export { exportsIn1C, numbersIn1C } from './numbers-in-1c.js'
export { dayInWords, ordersInWords, pluralEn, pluralRu, sizeInWords, sumInWords } from './numbers-in-words.js'
export * from './order.js'
export { isPrintable } from './printable.js'
export {
  type DescribedProblem,
  describeProblem,
  PROBLEM_CODES,
  type ProblemCode,
  type ProblemParams,
  type ProblemWords,
} from './problems/problem-words.js'
export type { Unreachable } from './problems/texts-channels.js'
export type { ValueRefusal } from './problems/texts-requests.js'
export type { Sentence } from './sentence.js'
export {
  CHECK_TONES,
  type CheckTone,
  CLIENT_FACTS,
  type ClientFact,
  CONNECTION_CHECKS,
  type ConnectionCheck,
} from './states/recognition.js'
export { type AlarmWords, describeAlarm } from './states/texts-alarms.js'
export { describeEnding, describeMissingCalls, type Ending } from './states/texts-ending.js'
export { explainMismatch, type Mismatch, type RuleMismatch } from './states/texts-mismatch.js'
export { describeCheck, describeFact, MOST_COUNTED } from './states/texts-recognition.js'
export { describeState, STATE_ACTIONS, type StateCause } from './states/texts-states.js'
export * from './texts-document-parts.js'
