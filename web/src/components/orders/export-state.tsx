import { explainMismatch, FINDING_CODES, type ExportState as State } from '@obmen/contract'
import type { OrderExport } from '@obmen/contract/rest'
import { useFormats, useLanguage, useTexts } from '../../texts/language.js'
import { loadTexts } from '../../texts/load-texts.js'
import { Status, type Tone } from '../status.js'
import classes from './export-state.module.css'
import { texts } from './texts-export.js'
import { useHoldReason } from './use-hold-reason.js'
import { useStatusLabel } from './use-status-label.js'

type Why = Pick<OrderExport, 'reason' | 'mismatch' | 'heldKind' | 'heldCode' | 'heldParams'>

const useFindingNames = loadTexts(() => import('../findings/texts.js'))

/** The reason in the interface language; a person's own words unchanged. */
export function useReason(): (why: Why | undefined, raw?: boolean) => string | null {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const findings = useFindingNames(language === 'en')
  const holdReason = useHoldReason()
  const labelOf = useStatusLabel()
  const named = (mismatch: NonNullable<Why['mismatch']>) =>
    mismatch.code !== 'rules'
      ? mismatch
      : {
          ...mismatch,
          misses: mismatch.misses.map(({ status, ...miss }) => ({
            ...miss,
            ...(status && { status: { expected: labelOf(status.expected), is: labelOf(status.is) } }),
          })),
        }
  return (why, raw = false) => {
    if (why === undefined) return null
    const { reason, mismatch, heldKind, heldCode, heldParams } = why
    if (mismatch) return explainMismatch(raw ? mismatch : named(mismatch), language)
    if (language === 'ru' || heldKind === null || heldKind === 'person') return reason
    if (reason !== null && heldParams !== null)
      return holdReason({ heldKind, reason, code: heldCode, params: heldParams })
    const code = FINDING_CODES.find(known => known === heldCode)
    return (code && findings?.texts.en.codes[code]) ?? t.held[heldKind]
  }
}

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
  at?: string | null | undefined
  why?: Why | undefined
  integration?: string | undefined
}

/** The state of an order at one 1C: ждёт · выдан · подтверждён · изменён, ждёт · не подходит: … */
export function ExportState({ state, at, why, integration }: Props) {
  const t = useTexts(texts)
  const reasonOf = useReason()
  const reason = reasonOf(why)
  const { dateTime, sinceTime } = useFormats()
  return (
    <Status tone={TONES[state]}>
      <span className={classes.text} title={reasonOf(why, true) ?? undefined}>
        <span className={classes.state} data-state={state}>
          {t.states[state]}
        </span>
        {at && (
          <>
            {' '}
            <time dateTime={at} title={dateTime(at)} className={classes.at}>
              {SINCE.includes(state) ? t.since(sinceTime(at)) : sinceTime(at)}
            </time>
          </>
        )}
        {reason && (
          <>
            {': '}
            {asPart(reason)}
          </>
        )}
        {integration !== undefined && <span className={classes.integration}> · {integration}</span>}
      </span>
    </Status>
  )
}

export function asPart(sentence: string): string {
  return sentence.charAt(0).toLocaleLowerCase() + sentence.slice(1).replace(/\.$/, '')
}
