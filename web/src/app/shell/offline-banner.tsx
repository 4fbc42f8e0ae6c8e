import { Alert } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import { IconWifiOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

/** Reports a lost network, and reloads everything on the page when it is back. */
export function OfflineBanner() {
  const t = useTexts(texts)
  const { online } = useNetwork()
  const queryClient = useQueryClient()
  const wasOffline = useRef(false)

  useEffect(() => {
    if (online && wasOffline.current) void queryClient.invalidateQueries()
    wasOffline.current = !online
  }, [online, queryClient])

  if (online) return null
  return (
    <Alert color="yellow" variant="light" icon={<IconWifiOff size={18} />} mb="lg" role="status">
      {t.offline}
    </Alert>
  )
}
