import type { Client, ClientChoice } from '@obmen/contract/settings'
import { bp } from './bp.js'
import type { Program } from './program.js'

/** The programs whose documents are known, by client. */
export const PROGRAMS: Partial<Record<Client, Program>> = { bp }

/** How a client is read; one that is not recognized yet as a Бухгалтерия. Undefined: it can't be. */
export const programOf = (client: ClientChoice): Program | undefined =>
  client === 'auto' ? bp : PROGRAMS[client]
