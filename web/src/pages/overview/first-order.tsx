import { Button, Group } from '@mantine/core'
import type { Company, Integration } from '@obmen/contract/rest'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { integrationQuery } from '../../api/integrations.js'
import { putOrder } from '../../api/orders.js'
import { createToken, firstTokenQuery } from '../../api/people/tokens.js'
import { apiUrl } from '../../api/request/base.js'
import { keepShownOnce } from '../../api/request/shown-once.js'
import { CopyButton } from '../../components/forms/copy.js'
import { useAction } from '../../hooks/use-action.js'
import { useTexts } from '../../texts/language.js'
import classes from './first-steps.module.css'
import { texts } from './texts-first-order.js'

interface Props {
  company: Company
  /** The 1C that should get it: the order is built to match its first rule. */
  integrationId: string | undefined
  hasOrders: boolean
}

const ID = 'first-order'

/** Creates a first order with a button, or shows the call for it; later only the call, for its token. */
export default function FirstOrder({ company, integrationId, hasOrders }: Props) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const { act, busy } = useAction({ renews: [['overview'], ['tokens']] })
  const { data: token = null } = useQuery(firstTokenQuery)
  const integration = useQuery({
    ...integrationQuery(integrationId ?? ''),
    enabled: integrationId !== undefined,
  })
  const order = sampleOrder(t.buyer, t.line, company, integration.data)
  const call = [
    `curl -X PUT ${apiUrl(`/orders/${ID}`)} \\`,
    `  -H 'Authorization: Bearer ${token ?? t.tokenHere}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  --data '${JSON.stringify(order, null, 2)}'`,
  ].join('\n')

  const send = () => act(() => putOrder(ID, order), t.sent)
  const makeToken = () =>
    act(async () => {
      const made = await createToken({
        name: t.tokenName,
        rights: ['orders:write', 'orders:read', 'companies:read'],
      })
      keepShownOnce(queryClient, firstTokenQuery, made.token)
    }, t.tokenMade)

  return (
    <div className={classes.first}>
      <p>{hasOrders ? t.tokenText : t.text}</p>
      <Group gap="xs">
        {!hasOrders && (
          <Button loading={busy || integration.isLoading} onClick={() => void send()}>
            {t.send}
          </Button>
        )}
        {token === null ? (
          <Button variant="default" disabled={busy} onClick={() => void makeToken()}>
            {t.makeToken}
          </Button>
        ) : (
          <Button variant="default" onClick={() => keepShownOnce(queryClient, firstTokenQuery, null)}>
            {t.hideToken}
          </Button>
        )}
      </Group>
      <div className={classes.call}>
        <textarea
          className="mono"
          readOnly
          rows={10}
          aria-label={t.call}
          value={call}
          onFocus={event => event.currentTarget.select()}
        />
        <CopyButton value={call} what={t.call} />
      </div>
    </div>
  )
}

/** Paid, and matching the integration's first rule. */
function sampleOrder(buyer: string, line: string, company: Company, integration: Integration | undefined) {
  const { paymentrules: rules = [] } = (integration?.settings ?? {}) as {
    paymentrules?: { status?: string; gateway?: string }[]
  }
  const now = new Date().toISOString()
  return {
    number: 'TEST-1',
    companyId: company.id,
    placedAt: now,
    status: rules[0]?.status ?? 'purchased',
    currency: 'RUB',
    customer: { id: ID, kind: 'organization', name: buyer, inn: '7707083893', kpp: '773601001' },
    lines: [
      {
        id: ID,
        name: line,
        kind: 'service',
        quantity: '2',
        price: '1500.00',
        amount: '3000.00',
        vat: '22',
      },
    ],
    vatIncluded: true,
    total: '3000.00',
    payments: [
      { id: ID, gateway: rules[0]?.gateway ?? 'CKassa', status: 'paid', amount: '3000.00', paidAt: now },
    ],
  }
}
