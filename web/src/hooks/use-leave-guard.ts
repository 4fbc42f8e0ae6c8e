import { useBlocker } from '@tanstack/react-router'
import { useConfirm } from '../components/forms/confirm.js'
import { texts } from '../components/texts.js'
import { useTexts } from '../texts/language.js'

/** Asks before leaving a changed form: by a link, another tab of the page, by "back", or (in the browser's own words) by closing the tab. */
export function useLeaveGuard(changed: boolean): void {
  const t = useTexts(texts).leave
  const confirm = useConfirm()
  useBlocker({
    disabled: !changed,
    enableBeforeUnload: changed,
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname && tabOf(current.search) === tabOf(next.search)) return false
      return !(await confirm({ title: t.title, text: t.text, action: t.leave, cancel: t.stay, danger: true }))
    },
  })
}

function tabOf(search: object): unknown {
  return 'tab' in search ? search.tab : undefined
}
