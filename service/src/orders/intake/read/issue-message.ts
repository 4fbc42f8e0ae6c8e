import { type ProblemCode, type ProblemParams, type ToldProblem, tellProblem } from '@obmen/contract'

/** A problem as the message of an issue: zod carries nothing but text. */
export function asMessage<Code extends ProblemCode>(
  code: Code,
  ...params: ProblemParams<Code> extends undefined ? [] : [params: ProblemParams<Code>]
): string {
  return JSON.stringify(tellProblem(code, ...params))
}

/** The problem that is the message of an issue. */
export function ofMessage(message: string): ToldProblem {
  return JSON.parse(message) as ToldProblem
}
