import { useNotifications } from '@mantine/notifications'
import { lazy, Suspense } from 'react'

const Shown = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }))

/** Short reports in a corner; the code that shows them is loaded with the first one. */
export function Notices() {
  const { notifications, queue } = useNotifications()
  if (notifications.length === 0 && queue.length === 0 && !wasShown) return null
  wasShown = true
  return (
    <Suspense fallback={null}>
      <Shown position="bottom-right" />
    </Suspense>
  )
}

let wasShown = false
