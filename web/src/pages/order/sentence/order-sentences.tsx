import type { OrderExport, StoredOrder } from '@obmen/contract/rest'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { integrationQuery } from '../../../api/integrations.js'
import { preflightQuery } from '../../../api/orders.js'
import { useAdministers } from '../../../api/people/me.js'
import { readingQuery } from '../../../api/reading.js'
import { ButtonLink } from '../../../components/forms/button-link.js'
import { StateAction } from '../../../components/integrations/state-note.js'
import { asPart, useReason } from '../../../components/orders/export-state.js'
import { Status } from '../../../components/status.js'
import { useLiveRefresh } from '../../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import { texts as documentTexts } from '../../../texts/texts-documents.js'
import { HoldButton } from '../exports/hold-button.js'
import { orderSentence } from './order-sentence.js'
import classes from './sentence.module.css'
import { texts } from './texts-sentence.js'

interface Props {
  order: StoredOrder
  exports: readonly OrderExport[]
}

/**
 * The first thing on the page: for each 1C one sentence, what can be done about it, how far the order has
 * come.
 */
export function OrderSentences({ order, exports }: Props) {
  const t = useTexts(texts)
  return (
    <section className={classes.card} aria-label={t.title}>
      {exports.map(orderExport => (
        <OneSentence key={orderExport.integrationId} order={order} orderExport={orderExport} />
      ))}
    </section>
  )
}

function OneSentence({ order, orderExport }: { order: StoredOrder; orderExport: OrderExport }) {
  const t = useTexts(texts)
  const formats = useFormats()
  const administers = useAdministers()
  const { integrationId } = orderExport
  const { data: integration } = useQuery(integrationQuery(integrationId))
  useLiveRefresh(['integrations', integrationId])
  const reported = order.accounting.find(item => item.integrationId === integrationId)
  useReadingRefresh(order.id, integrationId, reported?.money !== null && reported !== undefined)
  const reasonOf = useReason()
  const why = reasonOf(orderExport) ?? ''
  const reason = orderExport.heldKind === 'person' ? why : asPart(why)
  const made = useMadePayments(order, orderExport)
  const documents = useTexts(documentTexts)
  const facts = { order, orderExport, integration, reported, made, reason, documents }
  const { tone, text, act, reached } = orderSentence(facts, t, formats, new Date())
  return (
    <div className={classes.one}>
      <p className={classes.text} title={(orderExport.mismatch && reasonOf(orderExport, true)) ?? undefined}>
        <Status tone={tone}>{text}</Status>
      </p>
      {act === 'mend' && integration && <StateAction integration={integration} size="compact-sm" />}
      {act === 'release' && administers && <HoldButton id={order.id} orderExport={orderExport} />}
      {act === 'rules' && administers && (
        <ButtonLink
          to="/integrations/$integrationId"
          params={{ integrationId }}
          search={{ tab: 'rules' }}
          size="compact-sm"
        >
          {t.toRules}
        </ButtonLink>
      )}
      {reached > 0 && (
        <ol className={classes.steps}>
          {[t.steps.received, t.steps.given, t.steps.in1C].map((step, index) => (
            <li
              key={step}
              data-done={index < reached || undefined}
              aria-current={index === reached - 1 ? 'step' : undefined}
            >
              {step}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

/** Amounts of the payments that 1C has made of a confirmed order, by what it was sent. */
function useMadePayments({ id, revision }: StoredOrder, { state, integrationId }: OrderExport): string[] {
  const enabled = state === 'confirmed'
  const { data } = useQuery({ ...preflightQuery(id, integrationId, revision), enabled })
  const made = data?.items.filter(({ code, params }) => code === 'makes-payment' && params.state === 'made')
  return made?.map(({ params }) => String(params.amount)) ?? []
}

/** Reads the order again after each reading of its 1C: live events tell of exchanges alone. */
function useReadingRefresh(orderId: string, integrationId: string, isRead: boolean): void {
  const queryClient = useQueryClient()
  const { data } = useQuery({ ...readingQuery(integrationId), enabled: isRead })
  const readAt = data?.lastReading?.finishedAt
  const known = useRef(readAt)
  useEffect(() => {
    if (known.current !== undefined && known.current !== readAt)
      void queryClient.invalidateQueries({ queryKey: ['orders', orderId] })
    known.current = readAt
  }, [readAt, queryClient, orderId])
}
