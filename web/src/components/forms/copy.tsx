import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

/** A value to be copied elsewhere: read-only, selected as a whole by a click, with a copy button. */
export function CopyField({
  label,
  value,
  description,
}: {
  label: string
  value: string
  description?: ReactNode
}) {
  return (
    <TextInput
      label={label}
      value={value}
      title={value}
      readOnly
      description={description}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontVariantLigatures: 'none' } }}
      onFocus={event => event.currentTarget.select()}
      rightSection={<CopyButton value={value} what={label.toLocaleLowerCase()} />}
    />
  )
}

/** `what` names the value for a screen reader: "Скопировать: пароль". */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const t = useTexts(texts)
  const clipboard = useClipboard({ timeout: 1500 })
  return (
    <Tooltip label={clipboard.copied ? t.copied : t.copy}>
      <ActionIcon
        variant="subtle"
        color={clipboard.copied ? 'teal' : 'gray'}
        aria-label={clipboard.copied ? t.copied : t.copyNamed(what)}
        onClick={() => clipboard.copy(value)}
      >
        {clipboard.copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      </ActionIcon>
    </Tooltip>
  )
}
