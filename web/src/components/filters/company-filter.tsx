import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { companiesQuery, companyQuery } from '../../api/companies.js'
import { integrationsQuery } from '../../api/integrations.js'
import { useTexts } from '../../texts/language.js'
import { FilterSelect } from './filter-bar.js'
import type { SelectProps } from './select-props.js'
import { failureOf } from './select-props.js'
import { texts } from './texts.js'

const SHOWN = 50

interface Props {
  value: string | undefined
  onChange: (id: string | undefined) => void
  /** Nothing is shown where there is at most one company to choose. */
  onlyIfSeveral?: boolean
}

/** «Компания»: the location's companies, searched on the server by name and ИНН. */
export function CompanyFilter({ value, onChange, onlyIfSeveral = false }: Props) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 150)
  const all = useQuery(companiesQuery({ limit: SHOWN }))
  const query = useQuery(companiesQuery({ limit: SHOWN, q: q || undefined }))
  const options = (query.data?.items ?? []).map(({ id, name, inn }) => ({
    value: id,
    label: name,
    detail: t.companyDetail(inn),
  }))
  // The chosen one may be none of the first, nor of those just found.
  const isMissing = !query.isPending && options.every(option => option.value !== value)
  const chosen = useQuery({ ...companyQuery(value ?? ''), enabled: value !== undefined && isMissing })
  const several = (all.data?.items.length ?? 0) > 1
  if (onlyIfSeveral && !several && value === undefined && !all.isError) return null
  return (
    <FilterSelect
      label={t.company}
      value={value}
      onChange={onChange}
      options={options}
      failure={failureOf(query)}
      onSearch={setTyped}
      searching={query.isLoading || query.isPlaceholderData || q !== typed.trim()}
      chosenLabel={chosen.data?.name ?? (chosen.isError ? value : '…')}
    />
  )
}

/** The integrations of the location, each with its company. */
export function IntegrationFilter({
  label,
  value,
  onChange,
}: Pick<SelectProps, 'label' | 'value' | 'onChange'>) {
  const integrations = useQuery(integrationsQuery)
  const options = (integrations.data?.items ?? []).map(({ id, name, companyName }) => ({
    value: id,
    label: name,
    detail: companyName,
  }))
  const failure = failureOf(integrations)
  return <FilterSelect label={label} value={value} onChange={onChange} options={options} failure={failure} />
}
