import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import { useFailureText } from '../components/layout/loaded.js'
import { texts } from '../components/texts.js'
import { useTexts } from '../texts/language.js'

/**
 * Performs an action and reports its result: `done` briefly, a refusal until it is dismissed or tried again.
 * A second click while one runs does nothing, unless `overlapping`.
 */
export function useAction({ overlapping = false }: { overlapping?: boolean } = {}): {
  act: <T>(action: () => Promise<T>, done?: string | ((result: T) => string)) => Promise<void>
  busy: boolean
} {
  const t = useTexts(texts)
  const failureText = useFailureText()
  const [busy, setBusy] = useState(false)
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
