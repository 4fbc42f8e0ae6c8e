import { Select, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type BulkActionKind, HOLD_REASON_LENGTH } from '@obmen/contract'
import type { BulkActionInput, OrderListItem, Total } from '@obmen/contract/rest'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { bulkActionsQuery, startBulkAction } from '../../../api/bulk-actions.js'
import { integrationsQuery } from '../../../api/integrations.js'
import { ordersQuery } from '../../../api/orders.js'
import type { OrdersSearch } from '../../../app/search.js'
import { FormModal, FormModalBody, useCloseForm } from '../../../components/forms/form-modal.js'
import { FailureLine } from '../../../components/layout/loaded.js'
import { useAction } from '../../../hooks/use-action.js'
import { useSubmit } from '../../../hooks/use-submit.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import { texts } from './texts-bulk.js'

export interface BulkSubject {
  orders: { orderIds: string[] } | { filter: BulkFilter }
  /** Those of `orderIds` as the list shows them. */
  rows?: readonly OrderListItem[]
  count: Total
  /** The list's filter; if it names an integration, the action is about that one. */
  filter: BulkFilter
}
type BulkFilter = Omit<OrdersSearch, 'cursor' | 'before' | 'sort'>

interface Props {
  /** Absent: closed. */
  action: BulkActionKind | undefined
  subject: BulkSubject
  onClose: () => void
  onStarted: () => void
}

/** Says what will happen to how many orders, asks what is needed, and starts it. */
export default function BulkDialog({ action, subject, onClose, onStarted }: Props) {
  const t = useTexts(texts)
  const { number } = useFormats()
  // The content stays while the dialog fades out.
  const [shown, setShown] = useState(action)
  useEffect(() => {
    if (action !== undefined) setShown(action)
  }, [action])
  const kind = action ?? shown ?? 'resend'
  const { count, exact } = subject.count
  const counted = (exact ? t.orders : t.ordersAtLeast)(count, number(count))
  return (
    <FormModal opened={action !== undefined} onClose={onClose} title={t.titles[kind](counted)}>
      <Question action={kind} subject={subject} onStarted={onStarted} />
    </FormModal>
  )
}

interface QuestionProps extends Pick<Props, 'subject' | 'onStarted'> {
  action: BulkActionKind
}

function Question({ action, subject, onStarted }: QuestionProps) {
  const t = useTexts(texts)
  const { number } = useFormats()
  const close = useCloseForm()
  const queryClient = useQueryClient()
  const { act } = useAction({ overlapping: true, renews: [bulkActionsQuery.queryKey] })
  const { filter, orders } = subject
  const form = useForm({
    initialValues: { integrationId: filter.integrationId ?? '', reason: '' },
    validate: {
      integrationId: value => (value === '' ? t.integrationNeeded : null),
      reason: value => {
        const { length } = value.trim()
        if (action !== 'hold') return null
        return length === 0
          ? t.reasonNeeded
          : length > HOLD_REASON_LENGTH
            ? t.reasonLong(HOLD_REASON_LENGTH, length)
            : null
      },
    },
  })
  const rewritten = useConfirmed(subject, form.values.integrationId)
  const ordersIn = rewritten?.exact ? t.orders : t.ordersAtLeast
  const sending = useSubmit(form, async values => {
    const start = () =>
      startBulkAction({
        action,
        integrationId: values.integrationId,
        ...withoutIntegration(orders),
        ...(action === 'hold' && { reason: values.reason.trim() }),
      })
    // A hold can be undone at any time, what went to a 1C can't.
    if (action === 'hold') await start()
    else void act(start, undefined, action)
    onStarted()
    close()
    await queryClient.invalidateQueries({ queryKey: bulkActionsQuery.queryKey })
  })

  return (
    <FormModalBody changed={form.values.reason !== ''} sending={sending} action={t.actions[action]}>
      <p>
        {t.about[action]}
        {action === 'resend' &&
          rewritten &&
          rewritten.count > 0 &&
          ` ${t.rewritten(ordersIn(rewritten.count, number(rewritten.count)))}`}
      </p>
      <ChooseIntegration
        companyId={filter.companyId}
        value={form.values.integrationId}
        onChange={chosen => form.setFieldValue('integrationId', chosen)}
        error={form.errors.integrationId}
      />
      {action === 'hold' && (
        <Textarea
          label={t.reason}
          autosize
          minRows={2}
          required
          data-autofocus
          {...form.getInputProps('reason')}
        />
      )}
    </FormModalBody>
  )
}

interface ChoiceProps {
  companyId: string | undefined
  value: string
  onChange: (integrationId: string) => void
  error: ReactNode
}

/** The integrations of the company, or all; a single one is chosen by itself. */
function ChooseIntegration({ companyId, value, onChange, error }: ChoiceProps) {
  const t = useTexts(texts)
  const integrations = useQuery(integrationsQuery)
  const known = (integrations.data?.items ?? []).filter(
    one => companyId === undefined || one.companyId === companyId,
  )
  const single = known.length === 1 ? known[0]?.id : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once there is a single one
  useEffect(() => {
    if (value === '' && single !== undefined) onChange(single)
  }, [value, single])
  return (
    <>
      <Select
        label={t.integration}
        description={t.integrationHelp}
        data={known.map(({ id, name, companyName }) => ({ value: id, label: `${name} · ${companyName}` }))}
        allowDeselect={false}
        searchable
        required
        comboboxProps={{ withinPortal: false }}
        value={value || null}
        onChange={chosen => onChange(chosen ?? '')}
        error={error}
      />
      <FailureLine title={t.integrationsFailed} query={integrations} />
    </>
  )
}

/** How many of them this 1C has confirmed as they are: only sending again rewrites their documents. */
function useConfirmed({ orders, rows = [], filter }: BulkSubject, id: string): Total | undefined {
  const asks = 'filter' in orders && id !== '' && (filter.state ?? 'confirmed') === 'confirmed'
  const confirmed = useQuery({
    ...ordersQuery({ ...filter, integrationId: id, state: 'confirmed', count: true, limit: 1 }),
    enabled: asks,
  })
  if ('filter' in orders) return asks ? confirmed.data?.total : undefined
  // Others are on another page of the list.
  if (rows.length < orders.orderIds.length) return undefined
  const has = ({ exports }: OrderListItem) =>
    exports.some(({ integrationId, state }) => integrationId === id && state === 'confirmed')
  return { count: rows.filter(has).length, exact: true }
}

/** The 1C is named beside the filter, not in it. */
function withoutIntegration(
  orders: BulkSubject['orders'],
): Pick<BulkActionInput, 'orderIds'> | Pick<BulkActionInput, 'filter'> {
  if ('orderIds' in orders) return orders
  const { integrationId: _, ...filter } = orders.filter
  return { filter }
}
