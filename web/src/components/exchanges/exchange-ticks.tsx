import type { Exchange } from '@obmen/contract/rest'
import { useTexts } from '../../texts/language.js'
import { Ticks } from '../ticks.js'
import { texts } from './texts.js'

const FAILED: readonly Exchange['outcome'][] = ['unconfirmed', 'refused', 'failed']

interface Props {
  /** Newest first. */
  exchanges: readonly Pick<Exchange, 'id' | 'outcome' | 'ordersOffered'>[]
  /** Of the words, which are only on hover without. */
  className?: string | undefined
}

/** The last exchanges as bars by what was given out, and what they are in words. */
export function ExchangeTicks({ exchanges, className }: Props) {
  const t = useTexts(texts)
  const failed = exchanges.filter(({ outcome }) => FAILED.includes(outcome)).length
  const strip = t.strip(exchanges.length, failed)
  const ticks = exchanges.toReversed().map(({ id: key, outcome, ordersOffered: size }) => ({
    key,
    size,
    tone: FAILED.includes(outcome) ? ('bad' as const) : size > 0 ? ('good' as const) : ('none' as const),
  }))
  return (
    <div title={strip}>
      <Ticks label={strip} ticks={ticks} />
      {className && <p className={className}>{strip}</p>}
    </div>
  )
}
