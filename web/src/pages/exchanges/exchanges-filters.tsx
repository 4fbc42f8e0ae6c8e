import { useQuery } from '@tanstack/react-query'
import { integrationsQuery } from '../../api/integrations.js'
import type { ExchangesSearch } from '../../app/search.js'
import { FilterBar } from '../../components/filters/filter-bar.js'
import { FilterPeriod } from '../../components/filters/filter-period.js'
import { FilterSelect } from '../../components/filters/filter-select.js'
import { failureOf } from '../../components/filters/select-props.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

const OUTCOMES = ['running', 'confirmed', 'nothing', 'unconfirmed', 'refused', 'failed'] as const

interface Props {
  search: ExchangesSearch
  onChange: (changed: Partial<ExchangesSearch>) => void
  onReset: () => void
}

export function ExchangesFilters({ search, onChange, onReset }: Props) {
  const t = useTexts(texts).filters
  const integrations = useQuery(integrationsQuery)
  const { integrationId, outcome, from, to } = search
  const count = [integrationId, outcome, from ?? to].filter(value => value !== undefined).length
  return (
    <FilterBar count={count} onReset={onReset}>
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
