import type { ExportState } from './enumerations.js'

interface NumberedExport {
  integrationId: string
  state: ExportState
  numberIn1c: string | null
}

/** The exports whose numbers count: of the integrations that the order goes to, or of all if none. */
export function exportsIn1C<Export extends NumberedExport>(
  exports: readonly Export[],
  only?: string,
): Export[] {
  const shown = exports.filter(({ integrationId }) => only === undefined || integrationId === only)
  const going = shown.filter(({ state }) => state !== 'not-matching')
  return going.length > 0 ? going : shown
}

/**
 * The numbers under which 1C bases have an order or will get it, each once; without any its sequence number.
 */
export function numbersIn1C(
  sequenceNumber: string,
  exports: readonly NumberedExport[],
  only?: string,
): string[] {
  const numbers = exportsIn1C(exports, only).flatMap(({ numberIn1c }) => numberIn1c ?? [])
  return numbers.length > 0 ? [...new Set(numbers)] : [sequenceNumber]
}
