import { type Client, TRAITS } from '../client.js'
import type { ManagerAction } from '../upload/managed-document.js'
import type { UploadResult } from '../upload/run-upload.js'
import { findingLines } from './findings.js'
import { joinSections, MOST_IN_FULL, type ReportOptions, section, stepLines } from './format-report.js'
import { paint as paintOf } from './paint.js'
import { managerText, reportText, uploadText } from './texts.js'

export interface UploadsReport {
  client: Client
  url: string
  /** What was done with the document of each order, by its number on the site. */
  managed: readonly { siteNumber: string; actions: readonly ManagerAction[] }[]
  uploads: readonly UploadResult[]
}

/** What was done in 1C, what it uploaded, and how the site answered. */
export function formatUploads(report: UploadsReport, options: ReportOptions = {}): string {
  const paint = paintOf(options.color ?? false)
  const { client, url, managed, uploads } = report
  const refused = uploads.find(({ ok }) => !ok)
  const summary = refused
    ? paint.bad(uploadText.refused((refused.answer ?? '').replaceAll('\n', ' ').trim()))
    : paint.good(uploadText.taken(uploads.length))
  const done = managed
    .slice(0, MOST_IN_FULL)
    .map(
      ({ siteNumber, actions }) =>
        `${reportText.order(siteNumber)}: ${actions.map(action => managerText[action]).join(', ')}`,
    )
  const requests = uploads.flatMap(({ steps }) => steps.flatMap(step => stepLines(step, paint)))
  const found = uploads.flatMap(({ findings }) =>
    findingLines({ findings, counts: { findings: {} } }, paint, true),
  )
  return joinSections([
    [paint.strong(uploadText.heading(TRAITS[client].title, url))],
    section(paint, uploadText.managed, done),
    section(paint, reportText.requests, requests),
    section(paint, reportText.findings, found),
    section(paint, reportText.total, [summary]),
  ])
}
