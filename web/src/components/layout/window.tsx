import { Modal, type ModalProps } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

/** A window over the page, its cross named for screen readers; a wide one fills a narrow screen. */
export function Window({ wide = false, ...props }: ModalProps & { wide?: boolean }) {
  const { close } = useTexts(texts)
  const narrow = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false })
  const size = wide ? { size: 1080, fullScreen: narrow } : {}
  return <Modal {...size} closeButtonProps={{ 'aria-label': close }} {...props} />
}
