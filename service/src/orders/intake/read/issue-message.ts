import { type ProblemCode, type ProblemParams, type ToldProblem, tellProblem } from '@obmen/contract'

/** Encodes a problem as the message of an issue, since zod carries only text. */
export function asMessage<Code extends ProblemCode>(
  code: Code,
  ...params: ProblemParams<Code> extends undefined ? [] : [params: ProblemParams<Code>]
): string {
  return JSON.stringify(tellProblem(code, ...params))
}

/** Decodes the problem from the message of an issue. */
export function ofMessage(message: string): ToldProblem {
  return JSON.parse(message) as ToldProblem
}
