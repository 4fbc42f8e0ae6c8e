import { type FindingCode, SEVERITIES, type Severity } from '@obmen/contract'
import type { FindingPage, Integration, ListedFinding } from '@obmen/contract/rest'
import { IconCircleCheck, IconSearchOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { findingsQuery } from '../../../api/findings.js'
import { FilterBar, FilterSelect } from '../../../components/filters/filter-bar.js'
import { FindingLines } from '../../../components/findings/finding-line.js'
import { texts as names } from '../../../components/findings/texts.js'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { Listed } from '../../../components/layout/listed.js'
import { Empty } from '../../../components/layout/loaded.js'
import { OrderNumber } from '../../../components/orders/order-number.js'
import { ShortTime } from '../../../components/relative-time.js'
import { Status, type Tone } from '../../../components/status.js'
import { useLiveRefresh } from '../../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import classes from './findings.module.css'
import { texts } from './texts-findings.js'

const TONES = { blocks: 'red', loses: 'amber', note: 'grey' } as const satisfies Record<Severity, Tone>

interface Props {
  integrationId: string
  counts: NonNullable<FindingPage['counts']>
  code: FindingCode | undefined
}

function FindingCauses({ integrationId, counts, code }: Props) {
  const t = useTexts(texts)
  const named = useTexts(names)
  const { number } = useFormats()
  if (counts.length === 0) return null
  return (
    <ul className={classes.causes} aria-label={t.causes}>
      {counts.map(({ code: one, severity, orders }) => (
        <li key={`${one} ${severity}`} data-shown={code === one || undefined}>
          <Link
            to="/integrations/$integrationId"
            params={{ integrationId }}
            search={{ tab: 'findings', ...(code === one ? {} : { code: one, severity }) }}
            resetScroll={false}
            aria-current={code === one ? 'true' : undefined}
          >
            {t.cause(orders, number(orders), named.codes[one])}
          </Link>
          <Status tone={TONES[severity]}>{named.severities[severity]}</Status>
        </li>
      ))}
    </ul>
  )
}

const route = getRouteApi('/shell/ecosystem/integrations/$integrationId')
const ROWS = 50

/** «Что не дойдёт»: the findings of preflight about an integration's orders. */
export default function FindingsTab({ integration: { id } }: { integration: Integration }) {
  const t = useTexts(texts)
  const named = useTexts(names)
  const { cursor, severity, code } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(findingsQuery(id, { severity, code, limit: ROWS, cursor }))
  useLiveRefresh(['integrations', id, 'findings'], event => event.integrationId === id)
  const [counts, setCounts] = useState(query.data?.counts ?? [])
  if (query.data?.counts && query.data.counts !== counts) setCounts(query.data.counts)
  const codes = [...new Set(counts.map(one => one.code))]
  const set = (changes: { severity?: typeof severity; code?: typeof code }): void =>
    void navigate({ search: now => ({ tab: now.tab, severity, code, ...changes }), resetScroll: false })
  const filtered = severity !== undefined || code !== undefined

  return (
    <>
      <p>{t.about}</p>
      <FindingCauses integrationId={id} counts={counts} code={code} />
      <FilterBar
        count={Number(severity !== undefined) + Number(code !== undefined)}
        onReset={() => set({ severity: undefined, code: undefined })}
      >
        <FilterSelect
          label={t.severity}
          value={severity}
          onChange={value => set({ severity: SEVERITIES.find(one => one === value) })}
          options={SEVERITIES.map(value => ({ value, label: named.severities[value] }))}
        />
        <FilterSelect
          label={t.code}
          value={code}
          chosenLabel={code && named.codes[code]}
          onChange={value => set({ code: codes.find(one => one === value) })}
          options={codes.map(value => ({
            value,
            label: named.codes[value],
            detail: String(
              counts.filter(one => one.code === value).reduce((sum, { orders }) => sum + orders, 0),
            ),
          }))}
        />
      </FilterBar>
      <Listed
        query={query}
        empty={
          filtered ? (
            <Empty
              icon={IconSearchOff}
              title={t.nothing}
              text={t.nothingText}
              reset={{ text: t.reset, onClick: () => set({ severity: undefined, code: undefined }) }}
            />
          ) : (
            <Empty icon={IconCircleCheck} title={t.none} text={t.noneText} />
          )
        }
      >
        {(items, stale) => <FindingsTable items={items} stale={stale} />}
      </Listed>
    </>
  )
}

function FindingsTable({ items, stale }: { items: ListedFinding[]; stale: boolean }) {
  const t = useTexts(texts)
  const columns: Column<ListedFinding, typeof t.columns>[] = [
    {
      id: 'order',
      onCard: 'title',
      width: '120px',
      cell: ({ orderId, number }) => <OrderNumber id={orderId} number={number ?? orderId} />,
    },
    { id: 'number', width: '76px', cell: ({ numberIn1c }) => numberIn1c },
    { id: 'what', cell: finding => <FindingLines items={[finding]} /> },
    { id: 'since', width: '160px', cell: ({ since }) => <ShortTime at={since} /> },
  ]
  return (
    <DataTable
      titles={t.columns}
      label={t.table}
      columns={columns}
      rows={items}
      rowKey={({ orderId, code, path }) => `${orderId} ${code} ${path}`}
      stale={stale}
      wide
    />
  )
}
