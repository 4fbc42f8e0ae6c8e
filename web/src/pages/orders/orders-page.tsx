import { ORDER_STATES } from '@obmen/contract'
import { IconReceipt, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { facetsQuery } from '../../api/integrations.js'
import { ordersPageQuery } from '../../api/orders.js'
import { useAdministers } from '../../api/people/me.js'
import type { OrdersSearch } from '../../app/search.js'
import { CompanyFilter, IntegrationFilter } from '../../components/filters/company-filter.js'
import { FilterBar, FilterPeriod, FilterSelect } from '../../components/filters/filter-bar.js'
import { SearchField } from '../../components/filters/search-field.js'
import { failureOf } from '../../components/filters/select-props.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { Empty, Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { FoundTotal, ListSum, Pager } from '../../components/layout/pager.js'
import { ChooseColumns, DownloadList } from '../../components/list-menus/list-menus.js'
import { SavedViews } from '../../components/list-menus/saved-views.js'
import { useStatusLabel } from '../../components/orders/use-status-label.js'
import { RefusedOrder } from '../../components/requests/refused-order.js'
import { useLiveRefresh } from '../../hooks/use-live-refresh.js'
import { useTexts } from '../../texts/language.js'
import { BulkBar, useSelection } from './bulk/bulk-bar.js'
import { BulkProgress } from './bulk/bulk-progress.js'
import { HeldGroups } from './bulk/held-groups.js'
import { OrdersTable } from './orders-table.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/orders')

/** «Заказы»: every order and its state at each 1C. Filters, sorting and page are in the URL. */
export function OrdersPage() {
  const t = useTexts(texts)
  const { number: _fixed, select: _choice, ...columns } = t.columns
  const administers = useAdministers()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { before: _, cursor, ...listed } = search
  const { sort, ...matching } = listed
  const selection = useSelection(JSON.stringify(matching))
  const query = useQuery(ordersPageQuery(search))
  useLiveRefresh(['orders'])
  const filtered = Object.values(matching).some(value => value !== undefined)

  /** A changed filter starts at the first page. Typing adds no history entries. */
  function change(changed: Partial<OrdersSearch>) {
    const replace = 'q' in changed && search.q !== undefined && changed.q !== undefined
    void navigate({
      search: now => ({ ...now, ...changed, cursor: undefined, before: undefined }),
      replace,
      resetScroll: false,
    })
  }
  const reset = () => void navigate({ search: { sort }, resetScroll: false })

  return (
    <>
      <PageHeader
        title={t.title}
        actions={
          <>
            <ChooseColumns list="orders" titles={columns} />
            <DownloadList list="orders" filter={listed} />
          </>
        }
      />
      <OrdersFilters search={search} onChange={change} onReset={reset} />
      <SavedViews list="orders" search={listed} />
      {administers && <BulkProgress />}
      {search.state === 'held' && <HeldGroups search={search} orders={query.data?.items ?? []} />}
      {administers && search.q !== undefined && (
        <RefusedOrder
          id={search.q}
          takenAt={query.data?.items.find(({ id }) => id === search.q)?.updatedAt}
        />
      )}
      <Loaded query={query}>
        {({ items, next, total }) => {
          if (items.length === 0 && !filtered && cursor === undefined) return <NoOrders />
          const stale = query.isPlaceholderData
          return (
            <>
              {items.length === 0 && (
                <Empty
                  icon={IconSearch}
                  title={t.nothing.title}
                  // Not all orders were searched yet where there is a next page: it continues.
                  text={next === null ? t.nothing.text : t.nothing.continues}
                  reset={{ text: t.reset, onClick: reset }}
                />
              )}
              {items.length > 0 && <FoundTotal total={total} unit={t.found} />}
              {items.length > 0 && administers && (
                <BulkBar filter={matching} orders={items} total={total} stale={stale} selection={selection} />
              )}
              {items.length > 0 && (
                <OrdersTable
                  orders={items}
                  search={search}
                  onSort={() => change({ sort: sort === 'placedAt' ? undefined : 'placedAt' })}
                  stale={stale}
                  selection={administers ? selection : undefined}
                />
              )}
              {items.length > 0 && <ListSum total={total} unit={t.found} />}
              <Pager next={next} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}

/** The platform has sent nothing yet: explains how to. */
function NoOrders() {
  const t = useTexts(texts).none
  const administers = useAdministers()
  return (
    <Empty
      icon={IconReceipt}
      title={t.title}
      text={
        <>
          {t.text} <code className="mono">{t.call}</code>.
        </>
      }
    >
      {administers && (
        <ButtonLink to="/settings" search={{ tab: 'tokens' }}>
          {t.tokens}
        </ButtonLink>
      )}
    </Empty>
  )
}

interface Props {
  search: OrdersSearch
  onChange: (changed: Partial<OrdersSearch>) => void
  onReset: () => void
}

function OrdersFilters({ search, onChange, onReset }: Props) {
  const t = useTexts(texts).filters
  const seen = useQuery(facetsQuery)
  const labelOf = useStatusLabel()
  const { q, companyId, integrationId, status, gateway, state, from, to } = search
  const set = [q, companyId, integrationId, status, gateway, state, from ?? to]
  const words = (values: string[] = []) => values.map(value => ({ value, label: value }))
  return (
    <FilterBar
      count={set.filter(value => value !== undefined).length}
      onReset={onReset}
      search={
        <SearchField
          label={t.search}
          placeholder={t.searchPlaceholder}
          value={q}
          onChange={text => onChange({ q: text })}
        />
      }
    >
      <FilterSelect
        label={t.state}
        value={state}
        onChange={chosen =>
          onChange({ state: ORDER_STATES.find(known => known === chosen), cause: undefined })
        }
        options={ORDER_STATES.map(value => ({ value, label: t.states[value] }))}
      />
      <FilterSelect
        label={t.status}
        value={status}
        onChange={chosen => onChange({ status: chosen })}
        options={(seen.data?.statuses ?? []).map(value => ({
          value,
          label: labelOf(value),
          ...(labelOf(value) !== value && { detail: value }),
        }))}
        failure={failureOf(seen)}
      />
      <FilterSelect
        label={t.gateway}
        value={gateway}
        onChange={chosen => onChange({ gateway: chosen })}
        options={words(seen.data?.gateways)}
        failure={failureOf(seen)}
      />
      <IntegrationFilter
        label={t.integration}
        value={integrationId}
        onChange={chosen => onChange({ integrationId: chosen })}
      />
      <CompanyFilter value={companyId} onChange={chosen => onChange({ companyId: chosen })} />
      <FilterPeriod label={t.period} value={{ from, to }} onChange={onChange} />
    </FilterBar>
  )
}
