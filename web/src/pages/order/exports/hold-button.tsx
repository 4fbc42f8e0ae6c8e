import { Button } from '@mantine/core'
import type { OrderExport } from '@obmen/contract/rest'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { releaseOrder } from '../../../api/orders.js'
import { useConfirm } from '../../../components/forms/confirm.js'
import { useAction } from '../../../hooks/use-action.js'
import { useTexts } from '../../../texts/language.js'
import { texts } from './texts-hold.js'

const HoldWindow = lazy(() => import('./hold-window.js'))

interface Props {
  id: string
  orderExport: OrderExport
}

/** Holds the order back from one 1C, with a reason, or releases it. */
export function HoldButton({ id, orderExport }: Props) {
  const t = useTexts(texts)
  const confirm = useConfirm()
  const { act, busy } = useAction({ renews: [['orders']] })
  // Undefined until it is asked for: only then its code is loaded.
  const [opened, setOpened] = useState<boolean>()
  const { integrationId, integrationName, heldKind } = orderExport

  async function release() {
    if (busy || heldKind === null) return
    const { title, action } = t.release
    if (!(await confirm({ title, text: t.release.text[heldKind](integrationName), action }))) return
    await act(
      async () => {
        const { items } = await releaseOrder(id, integrationId)
        return items.some(item => item.integrationId === integrationId && item.heldKind !== null)
      },
      staysHeld => (staysHeld ? t.release.staysHeld : t.release.done),
      'release',
    )
  }

  if (heldKind !== null)
    return (
      <Button
        size="xs"
        variant="default"
        data-disabled={busy}
        aria-disabled={busy}
        leftSection={<IconPlayerPlay size={15} />}
        onClick={() => void release()}
      >
        {heldKind === 'finding' ? t.release.anyway : t.release.button}
      </Button>
    )
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlayerPause size={15} />}
        onClick={() => setOpened(true)}
      >
        {t.hold.button}
      </Button>
      {opened !== undefined && (
        <Suspense fallback={null}>
          <HoldWindow id={id} orderExport={orderExport} opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  )
}
