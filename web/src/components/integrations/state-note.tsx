import { describeState, STATE_ACTIONS } from '@obmen/contract'
import type { Integration } from '@obmen/contract/rest'
import { useAdministers } from '../../api/people/me.js'
import { useFormats, useLanguage, useTexts } from '../../texts/language.js'
import { ButtonLink } from '../forms/button-link.js'
import { Status, type Tone } from '../status.js'
import { texts } from '../texts.js'

type Stated = Pick<Integration, 'id' | 'name' | 'state' | 'stateSince' | 'stateCause'>

export function StateSentence({ integration }: { integration: Stated }) {
  const t = useTexts(texts).integrationStates
  const { language } = useLanguage()
  const { sinceTime } = useFormats()
  const { stateCause, stateSince } = integration
  return (
    <>
      {describeState(stateCause, language)}{' '}
      <time dateTime={stateSince} className="numbers">
        {t.since(sinceTime(stateSince))}
      </time>
      .
    </>
  )
}

/** Since when it is so, unless its state says that. */
export function StateSince({ integration: { state, stateSince } }: { integration: Stated }) {
  const t = useTexts(texts).integrationStates
  const { sinceTime } = useFormats()
  if (state === 'silent') return null
  return (
    <time dateTime={stateSince} className="numbers">
      {t.since(sinceTime(stateSince))}
    </time>
  )
}

interface ActionProps {
  integration: Stated
  /** It calls, and orders wait for over an hour. */
  late: boolean
  size?: 'compact-sm'
}

/** The one thing to do about an integration; nothing if all is well with it. */
export function IntegrationAction({ late, ...props }: ActionProps) {
  const t = useTexts(texts).integrationStates
  const administers = useAdministers()
  const { id, name } = props.integration
  if (!(late && administers)) return <StateAction {...props} />
  return (
    <ButtonLink
      to="/integrations/$integrationId"
      params={{ integrationId: id }}
      search={{ tab: 'connection' }}
      {...(props.size && { size: props.size })}
      aria-label={`${t.whatToDo}: ${name}`}
    >
      {t.whatToDo}
    </ButtonLink>
  )
}

export function StateAction({ integration, size }: { integration: Stated; size?: 'compact-sm' }) {
  const t = useTexts(texts).integrationStates
  const administers = useAdministers()
  const { id, name, stateCause } = integration
  const action = STATE_ACTIONS[stateCause.code]
  if (action === null || !(administers || action === 'open-exchange')) return null
  return (
    <ButtonLink
      to="/integrations/$integrationId"
      params={{ integrationId: id }}
      search={{ tab: action === 'open-exchange' ? 'exchanges' : 'connection' }}
      {...(size && { size })}
      aria-label={`${t.actions[action]}: ${name}`}
    >
      {t.actions[action]}
    </ButtonLink>
  )
}

const TONES: Record<Integration['state'], Tone> = {
  waiting: 'grey',
  exchanging: 'green',
  refused: 'red',
  unconfirmed: 'amber',
  silent: 'amber',
  paused: 'none',
}

export function IntegrationState({
  integration,
}: {
  integration: Pick<Integration, 'state' | 'stateSince' | 'stateCause' | 'recalculating' | 'sandbox'>
}) {
  const t = useTexts(texts).integrationStates
  const { sinceTime } = useFormats()
  const { state, stateSince, stateCause, recalculating, sandbox } = integration
  const loading = stateCause.code === 'loading'

  function words(): string {
    if (loading) return t.loading
    if (stateCause.code === 'new-password') return t.newPassword
    if (stateCause.code === 'restored') return t.restored
    return state === 'silent' ? t.silentSince(sinceTime(stateSince)) : t[state]
  }

  return (
    <>
      <Status tone={loading ? 'blue' : TONES[state]}>{words()}</Status>
      {sandbox && (
        <>
          {' '}
          <Status tone="none">{t.sandbox}</Status>
        </>
      )}
      {recalculating && (
        <>
          {' '}
          <Status tone="blue">{t.recalculating(Math.floor(recalculating.progress * 100))}</Status>
        </>
      )}
    </>
  )
}
