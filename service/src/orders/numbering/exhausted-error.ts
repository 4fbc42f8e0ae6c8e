import { fillSettings } from '@obmen/contract/settings'
import { AppError } from '../../errors/app-error.js'
import type { SaveContextIntegration } from '../intake/load-save-context.js'
import { NUMBER_TEXTS } from './texts.js'

/** Says which 1C of the company holds no longer numbers, and the way out with each. */
export function exhaustedError(integrations: readonly SaveContextIntegration[]): AppError {
  const clients = integrations
    .map(({ settings }) => fillSettings(settings))
    .filter(({ ordernumber }) => ordernumber === 'sequence')
    .map(({ client }) => client)
  return new AppError(
    'numbers-exhausted',
    NUMBER_TEXTS.exhausted(clients.includes('bp'), clients.includes('unf')),
  )
}
