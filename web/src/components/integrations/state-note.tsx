import { describeState, STATE_ACTIONS } from '@obmen/contract'
import type { Integration } from '@obmen/contract/rest'
import { useAdministers } from '../../api/people/me.js'
import { useFormats, useLanguage, useTexts } from '../../texts/language.js'
import { ButtonLink } from '../forms/button-link.js'
import { texts } from '../texts.js'

type Stated = Pick<Integration, 'id' | 'name' | 'state' | 'stateSince' | 'stateCause'>

/** The sentence about the state, and since when. */
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

/** The action for the state, on the integration's page; nothing if there is none. */
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
      variant="default"
      {...(size && { size })}
      aria-label={`${t.actions[action]}: ${name}`}
    >
      {t.actions[action]}
    </ButtonLink>
  )
}
