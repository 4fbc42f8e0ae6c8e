import { Button, Group } from '@mantine/core'
import type { AlarmChannel } from '@obmen/contract'
import type { OwnAlarms } from '@obmen/contract/rest'
import { useState } from 'react'
import { type AlarmRole, testAlarms } from '../../api/alarms.js'
import { useFailureText } from '../../components/layout/loaded.js'
import { useProblemText } from '../../components/refusals/use-refusal.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './notifications.module.css'
import { texts } from './texts-notifications.js'

interface Props {
  name: AlarmChannel
  of: AlarmRole
  /** Something is not saved yet: a message would go where the saved settings say. */
  unsaved: boolean
  failure: OwnAlarms['failures'][number] | undefined
}

/** Sends a message by the channel and says in words what came of it, or of the last one that was due. */
export function ChannelTest({ name, of: role, unsaved, failure }: Props) {
  const t = useTexts(texts)
  const failureText = useFailureText()
  const problemText = useProblemText()
  const { shortTime } = useFormats()
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<{ sent: boolean; text: string }>()

  async function send() {
    setBusy(true)
    setResult(undefined)
    try {
      await testAlarms(role, name)
      setResult({ sent: true, text: t.sent[name] })
    } catch (error) {
      setResult({ sent: false, text: failureText(error) })
    } finally {
      setBusy(false)
    }
  }

  const before =
    failure && t.failed(shortTime(failure.at), problemText({ ...failure.reason, message: failure.message }))
  const shown = unsaved
    ? { sent: true, text: t.saveFirst }
    : (result ?? (before === undefined ? undefined : { sent: false, text: before }))
  return (
    <Group gap="sm" align="center">
      <Button
        variant="default"
        size="xs"
        loading={busy}
        disabled={unsaved}
        aria-label={`${t.test}: ${t.channels[name]}`}
        onClick={() => void send()}
      >
        {t.test}
      </Button>
      <span role="status" className={classes.result} data-bad={shown?.sent === false || undefined}>
        {shown?.text}
      </span>
    </Group>
  )
}
