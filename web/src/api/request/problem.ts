import type { FieldProblem } from '@obmen/contract'
import type { Problem } from '@obmen/contract/rest'

/** The server refused (problem+json) or failed. `detail` is meant for the person, in Russian. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  /** Code of `detail` in the contract, with its parameters. */
  readonly reason: string | undefined
  readonly params: FieldProblem['params']
  readonly errors: readonly FieldProblem[]
  readonly retryAfterSeconds: number | undefined
  readonly requestId: string | undefined

  constructor(status: number, problem: Partial<Problem>, retryAfterSeconds: number | undefined) {
    super(problem.detail ?? `HTTP ${status}`)
    this.name = 'ApiError'
    this.status = status
    this.code = problem.code ?? 'unknown'
    this.detail = problem.detail ?? ''
    this.reason = problem.reason
    this.params = problem.params
    this.errors = problem.errors ?? []
    this.requestId = problem.instance
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** No answer: the network is down, or it took too long. The request may or may not have been performed. */
export class NoAnswerError extends Error {
  readonly timedOut: boolean

  constructor(timedOut: boolean, cause: unknown) {
    super(timedOut ? 'No answer in time' : 'The server cannot be reached', { cause })
    this.name = 'NoAnswerError'
    this.timedOut = timedOut
  }
}

export async function problemOf(response: Response): Promise<ApiError> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const problem = isJson ? ((await response.json().catch(() => ({}))) as Partial<Problem>) : {}
  return new ApiError(response.status, problem, Number.isFinite(retryAfter) ? retryAfter : undefined)
}

export function isStatus(error: unknown, ...statuses: number[]): error is ApiError {
  return error instanceof ApiError && statuses.includes(error.status)
}

/** Messages by field name for `form.setErrors`: "/settings/paymentrules/0" belongs to "settings". */
export function fieldErrors<Field extends string>(
  error: unknown,
  fields: readonly Field[],
  toText: (problem: FieldProblem) => string,
): Partial<Record<Field, string>> {
  if (!(error instanceof ApiError)) return {}
  const found: Partial<Record<Field, string>> = {}
  for (const problem of error.errors) {
    const { path } = problem
    const field = fields.find(name => path === `/${name}` || path.startsWith(`/${name}/`))
    if (field !== undefined) found[field] ??= toText(problem)
  }
  return found
}
