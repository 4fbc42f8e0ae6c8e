import type { ExchangeEntry } from '@obmen/contract/rest'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { texts } from './texts-steps.js'

interface EntryText {
  text: string
  /** The answer to 1C, Russian. */
  answer?: string | undefined
}

/** What happened at a step, as a sentence. */
export function useEntryTexts(): (entry: ExchangeEntry) => EntryText {
  const t = useTexts(texts)
  const { bytes, number } = useFormats()
  return entry => {
    const { outcome, mode, type, login, orderCount, repeats, requestSize, responseText } = entry
    switch (outcome) {
      case 'running':
        return { text: t.running }
      case 'cut':
        return { text: mode === 'query' ? t.cutOrders : t.cut }
      case 'refused':
        return {
          text: repeats > 0 ? t.refusedAgain(repeats, number(repeats)) : t.refused,
          answer: spoken(responseText),
        }
      case 'failure':
        return { text: t.failure, answer: spoken(responseText) }
      case 'done':
        if (type === 'reference' && mode === 'file') return { text: t.reference(bytes(requestSize)) }
        if (type === 'catalog' && mode !== null && hasText(mode, t.catalog)) return { text: t.catalog[mode] }
        if (mode === 'checkauth') return { text: login === null ? t.signedIn : t.signedInAs(login) }
        if (mode === 'query')
          return { text: orderCount ? t.orders(orderCount, number(orderCount)) : t.noOrders }
        return { text: mode !== null && hasText(mode, t.done) ? t.done[mode] : t.answered }
    }
  }
}

function hasText<Texts extends object>(mode: string, texts: Texts): mode is keyof Texts & string {
  return Object.hasOwn(texts, mode)
}

/** The text after `failure` in an answer of the protocol. */
function spoken(answer: string | null): string | undefined {
  return answer?.replace(/^failure\s*/, '').trim() || undefined
}
