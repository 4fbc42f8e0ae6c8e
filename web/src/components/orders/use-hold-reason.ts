import { FINDING_CODES, type HoldKind } from '@obmen/contract'
import type { Finding } from '@obmen/contract/rest'
import { useLanguage } from '../../texts/language.js'
import { useSentences } from '../findings/use-sentences.js'
import { useProblemText } from '../refusals/use-refusal.js'

export interface HoldReason {
  heldKind: HoldKind
  /** As it was written by a person, or as the server words it. */
  reason: string
  code: string | null
  params: Readonly<Record<string, unknown>> | null
}

/** The reason in the interface language; holds without parameters keep the server's words. */
export function useHoldReason(): (hold: HoldReason) => string {
  const { language } = useLanguage()
  const { finding } = useSentences()
  const problemText = useProblemText()
  return ({ heldKind, reason, code, params }) => {
    if (language === 'ru' || heldKind === 'person' || params === null) return reason
    if (heldKind === 'quarantine') return problemText({ code: 'order-refused', params, message: reason })
    const known = FINDING_CODES.find(each => each === code)
    return known ? finding({ code: known, params: params as Finding['params'], message: reason }) : reason
  }
}
