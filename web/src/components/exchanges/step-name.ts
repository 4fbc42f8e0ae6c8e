import type { ExchangeEntry } from '@obmen/contract/rest'
import { hasText } from '../../texts/catalogue.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts-exchange.js'

/** The purpose of a 1C request in a word. Unknown modes are shown as they are. */
export function useStepName(): (step: Pick<ExchangeEntry, 'type' | 'mode'>) => string {
  const t = useTexts(texts)
  return ({ type, mode }) => {
    const name = hasText(mode, t.steps) ? t.steps[mode] : (mode ?? t.steps.unknown)
    if (type === 'reference') return t.reference(name)
    return type === 'catalog' ? t.catalog(name) : name
  }
}
