import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.js'

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
      inputWrapperOrder={['label', 'input', 'description']}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontVariantLigatures: 'none' } }}
      onFocus={event => event.currentTarget.select()}
      rightSection={<CopyButton value={value} what={label.toLocaleLowerCase()} />}
    />
  )
}
