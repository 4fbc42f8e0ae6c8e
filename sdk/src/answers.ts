import type { components } from './api.generated.js'

export type Problem = components['schemas']['Problem']

/** A refusal, or an answer that is none of Obmen's. Its message is the problem's `detail`, in Russian. */
export class ObmenError extends Error {
  /** Absent where something between here and Obmen answered. */
  readonly problem: Problem | undefined

  constructor(
    readonly status: number,
    said: unknown,
  ) {
    const problem = isProblem(said) ? said : undefined
    super(problem ? `${status} ${problem.code}: ${problem.detail}` : `${status}: no answer of Obmen`)
    this.name = 'ObmenError'
    this.problem = problem
  }
}

interface Answer<Data> {
  data?: Data
  error?: unknown
  response: Response
}

/** What an operation answered: `await orThrow(obmen.GET('/api/v1/companies'))`. @throws ObmenError */
export async function orThrow<Data>(call: Promise<Answer<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await call
  if (!response.ok) throw new ObmenError(response.status, error)
  return data as NonNullable<Data>
}

function isProblem(said: unknown): said is Problem {
  return typeof said === 'object' && said !== null && 'code' in said && 'detail' in said
}
