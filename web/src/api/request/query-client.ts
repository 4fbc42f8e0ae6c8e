import { QueryClient } from '@tanstack/react-query'
import { ApiError, NoAnswerError } from './problem.js'

const RETRIES = 2

/** Reads are retried when it can help (no answer, 502–504, 429); writes never are: only the person knows whether to repeat them. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < RETRIES && isPassing(error),
        retryDelay: (attempt, error) =>
          error instanceof ApiError && error.retryAfterSeconds !== undefined
            ? Math.min(error.retryAfterSeconds, 30) * 1000
            : 500 * 2 ** attempt,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

function isPassing(error: unknown): boolean {
  if (error instanceof NoAnswerError) return true
  return error instanceof ApiError && [429, 502, 503, 504].includes(error.status)
}
