import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import { useFailureText } from '../components/layout/loaded.js'
import { texts } from '../components/texts.js'
import { useTexts } from '../texts/language.js'

/**
 * Performs the action of a button or menu item, and reports the result: `done`, if any, briefly (it may
 * depend on what the action returned), a refusal until it is dismissed or the action is tried again. While
 * one runs, another isn't begun: a second click may arrive before the button shows that it is busy, and a
 * menu item shows nothing. `overlapping`: every call counts, as with switches that are changed one after
 * another.
 */
export function useAction({ overlapping = false }: { overlapping?: boolean } = {}): {
  act: <T>(action: () => Promise<T>, done?: string | ((result: T) => string)) => Promise<void>
  busy: boolean
} {
  const t = useTexts(texts)
  const failureText = useFailureText()
  const [busy, setBusy] = useState(false)
  /** The refusal that is shown. */
  const shown = useRef<string>(undefined)
  const running = useRef(false)

  async function act<T>(action: () => Promise<T>, done?: string | ((result: T) => string)) {
    if (running.current && !overlapping) return
    running.current = true
    const closeButtonProps = { 'aria-label': t.close }
    if (shown.current !== undefined) notifications.hide(shown.current)
    shown.current = undefined
    setBusy(true)
    try {
      const result = await action()
      const message = typeof done === 'function' ? done(result) : done
      if (message !== undefined) notifications.show({ message, closeButtonProps })
    } catch (error) {
      const message = failureText(error)
      shown.current = notifications.show({ color: 'red', message, autoClose: false, closeButtonProps })
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { act, busy }
}
