import { ApiError, NoAnswerError } from '../../api/request/problem.js'
import { useTexts } from '../../texts/language.js'
import { useRefusal } from '../refusals/use-refusal.js'
import { texts } from '../texts.js'

/** Any error as a sentence for the person: the server's own words if there are any, else what to do. */
export function useFailureText(): (error: unknown) => string {
  const t = useTexts(texts).failure
  const refusal = useRefusal()
  return error => {
    if (error instanceof NoAnswerError) return error.timedOut ? t.timedOut : t.offline
    if (!(error instanceof ApiError)) return t.unknown
    if (error.detail === '') return t.server
    const text = refusal(error)
    return error.retryAfterSeconds === undefined ? text : `${text} ${t.wait(error.retryAfterSeconds)}`
  }
}
