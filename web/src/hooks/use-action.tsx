import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useFailureText } from '../components/layout/loaded.js'
import { texts } from '../components/texts.js'
import { useTexts } from '../texts/language.js'
import { useNotice } from './use-notice.js'
import { takeNothingBack, useTakeBack } from './use-take-back.js'

/** Acts that can still be taken back, or are being done since nobody did. */
const waiting = new Set<Promise<void>>()

/** Does them now, before the session ends. */
export async function finishActs(): Promise<void> {
  takeNothingBack()
  await Promise.all(waiting)
}

type Soon = keyof typeof texts.ru.soon

interface Options {
  overlapping?: boolean
  /** Prefixes of the queries that are read again after an action, whether it was refused or not. */
  renews?: readonly QueryKey[]
}

/**
 * Performs an action and reports its result: `done` briefly, a refusal until it is dismissed or tried again.
 * With `soon`, it can be taken back for ten seconds and only then is performed: a refusal then names it and
 * offers it again, since the person may be elsewhere by now.
 * A second click while one runs does nothing, unless `overlapping`.
 */
export function useAction({ overlapping = false, renews = [] }: Options = {}): {
  act: <T>(action: () => Promise<T>, done?: string | ((result: T) => string), soon?: Soon) => Promise<void>
  busy: boolean
} {
  const notice = useNotice()
  const takeBack = useTakeBack()
  const queryClient = useQueryClient()
  const failureText = useFailureText()
  const t = useTexts(texts)
  const [busy, setBusy] = useState(false)
  const shown = useRef<string>(undefined)
  const running = useRef(false)

  const renew = () => Promise.all(renews.map(queryKey => queryClient.invalidateQueries({ queryKey })))
  async function perform<T>(action: () => Promise<T>, done?: string | ((result: T) => string), soon?: Soon) {
    if (running.current && !overlapping) return
    running.current = true
    if (shown.current !== undefined) notifications.hide(shown.current)
    shown.current = undefined
    setBusy(true)
    try {
      if (soon !== undefined && (await takeBack(t.soon[soon], true))) return
      const result = await action().finally(renew)
      const message = typeof done === 'function' ? done(result) : done
      if (message !== undefined) notice({ message })
    } catch (error) {
      const told = { color: 'red', message: failureText(error), autoClose: false } as const
      shown.current = notice(
        soon === undefined
          ? told
          : {
              ...told,
              title: t.notDone[soon],
              message: (
                <>
                  {told.message}
                  <Button size="compact-sm" variant="default" mt="xs" onClick={() => void act(action, done)}>
                    {t.retry}
                  </Button>
                </>
              ),
            },
      )
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  async function act<T>(action: () => Promise<T>, done?: string | ((result: T) => string), soon?: Soon) {
    const performed = perform(action, done, soon)
    if (soon === undefined) return performed
    waiting.add(performed)
    await performed
    waiting.delete(performed)
  }
  return { act, busy }
}
