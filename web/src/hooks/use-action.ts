import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import { useFailureText } from '../components/layout/failure-text.js'
import { texts } from '../components/texts.js'
import { useTexts } from '../texts/language.js'

/**
 * Performs the action of a button or menu item, and reports the result: `done`, if any, briefly, a refusal until it is dismissed or
 * the action is tried again.
 */
export function useAction(): {
  act: (action: () => Promise<unknown>, done?: string) => Promise<void>
  busy: boolean
} {
  const t = useTexts(texts)
  const failureText = useFailureText()
  const [busy, setBusy] = useState(false)
  /** The refusal that is shown. */
  const shown = useRef<string>(undefined)

  async function act(action: () => Promise<unknown>, done?: string) {
    const closeButtonProps = { 'aria-label': t.close }
    if (shown.current !== undefined) notifications.hide(shown.current)
    shown.current = undefined
    setBusy(true)
    try {
      await action()
      if (done !== undefined) notifications.show({ message: done, closeButtonProps })
    } catch (error) {
      const message = failureText(error)
      shown.current = notifications.show({ color: 'red', message, autoClose: false, closeButtonProps })
    } finally {
      setBusy(false)
    }
  }
  return { act, busy }
}
