import { type NotificationData, notifications } from '@mantine/notifications'
import { texts } from '../components/texts.js'
import { useTexts } from '../texts/language.js'

/** Shows a short report in a corner of the page; answers its id, by which it can be hidden. */
export function useNotice(): (notice: NotificationData) => string {
  const { close } = useTexts(texts)
  return notice => notifications.show({ closeButtonProps: { 'aria-label': close }, ...notice })
}
