import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useFailureText } from '../components/layout/failure-text.js'
import { texts } from '../components/texts.js'
import { useTexts } from '../texts/language.js'

/** Does what a button or menu item asks for, and says how it went: `done`, if any, in passing, a refusal until it is put away. */
export function useAction(): {
  act: (action: () => Promise<unknown>, done?: string) => Promise<void>
  busy: boolean
} {
  const t = useTexts(texts)
  const failureText = useFailureText()
  const [busy, setBusy] = useState(false)

  async function act(action: () => Promise<unknown>, done?: string) {
    const closeButtonProps = { 'aria-label': t.close }
    setBusy(true)
    try {
      await action()
      if (done !== undefined) notifications.show({ message: done, closeButtonProps })
    } catch (error) {
      notifications.show({ color: 'red', message: failureText(error), autoClose: false, closeButtonProps })
    } finally {
      setBusy(false)
    }
  }
  return { act, busy }
}
