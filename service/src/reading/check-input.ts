import { type DescribedProblem, describeProblem, type FieldProblem, isPrintable } from '@obmen/contract'
import type { Client } from '@obmen/contract/settings'
import { AppError } from '../errors/app-error.js'
import type { Integration } from '../integrations/integration.js'
import { chosenClient, withAppliedClient } from '../integrations/recognition/recognize-client.js'
import { isPublicAddress, literalAddress } from '../net/public-address.js'
import { PROGRAMS, programOf } from './programs/programs.js'

/** @throws AppError conflict: there is no 1C behind it, or one whose documents are not known */
export function requireReadable({ sandbox, settings, recognizedClient }: Integration): void {
  if (sandbox) throw new AppError('conflict', describeProblem('reading-of-sandbox'))
  const client = chosenClient(withAppliedClient(settings, recognizedClient))
  if (!programOf(client)) {
    const clients = Object.keys(PROGRAMS) as Client[]
    throw new AppError('conflict', describeProblem('reading-of-client', { clients }))
  }
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

function urlProblem(text: string, allowPrivate: boolean): DescribedProblem | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:\/\//i.test(text.trim())) return describeProblem('reading-url-shape')
  if (url.username || url.password) return describeProblem('reading-url-credentials')
  if (url.search || url.hash) return describeProblem('reading-url-tail')
  if (allowPrivate) return undefined
  // Names are looked up when connecting: their addresses may change.
  const address = literalAddress(url)
  const isPrivate = address === undefined ? /^localhost\.?$/i.test(url.hostname) : !isPublicAddress(address)
  return isPrivate ? describeProblem('reading-url-private') : undefined
}
