import { explainMismatch, FINDING_CODES } from '@obmen/contract'
import type { OrderExport } from '@obmen/contract/rest'
import { useLanguage, useTexts } from '../../texts/language.js'
import { loadTexts } from '../../texts/load-texts.js'
import { texts } from './texts-export.js'
import { useHoldReason } from './use-hold-reason.js'

/** Why an order is not sent to a 1C, as REST returns it. */
export type Why = Pick<OrderExport, 'reason' | 'mismatch' | 'heldKind' | 'heldCode' | 'heldParams'>

const useFindingNames = loadTexts(() => import('../findings/texts.js'))

/**
 * The reason in the interface language: a person's own words unchanged, the server's words in Russian, otherwise worded by
 * its code.
 */
export function useReason(): (why: Why | undefined) => string | null {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const findings = useFindingNames(language === 'en')
  const holdReason = useHoldReason()
  return why => {
    if (why === undefined) return null
    const { reason, mismatch, heldKind, heldCode, heldParams } = why
    if (mismatch) return explainMismatch(mismatch, language)
    if (language === 'ru' || heldKind === null || heldKind === 'person') return reason
    if (reason !== null && heldParams !== null)
      return holdReason({ heldKind, reason, code: heldCode, params: heldParams })
    const code = FINDING_CODES.find(known => known === heldCode)
    return (code && findings?.texts.en.codes[code]) ?? t.held[heldKind]
  }
}
