import { notifications } from '@mantine/notifications'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useFailureText } from '../components/layout/loaded.js'
import { useNotice } from './use-notice.js'
import { useTakeBack } from './use-take-back.js'

interface Options {
  overlapping?: boolean
  /** Prefixes of the queries that are read again after an action, whether it was refused or not. */
  renews?: readonly QueryKey[]
}

/**
 * Performs an action and reports its result: `done` briefly, a refusal until it is dismissed or tried again.
 * With `soon`, what that says can be taken back for ten seconds, and only then is the action performed.
 * A second click while one runs does nothing, unless `overlapping`.
 */
export function useAction({ overlapping = false, renews = [] }: Options = {}): {
  act: <T>(action: () => Promise<T>, done?: string | ((result: T) => string), soon?: string) => Promise<void>
  busy: boolean
} {
  const notice = useNotice()
  const takeBack = useTakeBack()
  const queryClient = useQueryClient()
  const failureText = useFailureText()
  const [busy, setBusy] = useState(false)
  const shown = useRef<string>(undefined)
  const running = useRef(false)

  const renew = () => Promise.all(renews.map(queryKey => queryClient.invalidateQueries({ queryKey })))
  async function act<T>(action: () => Promise<T>, done?: string | ((result: T) => string), soon?: string) {
    if (running.current && !overlapping) return
    running.current = true
    if (shown.current !== undefined) notifications.hide(shown.current)
    shown.current = undefined
    setBusy(true)
    try {
      if (soon !== undefined && (await takeBack(soon))) return
      const result = await action().finally(renew)
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
