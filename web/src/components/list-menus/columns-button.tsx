import { Button } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

export function ColumnsButton(button: Omit<ComponentPropsWithRef<'button'>, 'color' | 'disabled' | 'style'>) {
  const t = useTexts(texts).look
  return (
    <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden="true" />} {...button}>
      {t.button}
    </Button>
  )
}
