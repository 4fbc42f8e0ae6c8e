import { Alert, Button, Skeleton } from '@mantine/core'
import { isCanceled } from '@obmen/contract'
import type { OrderExport, StoredOrder } from '@obmen/contract/rest'
import { IconCode, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { exportsQuery, preflightQuery, resendOrder } from '../../../api/orders.js'
import { useAdministers } from '../../../api/people/me.js'
import { FindingLines } from '../../../components/findings/finding-line.js'
import { useConfirm } from '../../../components/forms/confirm.js'
import { Loaded } from '../../../components/layout/loaded.js'
import { Section } from '../../../components/layout/section.js'
import { useReason } from '../../../components/orders/export-state.js'
import { useAction } from '../../../hooks/use-action.js'
import { useTexts } from '../../../texts/language.js'
import { texts } from '../texts.js'
import classes from './exports.module.css'
import { HoldButton } from './hold-button.js'

interface Props {
  order: StoredOrder
  onShowXml: (integrationId: string) => void
}

/** What each 1C will do with the order, what can be done, and what the sentence on top does not say. */
export function OrderExports({ order, onShowXml }: Props) {
  const t = useTexts(texts).exports
  const administers = useAdministers()
  const query = useQuery(exportsQuery(order.id))
  return (
    <Section title={t.title}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.none}>
              {t.none}{' '}
              {administers && (
                <Link to="/settings" search={{ tab: 'integrations' }}>
                  {t.toIntegrations}
                </Link>
              )}
            </p>
          ) : (
            <>
              {isPaid(order) && items.every(goesNowhere) && (
                <Alert color="yellow" mb="md">
                  {t.paidButGoesNowhere}
                </Alert>
              )}
              <ul className={classes.list}>
                {items.map(orderExport => (
                  <li key={orderExport.integrationId}>
                    <One order={order} orderExport={orderExport} onShowXml={onShowXml} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

function isPaid(order: StoredOrder): boolean {
  return (
    !isCanceled(order) && order.payments.some(({ status, amount }) => status === 'paid' && Number(amount) > 0)
  )
}

/** Its rules don't take the order, though it is not of the time before them. */
function goesNowhere({ state, mismatch }: OrderExport): boolean {
  return state === 'not-matching' && mismatch?.code !== 'too-early'
}

function One({ order, orderExport, onShowXml }: Props & { orderExport: OrderExport }) {
  const t = useTexts(texts).exports
  const administers = useAdministers()
  const confirm = useConfirm()
  const { act, busy } = useAction({ renews: [['orders']] })
  const why = useReason()(orderExport)
  const { integrationId, integrationName, state, numberIn1c, confirmedRevision, heldKind } = orderExport
  const wasGiven = state === 'offered' || state === 'confirmed' || state === 'changed'

  async function resend() {
    // Not disabled: it keeps the focus.
    if (busy) return
    const { resendTitle: title, resend: action } = t
    if (!(await confirm({ title, text: t.resendText(integrationName), action }))) return
    await act(() => resendOrder(order.id, integrationId), t.resent, 'resend')
  }

  return (
    <div className={classes.export}>
      <div>
        <h3 className={classes.name}>
          <Link to="/integrations/$integrationId" params={{ integrationId }}>
            {integrationName}
          </Link>
        </h3>
        <div className={classes.facts}>
          {numberIn1c !== null && state !== 'not-matching' && <span>{t.number(numberIn1c)}</span>}
          {confirmedRevision > 0 && state !== 'confirmed' && state !== 'changed' && (
            <span>
              {confirmedRevision < order.revision
                ? t.behind(confirmedRevision, order.revision)
                : t.upToDate(confirmedRevision)}
            </span>
          )}
        </div>
        {heldKind === 'quarantine' && <p className={classes.facts}>{why}</p>}
      </div>
      <div className={classes.actions}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCode size={15} />}
          onClick={() => onShowXml(integrationId)}
        >
          {t.xmlNow}
        </Button>
        {administers && wasGiven && (
          <Button
            size="xs"
            variant="default"
            data-disabled={busy}
            aria-disabled={busy}
            leftSection={<IconSend size={15} />}
            onClick={() => void resend()}
          >
            {t.resend}
          </Button>
        )}
        {administers && state !== 'held' && <HoldButton id={order.id} orderExport={orderExport} />}
      </div>
      {state !== 'not-matching' && (
        <div className={classes.preflight}>
          {state === 'confirmed' ? (
            <details>
              <summary>{t.wasToDo}</summary>
              <OrderPreflight id={order.id} integrationId={integrationId} revision={order.revision} past />
            </details>
          ) : (
            <OrderPreflight id={order.id} integrationId={integrationId} revision={order.revision} />
          )}
        </div>
      )}
    </div>
  )
}

const SHOWN = 4

/** What the 1C of an integration will do with the order as it is now, by severity. */
function OrderPreflight({
  past = false,
  ...props
}: {
  id: string
  integrationId: string
  revision: number
  /** It has it already: the findings are in the past tense. */
  past?: boolean
}) {
  const t = useTexts(texts).preflight
  const { data, isError, refetch } = useQuery(preflightQuery(props.id, props.integrationId, props.revision))
  const [all, setAll] = useState(false)
  if (isError)
    return (
      <p className={classes.none}>
        {t.failed}{' '}
        <Button size="compact-xs" variant="subtle" onClick={() => void refetch()}>
          {t.retry}
        </Button>
      </p>
    )
  if (data === undefined) return <Skeleton height={22} width="60%" radius="sm" />
  const shown = all ? data.items : data.items.slice(0, SHOWN)
  const rest = data.items.length - shown.length
  return (
    <>
      {past ? (
        <p className={classes.none}>{t.past}</p>
      ) : (
        <h4 className={classes.preflightTitle}>{t.title}</h4>
      )}
      <FindingLines items={shown} />
      {rest > 0 && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAll(true)}>
          {t.more(rest)}
        </Button>
      )}
    </>
  )
}
