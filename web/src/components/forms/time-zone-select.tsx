import { type ReactNode, useMemo, useState } from 'react'
import { useLanguage } from '../../texts/language.js'
import { SearchSelect } from './search-select.js'
import { findTimeZones, labelOf, timeZones } from './time-zones.js'

const SHOWN = 60

interface Props {
  label: string
  description?: ReactNode
  placeholder: string
  value: string
  onChange: (timezone: string) => void
  error?: ReactNode
}

export function TimeZoneSelect({ value, onChange, ...field }: Props) {
  const { language } = useLanguage()
  const [typed, setTyped] = useState('')
  const found = useMemo(() => findTimeZones(timeZones(language), typed), [language, typed])
  return (
    <SearchSelect
      {...field}
      value={value || null}
      chosenLabel={value === '' ? '' : labelOf(value, language)}
      onChange={picked => onChange(picked ?? '')}
      options={found.slice(0, SHOWN)}
      onSearch={setTyped}
      truncated={typed.trim() === '' || found.length > SHOWN}
      required
    />
  )
}
