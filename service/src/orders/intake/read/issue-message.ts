import { type DescribedProblem, describeProblem, type ProblemCode, type ProblemParams } from '@obmen/contract'

/** Encodes a problem as the message of an issue: zod transports only text. */
export function encodeProblem<Code extends ProblemCode>(
  code: Code,
  ...params: ProblemParams<Code> extends undefined ? [] : [params: ProblemParams<Code>]
): string {
  return JSON.stringify(describeProblem(code, ...params))
}

/** Decodes the problem from the message of an issue. */
export function decodeProblem(message: string): DescribedProblem {
  return JSON.parse(message) as DescribedProblem
}
