import type { ReconciliationOverview } from '@obmen/contract/rest'
import { IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useAdministers } from '../../api/people/me.js'
import { reconciliationOverviewQuery } from '../../api/reading.js'
import { CompanyFilter } from '../../components/filters/company-filter.js'
import { FilterPeriod } from '../../components/filters/filter-bar.js'
import { SearchBar } from '../../components/filters/search-field.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { type Column, DataTable, rowLink } from '../../components/layout/data-table.js'
import { Empty, Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { texts as sharedTexts } from '../../components/reconciliation/texts.js'
import { STATE_TONES } from '../../components/reconciliation/tones.js'
import { RelativeTime } from '../../components/relative-time.js'
import { Status } from '../../components/status.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/reconciliation')

type Item = ReconciliationOverview['items'][number]

/** What somebody should look at, worst first. */
const TO_CHECK = ['missing', 'doubled', 'differs', 'not-loaded', 'unknown'] as const

/** «Сверка с 1С» of all integrations that are read. Period and company are in the URL. */
export function ReconciliationPage() {
  const t = useTexts(texts)
  const { period } = useTexts(sharedTexts)
  const { from, to, companyId } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery({ ...reconciliationOverviewQuery({ from, to }), refetchInterval: 30_000 })
  return (
    <>
      <PageHeader title={t.title} description={t.about} />
      <SearchBar>
        <CompanyFilter
          value={companyId}
          onChange={companyId => void navigate({ search: now => ({ ...now, companyId }) })}
          onlyIfSeveral
        />
        <FilterPeriod
          label={period}
          value={{ from, to }}
          onChange={changed => void navigate({ search: now => ({ ...now, ...changed }) })}
        />
      </SearchBar>
      <Loaded query={query}>
        {({ items }) => {
          const shown = items.filter(item => companyId === undefined || item.companyId === companyId)
          if (items.length === 0) return <NothingRead />
          if (shown.length === 0) return <Empty icon={IconScale} title={t.nothingFound} />
          return <Integrations items={shown} stale={query.isPlaceholderData} />
        }}
      </Loaded>
    </>
  )
}

function NothingRead() {
  const t = useTexts(texts)
  const administers = useAdministers()
  return (
    <Empty icon={IconScale} title={t.none} text={administers ? t.noneText : t.noneForAccountant}>
      {administers && (
        <ButtonLink to="/settings" search={{ tab: 'integrations' }}>
          {t.toIntegrations}
        </ButtonLink>
      )}
    </Empty>
  )
}

function Integrations({ items, stale }: { items: Item[]; stale: boolean }) {
  const t = useTexts(texts)
  const { paid, mixed } = useTexts(sharedTexts)
  const { from, to } = route.useSearch()
  const { money, number } = useFormats()
  const side = (name: 'platform' | 'in1c') => ({
    id: name,
    align: 'end' as const,
    cell: ({ totals }: Item) =>
      totals.currency === null ? (
        mixed
      ) : (
        <>
          {money(totals[name].total, totals.currency)}
          <br />
          {paid(money(totals[name].paid, totals.currency))}
        </>
      ),
  })
  const columns: Column<Item, typeof t.columns>[] = [
    {
      id: 'integration',
      onCard: 'title',
      cell: ({ integrationId, integrationName, companyName }) => (
        <>
          <Link
            to="/integrations/$integrationId"
            params={{ integrationId }}
            search={{ tab: 'reconciliation', from, to }}
            className={rowLink}
          >
            {integrationName}
          </Link>
          <br />
          {companyName}
        </>
      ),
    },
    { id: 'orders', align: 'end', cell: ({ totals }) => number(totals.orders) },
    { id: 'attention', cell: ({ totals }) => <ToCheck states={totals.states} /> },
    side('platform'),
    side('in1c'),
    { id: 'read', cell: ({ readAt }) => <RelativeTime at={readAt} never={t.never} /> },
  ]
  return (
    <DataTable
      titles={t.columns}
      label={t.table}
      columns={columns}
      rows={items}
      rowKey={({ integrationId }) => integrationId}
      stale={stale}
      wide
    />
  )
}

function ToCheck({ states }: { states: Item['totals']['states'] }) {
  const t = useTexts(texts)
  const names = useTexts(sharedTexts).states
  const { number } = useFormats()
  const some = TO_CHECK.filter(state => (states[state] ?? 0) > 0)
  if (some.length === 0) return <Status tone="green">{t.fine}</Status>
  return some.map(state => (
    <div key={state}>
      <Status tone={STATE_TONES[state]}>{t.state(names[state], number(states[state] ?? 0))}</Status>
    </div>
  ))
}
