import { Button } from '@mantine/core'
import { IconColumns3, IconDownload } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'color' | 'disabled' | 'style'>

export function ColumnsButton(button: ButtonProps) {
  const { look } = useTexts(texts)
  return (
    <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden="true" />} {...button}>
      {look.button}
    </Button>
  )
}

export function DownloadButton({ size, ...button }: ButtonProps & { size?: 'xs' | undefined }) {
  const { download } = useTexts(texts)
  const icon = <IconDownload size={16} aria-hidden="true" />
  return (
    <Button variant="default" {...(size && { size })} leftSection={icon} {...button}>
      {download.button}
    </Button>
  )
}
