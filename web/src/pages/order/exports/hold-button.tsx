import { Button, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { HOLD_REASON_LENGTH } from '@obmen/contract'
import type { OrderExport } from '@obmen/contract/rest'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { holdOrder, releaseOrder } from '../../../api/orders.js'
import { useConfirm } from '../../../components/forms/confirm.js'
import { FormModal, FormModalBody, useCloseForm } from '../../../components/forms/form-modal.js'
import { texts as commonTexts } from '../../../components/texts.js'
import { useAction } from '../../../hooks/use-action.js'
import { useSubmit } from '../../../hooks/use-submit.js'
import { useTexts } from '../../../texts/language.js'
import { texts } from './texts-hold.js'

interface Props {
  id: string
  orderExport: OrderExport
}

/** Holds the order back from one 1C, with a reason, or releases it. */
export function HoldButton({ id, orderExport }: Props) {
  const t = useTexts(texts)
  const { soon } = useTexts(commonTexts)
  const confirm = useConfirm()
  const { act, busy } = useAction({ renews: [['orders']] })
  const [opened, setOpened] = useState(false)
  const { integrationId, integrationName, heldKind } = orderExport

  async function release() {
    if (heldKind === null) return
    const { title, action } = t.release
    if (!(await confirm({ title, text: t.release.text[heldKind](integrationName), action }))) return
    await act(
      async () => {
        const { items } = await releaseOrder(id, integrationId)
        return items.some(item => item.integrationId === integrationId && item.heldKind !== null)
      },
      staysHeld => (staysHeld ? t.release.staysHeld : t.release.done),
      soon.release,
    )
  }

  if (heldKind !== null)
    return (
      <Button
        size="xs"
        variant="default"
        disabled={busy}
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
      <FormModal opened={opened} onClose={() => setOpened(false)} title={t.hold.title}>
        <HoldForm id={id} orderExport={orderExport} />
      </FormModal>
    </>
  )
}

function HoldForm({ id, orderExport: { integrationId, integrationName } }: Props) {
  const t = useTexts(texts).hold
  const queryClient = useQueryClient()
  const close = useCloseForm()
  const form = useForm({
    initialValues: { reason: '' },
    validate: {
      reason: value => {
        const { length } = value.trim()
        if (length === 0) return t.reasonMissing
        return length > HOLD_REASON_LENGTH ? t.reasonLong(HOLD_REASON_LENGTH, length) : null
      },
    },
  })
  const sending = useSubmit(form, async ({ reason }) => {
    await holdOrder(id, integrationId, reason.trim())
    await queryClient.invalidateQueries({ queryKey: ['orders'] })
    close()
  })

  return (
    <FormModalBody changed={form.values.reason !== ''} sending={sending} action={t.button}>
      <p>{t.text(integrationName)}</p>
      <Textarea
        label={t.reason}
        autosize
        minRows={2}
        required
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormModalBody>
  )
}
