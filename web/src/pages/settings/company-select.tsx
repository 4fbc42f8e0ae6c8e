import { Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { companiesQuery } from '../../api/companies.js'
import { SearchSelect } from '../../components/forms/search-select.js'
import { FailureLine } from '../../components/layout/loaded.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

const SHOWN = 50

interface Props {
  value: string
  onChange: (companyId: string) => void
  /** The location's only company is chosen by itself. */
  onPreselect: (companyId: string) => void
  error?: ReactNode
}

/** «Компания»: the location's active companies, searched on the server by name and ИНН. */
export function CompanySelect({ value, onChange, onPreselect, error }: Props) {
  const t = useTexts(texts).create
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 150)
  const query = useQuery(companiesQuery({ archived: false, limit: SHOWN, ...(q === '' ? {} : { q }) }))
  const options = (query.data?.items ?? []).map(({ id, name, inn, kpp }) => ({
    value: id,
    label: name,
    detail: t.companyDetail(inn, kpp),
  }))
  // A single option is selected automatically, unless it is only what an earlier text found.
  const whole = q === '' && !query.isPlaceholderData && query.data?.next === null
  const only = whole && options.length === 1 ? options[0] : undefined
  const preselect = useRef(true)
  useEffect(() => {
    if (only === undefined || !preselect.current) return
    preselect.current = false
    setChosen(only.label)
    onPreselect(only.value)
  }, [only, onPreselect])
  return (
    <Stack gap="sm">
      <SearchSelect
        label={t.company}
        placeholder={t.companyPlaceholder}
        value={value || null}
        chosenLabel={chosen}
        onChange={(picked, option) => {
          setChosen(option?.label ?? '')
          onChange(picked ?? '')
        }}
        options={options}
        onSearch={setTyped}
        searching={query.isLoading || query.isPlaceholderData || q !== typed.trim()}
        truncated={query.data?.next !== null && query.data !== undefined}
        error={error}
        failed={query.isError}
        required
        marked
      />
      <FailureLine title={t.companiesFailed} query={query} />
    </Stack>
  )
}
