import { Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { HOLD_REASON_LENGTH } from '@obmen/contract'
import type { OrderExport } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { holdOrder } from '../../../api/orders.js'
import { FormModal, FormModalBody, useCloseForm } from '../../../components/forms/form-modal.js'
import { useSubmit } from '../../../hooks/use-submit.js'
import { useTexts } from '../../../texts/language.js'
import { texts } from './texts-hold.js'

interface Props {
  id: string
  orderExport: OrderExport
}

/** Asks why the order is held back. */
export default function HoldWindow({
  opened,
  onClose,
  ...held
}: Props & { opened: boolean; onClose: () => void }) {
  const t = useTexts(texts).hold
  return (
    <FormModal opened={opened} onClose={onClose} title={t.title}>
      <HoldForm {...held} />
    </FormModal>
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
