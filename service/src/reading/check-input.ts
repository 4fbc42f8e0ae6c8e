import { type DescribedProblem, describeProblem, type FieldProblem, isPrintable } from '@obmen/contract'
import type { Client } from '@obmen/contract/settings'
import { AppError } from '../errors/app-error.js'
import type { Integration } from '../integrations/integration.js'
import { chosenClient, withAppliedClient } from '../integrations/recognition/recognize-client.js'
import { isPublicAddress, literalAddress } from '../net/public-address.js'
import { normalizeUrl, SERVICE_PATH } from './odata/query.js'
import type { Program } from './programs/program.js'
import { PROGRAMS, programOf } from './programs/programs.js'

/** How its 1C is read. @throws AppError conflict: there is no 1C behind it, or its documents are not known */
export function readableProgram({ sandbox, settings, recognizedClient }: Integration): Program {
  if (sandbox) throw new AppError('conflict', describeProblem('reading-of-sandbox'))
  const program = programOf(chosenClient(withAppliedClient(settings, recognizedClient)))
  if (program) return program
  throw new AppError(
    'conflict',
    describeProblem('reading-of-client', { clients: Object.keys(PROGRAMS) as Client[] }),
  )
}

/** Where a 1C is, and who asks it. */
export interface Address {
  url: string
  login: string
}

/** Checks what a person or program enters. @throws AppError invalid */
export function checkInput(
  { url, login, password }: Address & { password: string | undefined },
  /** ALLOW_PRIVATE_ADDRESSES */
  allowPrivate: boolean,
): void {
  const errors: FieldProblem[] = []
  const wrong = urlProblem(url, allowPrivate)
  if (wrong) errors.push({ path: '/url', ...wrong })
  if (!isPrintable(login)) errors.push({ path: '/login', ...describeProblem('unprintable') })
  if (password === undefined)
    errors.push({ path: '/password', ...describeProblem('reading-password-needed') })
  if (errors.length > 0) throw new AppError('invalid', describeProblem('reading-invalid'), { errors })
}

/** The address of a publication in one spelling, so that it can be compared; as it is if it is none. */
export function publicationOf(url: string): string {
  return urlProblem(url, true) ? url : normalizeUrl(url).slice(0, -SERVICE_PATH.length)
}

function urlProblem(text: string, allowPrivate: boolean): DescribedProblem | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^\s*https?:\/\//i.test(text) || !isDecodable(url.pathname))
    return describeProblem('reading-url-shape')
  if (url.username || url.password) return describeProblem('reading-url-credentials')
  if (url.search || url.hash) return describeProblem('reading-url-tail')
  if (allowPrivate) return undefined
  // Names are looked up when connecting: their addresses may change.
  const address = literalAddress(url)
  const isPrivate = address === undefined ? /^localhost\.?$/i.test(url.hostname) : !isPublicAddress(address)
  return isPrivate ? describeProblem('reading-url-private') : undefined
}

function isDecodable(path: string): boolean {
  try {
    return decodeURI(path) !== ''
  } catch {
    return false
  }
}
