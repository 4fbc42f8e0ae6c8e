import { found, type Load } from '../../base/load.js'
import { isTrue } from '../../reading/requisites.js'

/** УТ cancels an order only if it records reasons for cancellation; otherwise silently not. */
export function isCanceled(load: Load, order: string, requisites: Map<string, string>): boolean {
  if (!isTrue(requisites.get('Отменен'))) return false
  if (load.base.settings.cancellationReasons) return true
  found(load, 'cancellation-not-kept', 'silent', order)
  return false
}
