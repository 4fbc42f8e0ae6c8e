import { FINDING_CODES } from '@obmen/contract'
import type { HeldGroup } from '@obmen/contract/rest'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

export function useHeldCause(): (held: Pick<HeldGroup, 'holdKind' | 'code'>) => string {
  const { codes, holds } = useTexts(texts)
  return ({ holdKind, code }) => {
    if (holdKind === 'quarantine') return holds.refused
    if (holdKind === 'person') return holds.person
    const known = FINDING_CODES.find(one => one === code)
    return known ? codes[known] : code
  }
}
