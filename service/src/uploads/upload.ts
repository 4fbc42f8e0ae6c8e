import type { DescribedProblem } from '@obmen/contract'
import { storable } from '../db/values.js'

export type UploadType = 'sale' | 'catalog'

export type UploadState = 'receiving' | 'complete' | 'done' | 'failed'
/** The kind of content; unknown: too few bytes have arrived to tell. */
export type UploadContent = 'unknown' | 'xml' | 'archive' | 'other'

export type UploadLimits = Record<
  'uploadSizeLimit' | 'uploadKeepBytes' | 'uploadReadSeconds' | 'uploadAnswerSeconds' | 'uploadQuietMinutes',
  number
>

/** The jobs that read complete files of each type. */
export const READ_JOBS = { sale: 'read-orders-files', catalog: 'read-catalogue-files' } as const

/** A file that a 1C sends, as receiving and reading need it. */
export interface Upload {
  id: number
  integrationKey: number
  locationId: string
  sessionId: number
  type: UploadType
  name: string
  state: UploadState
  size: number
  content: UploadContent
  failure: string | null
  /** Hours since its last part came. */
  ageHours: number
}

export const UPLOAD_COLUMNS = `
  id, integration_key as "integrationKey", location_id as "locationId", session_id as "sessionId",
  type, name, state, size, content, failure,
  extract(epoch from now() - last_part_at)::float / 3600 as "ageHours"`

export type UploadAnswer = { result: 'success' | 'progress' } | { result: 'failure'; text: string }

export const UPLOADED: UploadAnswer = { result: 'success' }

/** A file can't be accepted or read; `message` is Russian and says what to do. */
export class UploadRefused extends Error {
  readonly problem: DescribedProblem
  readonly line: number | undefined
  readonly column: number | undefined

  constructor(problem: DescribedProblem, place?: { line: number; column: number }) {
    super(problem.message)
    this.name = 'UploadRefused'
    this.problem = problem
    this.line = place?.line
    this.column = place?.column
  }
}

const NAME_LENGTH = 500

export function storedName(name: string): string {
  return storable(name, NAME_LENGTH)
}

/** The name without folders: 1C asks for a file by the name it sent, whether or not it was stored whole. */
export function comparedName(name: string): string {
  return storedName(name).replaceAll('\\', '/').split('/').at(-1)!.trim().toLowerCase()
}
