import { describeEnding } from '@obmen/contract'
import type { Exchange } from '@obmen/contract/rest'
import { useLanguage } from '../../texts/language.js'

/** How an exchange ended and what that means. What 1C was told, and why it was given a part, is quoted as it was said, in Russian. */
export function ExchangeSummary({ exchange }: { exchange: Exchange }) {
  const { language } = useLanguage()
  if (language === 'ru') return <>{exchange.summary}</>
  const { ending, note, ...counts } = exchange
  const { failure } = ending
  const told = describeEnding({ ...counts, ...ending }, language)
  // The quotation ends the sentence.
  const words = failure !== null && told.endsWith(failure) ? told.slice(0, -failure.length) : told
  return (
    <>
      {note !== null && <q lang="ru">{note}</q>} {words}
      {words !== told && <q lang="ru">{failure}</q>}
    </>
  )
}
