import type { Integration } from '@obmen/contract/rest'
import { useFormats, useTexts } from '../../texts/language.js'
import { Status, type Tone } from '../status.js'
import { texts } from '../texts.js'

const TONES: Record<Integration['state'], Tone> = {
  waiting: 'grey',
  exchanging: 'green',
  refused: 'red',
  unconfirmed: 'amber',
  silent: 'amber',
  paused: 'none',
}

/** The state in a few words, and that a recalculation is running. */
export function IntegrationState({
  integration,
}: {
  integration: Pick<Integration, 'state' | 'stateSince' | 'stateCause' | 'recalculating'>
}) {
  const t = useTexts(texts).integrationStates
  const { sinceTime } = useFormats()
  const { state, stateSince, stateCause, recalculating } = integration
  const loading = stateCause.code === 'loading'

  function words(): string {
    if (loading) return t.loading
    if (stateCause.code === 'new-password') return t.newPassword
    return state === 'silent' ? t.silentSince(sinceTime(stateSince)) : t[state]
  }

  return (
    <>
      <Status tone={loading ? 'blue' : TONES[state]}>{words()}</Status>
      {recalculating && (
        <>
          {' '}
          <Status tone="blue">{t.recalculating(Math.floor(recalculating.progress * 100))}</Status>
        </>
      )}
    </>
  )
}
