import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { texts } from '../components/texts.js'
import { useTexts } from '../texts/language.js'
import { useNotice } from './use-notice.js'

/** How long one click takes back what a person did. */
export const TAKE_BACK_MS = 10_000

/** Notices with «Вернуть» that are shown now. */
const shown = new Set<string>()

/** Closes them, as a person would: whatever waits for that is done at once. */
export function takeNothingBack(): void {
  for (const id of shown) notifications.hide(id)
}
window.addEventListener('pagehide', takeNothingBack)

/**
 * Says what was or will be done, with «Вернуть» beside it. Answers true if that was pressed, false once the
 * ten
 * seconds are over, the notice is closed or the page is left.
 */
export function useTakeBack(): (message: string) => Promise<boolean> {
  const { takeBack } = useTexts(texts)
  const notice = useNotice()
  return message =>
    new Promise(resolve => {
      const take = () => {
        resolve(true)
        notifications.hide(id)
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
            <Button size="compact-sm" variant="default" onClick={take}>
              {takeBack}
            </Button>
          </Group>
        ),
      })
      shown.add(id)
    })
}
