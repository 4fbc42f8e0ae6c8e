import { Combobox, useCombobox } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '../../texts/language.js'
import type { SelectOption } from '../forms/search-select.js'
import classes from './filters.module.css'
import { texts } from './texts.js'

/** With fewer options a search field is only in the way. */
const SEARCH_FROM = 8
/** Represents "no choice" among the options. */
const ANY = '\u0000any'

interface Props {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
  options: readonly SelectOption[]
  /** Asks the server for other options; without it the options are searched here. */
  onSearch?: (text: string) => void
  /** Name of the chosen option while it isn't among the options. */
  chosenLabel?: string | undefined
}

/** One condition of a list: a button that shows the choice and opens the options. */
export function FilterSelect({ label, value, onChange, options, onSearch, chosenLabel }: Props) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState('')
  const combobox = useCombobox({
    onDropdownOpen: () => {
      if (searchable) combobox.focusSearchInput()
    },
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      search('')
    },
  })
  const searchable = onSearch !== undefined || options.length >= SEARCH_FROM
  const wanted = typed.trim().toLocaleLowerCase()
  const shown = onSearch
    ? options
    : options.filter(option => option.label.toLocaleLowerCase().includes(wanted))
  const chosen = options.find(option => option.value === value)?.label ?? chosenLabel ?? value

  function search(text: string) {
    setTyped(text)
    onSearch?.(text)
    combobox.updateSelectedOptionIndex()
  }

  return (
    <Combobox
      store={combobox}
      width="max-content"
      position="bottom-start"
      keepMounted={false}
      onOptionSubmit={picked => {
        onChange(picked === ANY ? undefined : picked)
        combobox.closeDropdown()
        combobox.focusTarget()
      }}
    >
      <Combobox.Target targetType="button" withExpandedAttribute>
        <button
          type="button"
          role="combobox"
          aria-expanded={combobox.dropdownOpened}
          aria-label={label}
          className={classes.pill}
          data-set={value !== undefined || undefined}
          onClick={() => combobox.toggleDropdown()}
        >
          <span className={classes.label}>{label}</span>
          {value !== undefined && <span className={classes.value}>{chosen}</span>}
          <IconChevronDown size={14} aria-hidden="true" />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown}>
        {searchable && (
          <Combobox.Search
            aria-label={t.searchIn(label)}
            placeholder={t.search}
            value={typed}
            onChange={event => search(event.currentTarget.value)}
            onKeyDown={event => {
              if (event.key === 'Escape') combobox.focusTarget()
            }}
          />
        )}
        <Combobox.Options aria-label={t.options} mah={280} style={{ overflowY: 'auto' }}>
          {wanted === '' && (
            <Combobox.Option value={ANY} active={value === undefined} className={classes.any}>
              {t.any}
            </Combobox.Option>
          )}
          {shown.map(option => (
            <Combobox.Option key={option.value} value={option.value} active={option.value === value}>
              {option.label}
              {option.detail !== undefined && <span className={classes.detail}>{option.detail}</span>}
            </Combobox.Option>
          ))}
          {shown.length === 0 && <Combobox.Empty>{t.nothing}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
