import { ActionIcon, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

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
