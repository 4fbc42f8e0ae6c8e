import { Text } from '@mantine/core'
import type { Webhook } from '@obmen/contract/rest'
import { ShortTime } from '../../../components/relative-time.js'
import { Status, type Tone } from '../../../components/status.js'
import { useTexts } from '../../../texts/language.js'
import { texts } from './texts-webhooks.js'

const TONES: Record<Webhook['state'], Tone> = { active: 'green', paused: 'amber', disabled: 'grey' }

export function WebhookState({ webhook: { state } }: { webhook: Webhook }) {
  const t = useTexts(texts)
  return <Status tone={TONES[state]}>{t.states[state]}</Status>
}

/** Why it stopped, and until when its old secret is valid. */
export function WebhookNotes({ webhook: { stateReason, failures, oldSecretUntil } }: { webhook: Webhook }) {
  const t = useTexts(texts)
  const reason =
    stateReason === 'failing' ? t.reasons.failing(failures) : stateReason && t.reasons[stateReason]
  return (
    <>
      {reason !== null && (
        <Text size="sm" c="dimmed">
          {reason}
        </Text>
      )}
      {oldSecretUntil !== null && (
        <Text size="sm" c="dimmed">
          {t.oldSecret}
          <ShortTime at={oldSecretUntil} />
        </Text>
      )}
    </>
  )
}
