import { ApiError, NoAnswerError } from '../../api/request/problem.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

/** Any error as a sentence for the person: the server's own words if there are any, else what to do. */
export function useFailureText(): (error: unknown) => string {
  const t = useTexts(texts).failure
  return error => {
    if (error instanceof NoAnswerError) return error.timedOut ? t.timedOut : t.offline
    if (!(error instanceof ApiError)) return t.unknown
    if (error.detail === '') return t.server
    return error.retryAfterSeconds === undefined
      ? error.detail
      : `${error.detail} ${t.wait(error.retryAfterSeconds)}`
  }
}
