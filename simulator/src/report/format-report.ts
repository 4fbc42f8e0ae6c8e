import type { ExchangeResult, Step } from '../result.js'
import { madeLines, notMadeLines } from './documents.js'
import { findingLines } from './findings.js'
import { type Paint, paint as paintOf } from './paint.js'
import { reportText as text } from './texts.js'

/** Above so many documents only totals are shown. */
export const MOST_IN_FULL = 50

export interface ReportOptions {
  /** ANSI colors; false by default. */
  color?: boolean
  /** Advice for the author of the site, too; false. */
  explainSite?: boolean
}

/** The exchange as an accountant reads it: what was made in 1C, what was not and why, what to do. */
export function formatReport(result: ExchangeResult, options: ReportOptions = {}): string {
  const paint = paintOf(options.color ?? false)
  const inSums = result.documents.length > MOST_IN_FULL
  const requests = result.steps.flatMap(step => stepLines(step, paint))
  const sections = [
    [paint.strong(text.heading(result.title, result.url))],
    section(paint, text.requests, requests),
    section(paint, text.made, madeLines(result, paint, inSums)),
    section(paint, text.notMade, notMadeLines(result, paint, MOST_IN_FULL)),
    section(paint, text.findings, findingLines(result, paint, options.explainSite ?? false)),
    section(paint, text.total, [result.ok ? paint.good(result.summary) : paint.bad(result.summary)]),
  ]
  return joinSections(sections)
}

export function joinSections(sections: readonly string[][]): string {
  const texts = sections.filter(lines => lines.length > 0).map(lines => lines.join('\n'))
  return `${texts.join('\n\n')}\n`
}

export function section(paint: Paint, title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [paint.strong(title), ...lines.map(line => `  ${line}`)]
}

export function stepLines(step: Step, paint: Paint): string[] {
  const outcome = step.status === null ? text.noAnswer : text.answered(step.status, step.ms, step.bytes)
  if (step.error === null) return [`${step.request} – ${outcome}`]
  const answer =
    step.answer.trim() === '' ? [] : [`  ${text.answerWas(step.answer.replaceAll('\n', ' ').trim())}`]
  return [`${step.request} – ${paint.bad(step.error)}`, ...answer]
}
