import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import { useFailureText } from '../components/layout/loaded.js'
import { useNotice } from './use-notice.js'

/**
 * Performs an action and reports its result: `done` briefly, a refusal until it is dismissed or tried again.
 * A second click while one runs does nothing, unless `overlapping`.
 */
export function useAction({ overlapping = false }: { overlapping?: boolean } = {}): {
  act: <T>(action: () => Promise<T>, done?: string | ((result: T) => string)) => Promise<void>
  busy: boolean
} {
  const notice = useNotice()
  const failureText = useFailureText()
  const [busy, setBusy] = useState(false)
  const shown = useRef<string>(undefined)
  const running = useRef(false)

  async function act<T>(action: () => Promise<T>, done?: string | ((result: T) => string)) {
    if (running.current && !overlapping) return
    running.current = true
    if (shown.current !== undefined) notifications.hide(shown.current)
    shown.current = undefined
    setBusy(true)
    try {
      const result = await action()
      const message = typeof done === 'function' ? done(result) : done
      if (message !== undefined) notice({ message })
    } catch (error) {
      const message = failureText(error)
      shown.current = notice({ color: 'red', message, autoClose: false })
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { act, busy }
}
