import { Alert, Button, Group, Stack } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { CopyField } from './copy-field.js'
import { useStaysOpen } from './form-modal.js'

interface Props {
  title: string
  /** Explains that it won't be shown again, and what to do with it. */
  text: string
  label: string
  value: string
  done: string
  onDone: () => void
}

/**
 * A new secret in a FormModal, which only `onDone` closes: it replaces the form that requested it. It gets
 * the focus, so that screen readers read it.
 */
export function ShownOnce({ title, text, label, value, done, onDone }: Props) {
  useStaysOpen()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <Stack ref={box} tabIndex={-1} style={{ outline: 'none' }}>
      <Alert color="teal" variant="light" role="status" icon={<IconCircleCheck size={18} />} title={title}>
        {text}
      </Alert>
      <CopyField label={label} value={value} />
      <Group justify="flex-end">
        <Button onClick={onDone}>{done}</Button>
      </Group>
    </Stack>
  )
}
