import type { ExportState } from './enumerations.js'

interface NumberedExport {
  integrationId: string
  state: ExportState
  number: string | null
}

/**
 * The exports whose numbers tell an order apart in 1C: those of the integrations that it goes to, or of all
 * if it goes to none. `only` leaves out the other integrations.
 */
export function exportsIn1C<Export extends NumberedExport>(
  exports: readonly Export[],
  only?: string,
): Export[] {
  const shown = exports.filter(({ integrationId }) => only === undefined || integrationId === only)
  const going = shown.filter(({ state }) => state !== 'not-matching')
  return going.length > 0 ? going : shown
}

/**
 * The numbers under which 1C bases have an order or will get it, each once: usually one, several if
 * integrations of its company number orders differently. Its sequence number if no integration gives it
 * another.
 */
export function numbersIn1C(
  sequenceNumber: string,
  exports: readonly NumberedExport[],
  only?: string,
): string[] {
  const numbers = exportsIn1C(exports, only).flatMap(({ number }) => number ?? [])
  return numbers.length > 0 ? [...new Set(numbers)] : [sequenceNumber]
}
