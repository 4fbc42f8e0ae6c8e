import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

export function DownloadButton({
  size,
  ...button
}: { size?: 'xs' | undefined } & Omit<ComponentPropsWithRef<'button'>, 'color' | 'disabled' | 'style'>) {
  const t = useTexts(texts).download
  return (
    <Button
      variant="default"
      {...(size && { size })}
      leftSection={<IconDownload size={16} aria-hidden="true" />}
      {...button}
    >
      {t.button}
    </Button>
  )
}
