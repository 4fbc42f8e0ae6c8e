import type { FieldProblem, Locale } from '@obmen/contract'
import { TITLES as ENGLISH_TITLES, englishProblem, REFUSALS } from '@obmen/contract/english'
import type { Problem } from '@obmen/contract/rest'
import { type AppError, STATUS } from './app-error.js'
import { TITLES } from './texts.js'

/** For refusals that name no time of their own. */
const RETRY_AFTER_SECONDS = 5

/** RFC 9457 body for an error; `instance` is the request id, which is also in the log. */
export function toProblem(error: AppError, language: Locale, instance?: string): Problem {
  return {
    type: `urn:obmen:problem:${error.code}`,
    title: (language === 'en' ? ENGLISH_TITLES : TITLES)[error.code]!,
    ...presentError(error, language),
    ...(instance !== undefined && { instance }),
  }
}

/** An error as a line of a batch has it, too. */
export function presentError({ code, message, reason, errors, proposedNumber }: AppError, language: Locale) {
  const english = reason ? englishProblem(reason.code, reason.params) : REFUSALS[code]
  const inEnglish = (problem: FieldProblem): FieldProblem => ({
    ...problem,
    message: englishProblem(problem.code, problem.params) ?? problem.message,
  })
  return {
    status: STATUS[code],
    code,
    detail: (language === 'en' && english) || message,
    ...(reason && { reason: reason.code, params: reason.params }),
    ...(proposedNumber !== undefined && { proposedNumber }),
    ...(errors && { errors: language === 'en' ? errors.map(inEnglish) : [...errors] }),
  }
}

/** The language that the header Accept-Language prefers: Russian, unless it is English. */
export function languageOf(header: string | undefined): Locale {
  const asked = (header ?? '').split(',').map(part => {
    const [tag = '', weight = '1'] = part.split(/;\s*q=/)
    return { language: tag.trim().slice(0, 2).toLowerCase(), weight: Number(weight) || 0 }
  })
  const known = asked.filter(({ language, weight }) => /^(ru|en)$/.test(language) && weight > 0)
  return known.sort((one, other) => other.weight - one.weight)[0]?.language === 'en' ? 'en' : 'ru'
}

export function retryAfter(error: AppError): number | undefined {
  const status = STATUS[error.code]
  return error.retryAfterSeconds ?? (status === 503 || status === 429 ? RETRY_AFTER_SECONDS : undefined)
}
