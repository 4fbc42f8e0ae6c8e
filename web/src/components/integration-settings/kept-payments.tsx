import { Alert } from '@mantine/core'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { texts } from './texts.js'
import { type SettingsOwner, useSettingsReading } from './use-settings-reading.js'

interface Props extends SettingsOwner {
  settings: string
}

/** Payments already sent to 1C that stay as they were sent, shown before the settings are saved. */
export function KeptPayments({ settings, ...owner }: Props) {
  const t = useTexts(texts).kept
  const { number } = useFormats()
  const warnings = useSettingsReading(settings, owner).data?.warnings ?? []
  if (warnings.length === 0) return null
  return (
    <Alert color="yellow" variant="light" role="status" mt="md" title={t.title}>
      {warnings.map(({ code, count, complete }) => (
        <div key={code}>{t[code](count, complete ? number(count) : `≥ ${number(count)}`)}</div>
      ))}
    </Alert>
  )
}
