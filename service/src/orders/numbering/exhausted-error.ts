import { fillSettings } from '@obmen/contract/settings'
import { clientsWhere, PROFILES } from '../../clients/index.js'
import { AppError } from '../../errors/app-error.js'
import type { SaveContextIntegration } from '../intake/load-save-context.js'
import { NUMBER_TEXTS } from './texts.js'

/**
 * Names the 1C bases of the company that can't store longer numbers, and what to do about each. One that is not recognized yet may be any
 * of them, or one that does store longer numbers.
 */
export function exhaustedError(integrations: readonly SaveContextIntegration[]): AppError {
  const clients = integrations
    .map(({ settings }) => fillSettings(settings))
    .filter(({ ordernumber }) => ordernumber === 'sequence')
    .map(({ client }) => client)
  const unknown = clients.includes('auto')
  const short = clientsWhere(({ id, number }) => number.by === 'digits' && (unknown || clients.includes(id)))
  return new AppError(
    'numbers-exhausted',
    // To name the program helps only where no other 1C keeps the numbers short.
    NUMBER_TEXTS.exhausted(
      short.map(client => PROFILES[client]),
      unknown && !clients.some(client => client !== 'auto' && short.includes(client)),
    ),
  )
}
