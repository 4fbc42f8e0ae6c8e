import type { ExportState as State } from '@obmen/contract'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { Status, type Tone } from '../status.js'
import classes from './export-state.module.css'
import { texts } from './texts-export.js'
import { useReason, type Why } from './use-reason.js'

const TONES: Record<State, Tone> = {
  owed: 'grey',
  offered: 'blue',
  held: 'amber',
  confirmed: 'green',
  changed: 'amber',
  'not-matching': 'none',
}

/** States that last from a moment on: «ждёт с 01:25»; the others happened at a moment. */
const SINCE: readonly State[] = ['owed', 'changed', 'held']

interface Props {
  state: State
  /** Since when. */
  at?: string | null | undefined
  /** Why it does not go. */
  why?: Why | undefined
  /** With which 1C, when there are several. */
  integration?: string | undefined
}

/** The state of an order at one 1C: ждёт · выдан · подтверждён · изменён, ждёт · не подходит: … */
export function ExportState({ state, at, why, integration }: Props) {
  const t = useTexts(texts)
  const reason = useReason()(why)
  const { dateTime, sinceTime } = useFormats()
  return (
    <Status tone={TONES[state]}>
      <span className={classes.text} title={reason ?? undefined}>
        <span className={classes.state}>{t.states[state]}</span>
        {reason && (
          <>
            {': '}
            {asPart(reason)}
          </>
        )}
        {at && (
          <>
            {' '}
            <time dateTime={at} title={dateTime(at)} className={classes.at}>
              {SINCE.includes(state) ? t.since(sinceTime(at)) : sinceTime(at)}
            </time>
          </>
        )}
        {integration !== undefined && <span className={classes.integration}> · {integration}</span>}
      </span>
    </Status>
  )
}

/** A sentence as the continuation after a colon. */
function asPart(sentence: string): string {
  return sentence.charAt(0).toLocaleLowerCase() + sentence.slice(1).replace(/\.$/, '')
}
