import { explainMismatch, FINDING_CODES } from '@obmen/contract'
import type { OrderExport } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { useLanguage, useTexts } from '../../texts/language.js'
import { texts } from './texts-export.js'

/** Why an order does not go to a 1C, as REST tells it. */
export type Why = Pick<OrderExport, 'reason' | 'mismatch' | 'heldKind' | 'heldCode'>

/**
 * The reason in the language of the interface: Russian as the server words it, what a person wrote as it was written, the rest by its code.
 */
export function useReason(): (why: Why | undefined) => string | null {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const { data: findings } = useQuery({
    queryKey: ['finding-names'],
    queryFn: () => import('../findings/texts.js'),
    enabled: language === 'en',
    staleTime: Number.POSITIVE_INFINITY,
  })
  return why => {
    if (why === undefined) return null
    const { reason, mismatch, heldKind, heldCode } = why
    if (mismatch) return explainMismatch(mismatch, language)
    if (language === 'ru' || heldKind === null || heldKind === 'person') return reason
    const code = FINDING_CODES.find(known => known === heldCode)
    return (code && findings?.texts.en.codes[code]) ?? t.held[heldKind]
  }
}
