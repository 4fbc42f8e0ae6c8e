import { useBlocker } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { useConfirm } from '../components/forms/confirm.js'
import { texts } from '../components/texts.js'
import { useTexts } from '../texts/language.js'

type Ask = () => Promise<boolean>

/** The question of each form that leaving the page would lose something of now. */
const questions = new Set<Ask>()

/**
 * Asks before a changed form is left: by a link, a tab of the page, "back", or closing the browser's tab.
 * Returns the question, which resolves with true if the person leaves.
 */
export function useLeaveGuard(changed: boolean, lost?: string): Ask {
  const t = useTexts(texts).leave
  const confirm = useConfirm()
  const text = lost ?? t.text
  const ask = useCallback(
    () => confirm({ title: t.title, text, action: t.leave, cancel: t.stay, danger: true }),
    [confirm, t, text],
  )
  useEffect(() => {
    if (!changed) return
    questions.add(ask)
    return () => {
      questions.delete(ask)
    }
  }, [changed, ask])
  useBlocker({
    disabled: !changed,
    enableBeforeUnload: changed,
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname && tabOf(current.search) === tabOf(next.search)) return false
      return !(await ask())
    },
  })
  return ask
}

/** Asks what leaving the page would ask; the navigation that follows passes `ignoreBlocker`. */
export async function mayLeave(): Promise<boolean> {
  for (const ask of [...questions]) if (!(await ask())) return false
  return true
}

function tabOf(search: object): unknown {
  return 'tab' in search ? search.tab : undefined
}
