import type { ExchangeEntry } from '@obmen/contract/rest'
import { hasText } from '../../texts/catalogue.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts-exchange.js'

/** The purpose of a 1C request in a word, or what 1C did by it. Unknown modes are shown as they are. */
export function useStepName(
  as: 'purpose' | 'deed' = 'purpose',
): (step: Pick<ExchangeEntry, 'type' | 'mode'>) => string {
  const { steps, did, reference, catalog } = useTexts(texts)
  const word = (mode: string | null): string => {
    if (!hasText(mode, steps)) return mode ?? steps.unknown
    return as === 'deed' ? did[mode] : steps[mode]
  }
  return ({ type, mode }) => {
    if (type === 'reference') return reference(word(mode))
    return type === 'catalog' ? catalog(word(mode)) : word(mode)
  }
}
