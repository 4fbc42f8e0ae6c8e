import type { ExchangeOutcome as Outcome } from '@obmen/contract'
import { describeEnding } from '@obmen/contract'
import type { Exchange } from '@obmen/contract/rest'
import { useFormats, useLanguage, useTexts } from '../../texts/language.js'
import { loadTexts } from '../../texts/load-texts.js'
import { useProblemText } from '../refusals/use-refusal.js'
import { Status, type Tone } from '../status.js'
import { texts } from './texts-exchange.js'

const TONES: Record<Outcome, Tone> = {
  running: 'blue',
  confirmed: 'green',
  nothing: 'none',
  unconfirmed: 'amber',
  refused: 'red',
  failed: 'red',
}

export function ExchangeOutcome({ exchange }: { exchange: Exchange }) {
  const t = useTexts(texts)
  const { number } = useFormats()
  return <Status tone={TONES[exchange.outcome]}>{words(exchange, t, number)}</Status>
}

function words(
  { outcome, ordersOffered, ordersConfirmed, ending }: Exchange,
  t: typeof texts.ru,
  number: (value: number) => string,
): string {
  switch (outcome) {
    case 'confirmed':
      return (
        t.confirmed(number(ordersOffered), number(ordersConfirmed)) +
        (ordersConfirmed < ordersOffered ? t.rest : '')
      )
    case 'nothing':
      if (ending.uploaded) return t.uploaded
      return ending.queried ? t.nothing : t.connection
    case 'unconfirmed':
      return t.unconfirmed(number(ordersOffered))
    case 'running':
    case 'refused':
    case 'failed':
      return t.endings[outcome]
  }
}

const useEnglish = loadTexts(() => import('./texts-answers.js'))

/** What 1C was answered, in English where it is known; else the Russian words. */
export function Answer({ children }: { children: string }) {
  const { language } = useLanguage()
  const english = useEnglish(language === 'en')?.englishAnswer(children)
  return language === 'ru' ? children : (english ?? <q lang="ru">{children}</q>)
}

/** How an exchange ended and what that means. */
export function ExchangeSummary({ exchange }: { exchange: Exchange }) {
  const { language } = useLanguage()
  const problemText = useProblemText()
  if (language === 'ru') return <>{exchange.summary}</>
  const { ending, notes, ...counts } = exchange
  const { failure } = ending
  const isControl = counts.outcome === 'nothing' && notes.some(({ code }) => code === 'control-given')
  const sentence = isControl ? '' : describeEnding({ ...counts, ...ending }, language)
  // The quotation ends the sentence.
  const words = failure !== null && sentence.endsWith(failure) ? sentence.slice(0, -failure.length) : sentence
  return (
    <>
      {notes.map(problemText).join(' ')} {words}
      {words !== sentence && <Answer>{failure ?? ''}</Answer>}
    </>
  )
}
