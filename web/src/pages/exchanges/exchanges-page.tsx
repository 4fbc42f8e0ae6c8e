import { IconArrowsExchange, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { exchangesQuery } from '../../api/exchanges.js'
import { useAdministers } from '../../api/people/me.js'
import type { ExchangesSearch } from '../../app/search.js'
import { ExchangesTable } from '../../components/exchanges/exchanges-table.js'
import { texts as tableTexts } from '../../components/exchanges/texts.js'
import { IntegrationFilter } from '../../components/filters/company-filter.js'
import { FilterBar, FilterPeriod, FilterSelect } from '../../components/filters/filter-bar.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { Listed } from '../../components/layout/listed.js'
import { Empty } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { ChooseColumns, DownloadList } from '../../components/list-menus/list-menus.js'
import { useLiveRefresh } from '../../hooks/use-live-refresh.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

const OUTCOMES = ['running', 'confirmed', 'nothing', 'unconfirmed', 'refused', 'failed'] as const

interface Props {
  search: ExchangesSearch
  onChange: (changed: Partial<ExchangesSearch>) => void
  onReset: () => void
}

function ExchangesFilters({ search, onChange, onReset }: Props) {
  const t = useTexts(texts).filters
  const { integrationId, outcome, from, to } = search
  const count = [integrationId, outcome, from ?? to].filter(value => value !== undefined).length
  return (
    <FilterBar count={count} onReset={onReset}>
      <IntegrationFilter
        label={t.integration}
        value={integrationId}
        onChange={chosen => onChange({ integrationId: chosen })}
      />
      <FilterSelect
        label={t.outcome}
        value={outcome}
        onChange={chosen => onChange({ outcome: OUTCOMES.find(known => known === chosen) })}
        options={OUTCOMES.map(value => ({ value, label: t.outcomes[value] }))}
      />
      <FilterPeriod label={t.period} value={{ from, to }} onChange={onChange} />
    </FilterBar>
  )
}

const route = getRouteApi('/shell/ecosystem/exchanges')
const ROWS = 50

/** «Обмены»: when each 1C called and how it ended. New ones appear by themselves. */
export function ExchangesPage() {
  const t = useTexts(texts)
  const { found, columns: all } = useTexts(tableTexts)
  const { when: _when, client: _client, ...columns } = all
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const administers = useAdministers()
  const { before: _, cursor, ...filter } = search
  const query = useQuery(
    exchangesQuery({
      ...filter,
      cursor,
      limit: ROWS,
      count: true,
      collapse: filter.outcome === undefined ? true : undefined,
    }),
  )
  useLiveRefresh(['exchanges'])
  const filtered = Object.values(filter).some(value => value !== undefined)

  function change(changed: Partial<ExchangesSearch>) {
    void navigate({
      search: now => ({ ...now, ...changed, cursor: undefined, before: undefined }),
      resetScroll: false,
    })
  }
  const reset = () => void navigate({ search: {}, resetScroll: false })

  return (
    <>
      <PageHeader
        title={t.title}
        description={t.about}
        actions={
          <>
            <ChooseColumns list="exchanges" titles={columns} />
            <DownloadList list="exchanges" filter={filter} />
          </>
        }
      />
      <ExchangesFilters search={search} onChange={change} onReset={reset} />
      <Listed
        query={query}
        unit={found}
        empty={
          filtered ? (
            <Empty
              icon={IconSearch}
              title={t.nothing.title}
              text={t.nothing.text}
              reset={{ text: t.reset, onClick: reset }}
            />
          ) : (
            <Empty icon={IconArrowsExchange} title={t.none.title} text={t.none.text}>
              {administers && (
                <ButtonLink to="/settings" search={{ tab: 'integrations' }}>
                  {t.none.integrations}
                </ButtonLink>
              )}
            </Empty>
          )
        }
      >
        {(items, stale) => <ExchangesTable label={t.title} exchanges={items} filter={filter} stale={stale} />}
      </Listed>
    </>
  )
}
