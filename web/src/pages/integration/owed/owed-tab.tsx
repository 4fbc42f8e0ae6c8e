import { Button } from '@mantine/core'
import { numbersIn1C } from '@obmen/contract'
import type { Integration, OrderListItem } from '@obmen/contract/rest'
import { IconCircleCheck, IconFileCode } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { integrationQuery } from '../../../api/integrations.js'
import { ordersQuery } from '../../../api/orders.js'
import { useAdministers } from '../../../api/people/me.js'
import { ButtonLink } from '../../../components/forms/button-link.js'
import { type Column, DataTable, TwoLines } from '../../../components/layout/data-table.js'
import { Listed } from '../../../components/layout/listed.js'
import { Empty } from '../../../components/layout/loaded.js'
import { ExportState } from '../../../components/orders/export-state.js'
import { OrderNumber } from '../../../components/orders/order-number.js'
import { ShortTime } from '../../../components/relative-time.js'
import { useLiveRefresh } from '../../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import classes from './owed.module.css'
import { texts } from './texts-owed.js'

const route = getRouteApi('/shell/ecosystem/integrations/$integrationId')
const ROWS = 50
/** There are no live events of new orders. */
const POLL_MS = 15_000

/** «Ждут выгрузки»: the orders of the next exchanges, and since when they have been waiting. */
export default function OwedTab({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const { counted, sinceTime } = useFormats()
  const { cursor } = route.useSearch()
  const navigate = route.useNavigate()
  const administers = useAdministers()
  const { id, counts, owedSince, enabled } = integration
  useQuery({ ...integrationQuery(id), refetchInterval: POLL_MS })
  const query = useQuery({
    ...ordersQuery({ integrationId: id, state: 'owed', limit: ROWS, cursor }),
    refetchInterval: POLL_MS,
  })
  useLiveRefresh(['orders'], event => event.integrationId === id)

  return (
    <Listed query={query} empty={<NothingOwed integration={integration} />}>
      {(items, stale) => (
        <>
          <header className={classes.header}>
            <div>
              <h2 className={classes.title}>{t.waiting(...counted(counts.owed))}</h2>
              <div className={classes.about}>
                {owedSince !== null && t.since(sinceTime(owedSince))} {enabled ? t.how : t.paused}
              </div>
            </div>
            {administers && (
              <Button
                variant="default"
                leftSection={<IconFileCode size={16} />}
                onClick={() => void navigate({ search: now => ({ ...now, over: 'package' }) })}
              >
                {t.showPackage}
              </Button>
            )}
          </header>
          <OwedTable orders={items} integrationId={id} stale={stale} />
        </>
      )}
    </Listed>
  )
}

function NothingOwed({ integration: { id, counts } }: { integration: Integration }) {
  const t = useTexts(texts).none
  const { number } = useFormats()
  const administers = useAdministers()
  const text =
    counts.confirmed > 0 ? `${t.confirmed(counts.confirmed, number(counts.confirmed))} ${t.text}` : t.text
  return (
    <Empty icon={IconCircleCheck} title={t.title} text={text}>
      {administers && (
        <ButtonLink
          to="/integrations/$integrationId"
          params={{ integrationId: id }}
          search={{ tab: 'rules' }}
        >
          {t.rules}
        </ButtonLink>
      )}
    </Empty>
  )
}

interface Props {
  orders: OrderListItem[]
  integrationId: string
  stale: boolean
}

function OwedTable({ orders, integrationId, stale }: Props) {
  const t = useTexts(texts)
  const { money } = useFormats()
  const columns: Column<OrderListItem, typeof t.columns>[] = [
    {
      id: 'number',
      onCard: 'title',
      width: '76px',
      cell: ({ id, numberIn1c, exports }) => {
        const [inThis1C = numberIn1c] = numbersIn1C(numberIn1c, exports, integrationId)
        return (
          <span className={classes.number}>
            <OrderNumber id={id} number={inThis1C} />
          </span>
        )
      },
    },
    {
      id: 'platform',
      width: '120px',
      cell: ({ id, number }) => <TwoLines>{number ?? id}</TwoLines>,
    },
    { id: 'placed', width: '160px', cell: ({ placedAt }) => <ShortTime at={placedAt} /> },
    { id: 'customer', cell: ({ customerName }) => <TwoLines>{customerName}</TwoLines> },
    { id: 'total', align: 'end', cell: ({ total, currency }) => money(total, currency) },
    {
      id: 'state',
      width: '200px',
      cell: ({ exports }) => {
        const orderExport = exports.find(one => one.integrationId === integrationId)
        return orderExport && <ExportState state={orderExport.state} at={orderExport.at} />
      },
    },
  ]
  return <DataTable titles={t.columns} label={t.table} columns={columns} rows={orders} stale={stale} wide />
}
