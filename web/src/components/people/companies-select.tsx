import { MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueries, useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { companiesQuery, companyQuery } from '../../api/companies.js'
import { useTexts } from '../../texts/language.js'
import { FailureLine } from '../layout/loaded.js'
import { texts } from './texts.js'

const SHOWN = 50

interface Props {
  value: string[]
  onChange: (companyIds: string[]) => void
  error?: ReactNode
}

/** «Компании» of an accountant: several, searched on the server by name and ИНН. */
export default function CompaniesSelect({ value, onChange, error }: Props) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 150)
  const query = useQuery(companiesQuery({ limit: SHOWN, q: q || undefined }))
  const found = query.data?.items ?? []
  const searching = query.isPlaceholderData || q !== typed.trim()
  // The chosen keep their names when the search finds others.
  const names = useRef(new Map<string, string>())
  for (const { id, name } of found) names.current.set(id, name)
  const unnamed = value.filter(id => !names.current.has(id))
  const asked = useQueries({ queries: unnamed.map(companyQuery) })
  for (const { data } of asked) if (data) names.current.set(data.id, data.name)
  const ids = [...new Set([...value, ...found.map(({ id }) => id)])]
  return (
    <>
      <MultiSelect
        label={t.companies}
        description={t.companiesHelp}
        placeholder={value.length === 0 ? t.companiesFind : ''}
        data={ids.map(id => ({ value: id, label: names.current.get(id) ?? id }))}
        value={value}
        onChange={onChange}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        filter={({ options }) => options.filter(option => 'value' in option && fits(option.value))}
        nothingFoundMessage={searching || query.isFetching || query.isError ? null : t.noneFound}
        hidePickedOptions
        required
        error={error}
        comboboxProps={{ withinPortal: false }}
      />
      <FailureLine title={t.companiesFailed} query={query} />
    </>
  )

  /** The server searches. Until it answers, only what fits by name stays, so that nothing else is chosen. */
  function fits(id: string): boolean {
    const company = found.find(other => other.id === id)
    if (company === undefined || !searching) return company !== undefined
    return company.name.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase())
  }
}
