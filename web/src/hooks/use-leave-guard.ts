import { useBlocker } from '@tanstack/react-router'
import { useConfirm } from '../components/forms/confirm.js'
import { texts } from '../components/texts.js'
import { useTexts } from '../texts/language.js'

type Ask = () => Promise<boolean>

/**
 * Asks before leaving a changed form: by a link, another tab of the page, by "back", or (in the browser's own words) by closing the tab.
 * `lost` says what would be lost, if not changes. Returns the question, which resolves with true if the person leaves.
 */
export function useLeaveGuard(changed: boolean, lost?: string): Ask {
  const t = useTexts(texts).leave
  const confirm = useConfirm()
  const ask = () =>
    confirm({ title: t.title, text: lost ?? t.text, action: t.leave, cancel: t.stay, danger: true })
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

function tabOf(search: object): unknown {
  return 'tab' in search ? search.tab : undefined
}
