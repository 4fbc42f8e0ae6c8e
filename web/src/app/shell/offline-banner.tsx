import { Alert } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import { IconWifiOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { askReachable, useReachable } from '../../api/request/reachable.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

const ASK_MS = 15_000

/** Reports a lost network or server, and reloads everything on the page when it is back. */
export function OfflineBanner() {
  const t = useTexts(texts)
  const { online: network } = useNetwork()
  const online = useReachable() && network
  const queryClient = useQueryClient()
  const wasOffline = useRef(false)

  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && void askReachable(), ASK_MS)
    return () => clearInterval(timer)
  }, [])

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
