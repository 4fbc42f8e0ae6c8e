import { Modal, type ModalProps } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

/** A window over the page, its cross named for screen readers; a wide one fills a narrow screen. */
export function Window({ wide = false, opened, ...props }: ModalProps & { wide?: boolean }) {
  const { close } = useTexts(texts)
  const narrow = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false })
  const size = wide ? { size: 1080, fullScreen: narrow } : {}
  // Many are first drawn opened: a modal gives the focus back only to what had it when it opened later.
  const cameFrom = useRef(opened ? document.activeElement : null)
  useEffect(() => {
    if (opened || !(cameFrom.current instanceof HTMLElement)) return
    const opener = cameFrom.current
    cameFrom.current = null
    // After the modal, which lets go of the focus first.
    const timer = setTimeout(() => opener.focus({ preventScroll: true }), 20)
    return () => clearTimeout(timer)
  }, [opened])
  return <Modal {...size} closeButtonProps={{ 'aria-label': close }} opened={opened} {...props} />
}
