import { describeEnding } from '@obmen/contract'
import type { Exchange } from '@obmen/contract/rest'
import { useLanguage } from '../../texts/language.js'
import { useProblemText } from '../refusals/use-refusal.js'

/** How an exchange ended and what that means. What 1C was told is quoted as it was said, in Russian. */
export function ExchangeSummary({ exchange }: { exchange: Exchange }) {
  const { language } = useLanguage()
  const tell = useProblemText()
  if (language === 'ru') return <>{exchange.summary}</>
  const { ending, notes, ...counts } = exchange
  const { failure } = ending
  const told = describeEnding({ ...counts, ...ending }, language)
  // The quotation ends the sentence.
  const words = failure !== null && told.endsWith(failure) ? told.slice(0, -failure.length) : told
  return (
    <>
      {notes.map(tell).join(' ')} {words}
      {words !== told && <q lang="ru">{failure}</q>}
    </>
  )
}
