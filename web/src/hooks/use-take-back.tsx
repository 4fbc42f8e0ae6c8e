import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { texts } from '../components/texts.js'
import { useTexts } from '../texts/language.js'
import { useNotice } from './use-notice.js'

/** How long one click takes back what a person did. */
export const TAKE_BACK_MS = 10_000

/** Notices with «Вернуть» that are shown now, and whether an act waits for their end. */
const shown = new Map<string, boolean>()

/** Closes them, as a person would: what waits for that is done at once. */
export function takeNothingBack(all = true): void {
  for (const [id, waits] of shown) if (all || waits) notifications.hide(id)
}
window.addEventListener('pagehide', () => takeNothingBack())
// A telephone may end a page that is hidden without a word.
document.addEventListener('visibilitychange', () => document.hidden && takeNothingBack(false))

/**
 * Says what was or will be done (`waits`), with «Вернуть» beside it, also by Z. Answers true if that was
 * pressed, false once the ten seconds are over, the notice is closed or the page is left.
 */
export function useTakeBack(): (message: string, waits?: boolean) => Promise<boolean> {
  const { takeBack } = useTexts(texts)
  const notice = useNotice()
  return (message, waits = false) =>
    new Promise(resolve => {
      let cameFrom: EventTarget | null = null
      const take = () => {
        resolve(true)
        notifications.hide(id)
        if (cameFrom instanceof HTMLElement) cameFrom.focus()
      }
      const id = notice({
        autoClose: TAKE_BACK_MS,
        onClose: () => {
          shown.delete(id)
          resolve(false)
        },
        message: (
          <Group justify="space-between">
            {message}
            <Button
              size="compact-sm"
              variant="default"
              title={`${takeBack} (Z)`}
              data-key="KeyZ"
              onFocus={({ relatedTarget }) => {
                cameFrom = relatedTarget
              }}
              onClick={take}
            >
              {takeBack}
            </Button>
          </Group>
        ),
      })
      shown.set(id, waits)
    })
}
