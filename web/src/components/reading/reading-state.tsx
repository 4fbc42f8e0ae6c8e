import { Alert, Progress } from '@mantine/core'
import type { Reading, ReadingCheck } from '@obmen/contract/rest'
import type { ReactNode } from 'react'
import { useFormats, useLanguage, useTexts } from '../../texts/language.js'
import { ShortTime } from '../relative-time.js'
import { Status, type Tone } from '../status.js'
import { FAILURES, PHASES } from './english.js'
import classes from './reading.module.css'
import { texts } from './texts.js'
import { BRINGS } from './texts-sets.js'

const TONES = { off: 'none', waiting: 'green', running: 'blue', failed: 'red' } as const satisfies Record<
  Reading['state'],
  Tone
>

/** How the reading of a 1C stands: what runs, why the last one failed, what was read, what 1C hides. */
export function ReadingState({ reading }: { reading: Reading }) {
  const t = useTexts(texts)
  const { state, running } = reading
  return (
    <section className={classes.state} aria-label={t.label}>
      <Status tone={TONES[state]}>{t.states[state]}</Status>
      {running && <Running running={running} />}
      <ReadingFailure reading={reading} />
      <Facts reading={reading} />
      <Hidden reading={reading} />
    </section>
  )
}

function Running({ running }: { running: NonNullable<Reading['running']> }) {
  const t = useTexts(texts)
  const { number, shortTime } = useFormats()
  const { language } = useLanguage()
  const { documents, percent, phase, doing, startedAt } = running
  const read = t.documents(documents, number(documents))
  return (
    <div>
      <Progress value={percent} aria-label={t.progress} mb={6} />
      <span className="numbers" role="status">
        {language === 'ru' ? doing : PHASES[phase]}: {percent}%, {read}, {t.begun(shortTime(startedAt))}
      </span>
    </div>
  )
}

/** Why the last reading failed, and what to do; nothing if it did not. */
function ReadingFailure({ reading: { failure } }: { reading: Reading }) {
  const t = useTexts(texts)
  const { shortTime } = useFormats()
  const { language } = useLanguage()
  if (failure === null) return null
  return (
    <Alert color="yellow" variant="light" role="alert" title={t.failure(shortTime(failure.at))}>
      {language === 'ru' ? failure.message : FAILURES[failure.code]} {t.inTurn(failure.count)}
    </Alert>
  )
}

function Facts({ reading: { lastReading: last, nextAt, unconfirmed } }: { reading: Reading }) {
  const t = useTexts(texts)
  const { number, shortTime, duration } = useFormats()
  return (
    <dl className={classes.facts}>
      <Fact name={t.last}>
        {last === null ? (
          t.never
        ) : (
          <>
            {t.lastOne(shortTime(last.finishedAt), duration(last.durationMs))},{' '}
            {t.documents(last.documents, number(last.documents))}, {t.calls(number(last.calls))},{' '}
            {last.whole ? t.whole : t.fresh}
          </>
        )}
      </Fact>
      {last?.organizationName && <Fact name={t.organization}>{last.organizationName}</Fact>}
      {nextAt !== null && (
        <Fact name={t.next}>{Date.parse(nextAt) <= Date.now() ? t.nextNow : <ShortTime at={nextAt} />}</Fact>
      )}
      {unconfirmed.orders > 0 && (
        <Fact name={t.unconfirmed}>
          {t.unconfirmedText(number(unconfirmed.orders), number(unconfirmed.loaded))}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const englishOf = (name: string): string => BRINGS[/«(.+)»/.exec(name)?.[1] ?? ''] ?? ''

/** Objects of 1C, and what is not known without each. */
export function Objects({ objects }: { objects: ReadingCheck['steps'][number]['objects'] }) {
  const { language } = useLanguage()
  return (
    <ul className={classes.objects}>
      {objects.map(({ name, brings }) => (
        <li key={name}>
          <span lang="ru">{name}</span>
          {brings !== '' && `: ${language === 'ru' ? brings : englishOf(name)}`}
        </li>
      ))}
    </ul>
  )
}

interface HiddenObjectsProps {
  title: string
  text: string
  objects: ReadingCheck['steps'][number]['objects']
}

function HiddenObjects({ title, text, objects }: HiddenObjectsProps) {
  if (!objects.length) return null
  return (
    <details className={classes.hidden}>
      <summary>
        {title}: {objects.length}
      </summary>
      <p>{text}</p>
      <Objects objects={objects} />
    </details>
  )
}

/** What rights and the composition of OData hide. */
function Hidden({ reading: { lastReading } }: { reading: Reading }) {
  const t = useTexts(texts)
  if (!lastReading) return null
  return (
    <>
      {lastReading.partial && (
        <Alert color="yellow" variant="light" role="note">
          {t.partial}
        </Alert>
      )}
      <HiddenObjects title={t.unpublished} text={t.unpublishedText} objects={lastReading.unpublished} />
      <HiddenObjects title={t.cutOff} text={t.cutOffText} objects={lastReading.cutOff} />
    </>
  )
}
