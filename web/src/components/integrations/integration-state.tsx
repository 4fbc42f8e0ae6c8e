import type { Integration } from '@obmen/contract/rest'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { Status, type Tone } from '../status.js'
import { texts } from '../texts.js'

const TONES: Record<Integration['state'], Tone> = {
  waiting: 'grey',
  exchanging: 'green',
  silent: 'amber',
  paused: 'none',
}

/** обменивается · ждём первого обращения · молчит с … · приостановлена; beside it пересчитывается, while it is */
export function IntegrationState({
  integration,
}: {
  integration: Pick<Integration, 'state' | 'lastSeenAt' | 'recalculating'>
}) {
  const t = useTexts(texts).integrationStates
  const formats = useFormats()
  const { state, lastSeenAt, recalculating } = integration
  return (
    <>
      <Status tone={TONES[state]}>
        {state === 'silent' && lastSeenAt !== null ? t.silentSince(formats.stamp(lastSeenAt)) : t[state]}
      </Status>
      {recalculating && (
        <>
          {' '}
          <Status tone="blue">{t.recalculating(Math.floor(recalculating.progress * 100))}</Status>
        </>
      )}
    </>
  )
}
