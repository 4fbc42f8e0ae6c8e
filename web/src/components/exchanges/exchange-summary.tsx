import { describeEnding } from '@obmen/contract'
import type { Exchange } from '@obmen/contract/rest'
import { useLanguage } from '../../texts/language.js'
import { useProblemText } from '../refusals/use-refusal.js'

/** How an exchange ended and what that means. The answer to 1C is quoted in the original Russian. */
export function ExchangeSummary({ exchange }: { exchange: Exchange }) {
  const { language } = useLanguage()
  const problemText = useProblemText()
  if (language === 'ru') return <>{exchange.summary}</>
  const { ending, notes, ...counts } = exchange
  const { failure } = ending
  const sentence = describeEnding({ ...counts, ...ending }, language)
  // The quotation ends the sentence.
  const words = failure !== null && sentence.endsWith(failure) ? sentence.slice(0, -failure.length) : sentence
  return (
    <>
      {notes.map(problemText).join(' ')} {words}
      {words !== sentence && <q lang="ru">{failure}</q>}
    </>
  )
}
