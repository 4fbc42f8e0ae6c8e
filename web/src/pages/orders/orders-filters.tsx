import { ORDER_STATES } from '@obmen/contract'
import { useQuery } from '@tanstack/react-query'
import { facetsQuery, integrationsQuery } from '../../api/integrations.js'
import type { OrdersSearch } from '../../app/search.js'
import { CompanyFilter } from '../../components/filters/company-filter.js'
import { FilterBar, FilterPeriod, FilterSelect } from '../../components/filters/filter-bar.js'
import { SearchField } from '../../components/filters/search-field.js'
import { failureOf } from '../../components/filters/select-props.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

interface Props {
  search: OrdersSearch
  onChange: (changed: Partial<OrdersSearch>) => void
  onReset: () => void
}

export function OrdersFilters({ search, onChange, onReset }: Props) {
  const t = useTexts(texts).filters
  const seen = useQuery(facetsQuery)
  const integrations = useQuery(integrationsQuery)
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
          value={q ?? ''}
          onChange={text => onChange({ q: text === '' ? undefined : text })}
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
        options={words(seen.data?.statuses)}
        failure={failureOf(seen)}
      />
      <FilterSelect
        label={t.gateway}
        value={gateway}
        onChange={chosen => onChange({ gateway: chosen })}
        options={words(seen.data?.gateways)}
        failure={failureOf(seen)}
      />
      <FilterSelect
        label={t.integration}
        value={integrationId}
        onChange={chosen => onChange({ integrationId: chosen })}
        options={(integrations.data?.items ?? []).map(({ id, name, companyName }) => ({
          value: id,
          label: name,
          detail: companyName,
        }))}
        failure={failureOf(integrations)}
      />
      <CompanyFilter value={companyId} onChange={chosen => onChange({ companyId: chosen })} />
      <FilterPeriod label={t.period} value={{ from, to }} onChange={onChange} />
    </FilterBar>
  )
}
