import { fillSettings } from '@obmen/contract/settings'
import { AppError } from '../../errors/app-error.js'
import type { SaveContextIntegration } from '../intake/load-save-context.js'
import { NUMBER_TEXTS } from './texts.js'

/** Names the 1C bases of the company that can't store longer numbers, and what to do about each. */
export function exhaustedError(integrations: readonly SaveContextIntegration[]): AppError {
  const clients = integrations
    .map(({ settings }) => fillSettings(settings))
    .filter(({ ordernumber }) => ordernumber === 'sequence')
    .map(({ client }) => client)
  return new AppError(
    'numbers-exhausted',
    NUMBER_TEXTS.exhausted(clients.includes('bp') || clients.includes('auto'), clients.includes('unf')),
  )
}
