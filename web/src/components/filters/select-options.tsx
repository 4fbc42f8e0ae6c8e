import { Combobox, useCombobox } from '@mantine/core'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { useOpenOnMount } from '../../hooks/use-lazy-component.js'
import { useTexts } from '../../texts/language.js'
import { useShownOptions } from '../forms/use-shown-options.js'
import { FailureLine } from '../layout/loaded.js'
import { FilterPill } from './filter-pill.js'
import classes from './filters.module.css'
import { chosenOf, type SelectProps } from './select-props.js'
import { texts } from './texts.js'

/** With fewer options a search field is only in the way. */
const SEARCH_FROM = 8
const ANY = '\u0000any'

export default function SelectOptions(props: SelectProps) {
  const { label, value, onChange, options, onSearch, searching, failure } = props
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
  const button = useRef<HTMLButtonElement>(null)
  useOpenOnMount(button, () => combobox.openDropdown())
  const searchable = onSearch !== undefined || options.length >= SEARCH_FROM
  const needle = typed.trim().toLocaleLowerCase()
  const found = onSearch
    ? options
    : options.filter(option => option.label.toLocaleLowerCase().includes(needle))
  const shown = useShownOptions(combobox, found, typed, searching)

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
        <FilterPill
          ref={button}
          role="combobox"
          aria-expanded={combobox.dropdownOpened}
          aria-label={label}
          label={label}
          shown={chosenOf(props)}
          onClick={() => combobox.toggleDropdown()}
        />
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
        {failure && <FailureLine title={t.failed} query={failure} />}
        <Options shown={shown} value={value} withAny={needle === ''}>
          {shown.length === 0 && !failure && (
            <Combobox.Empty>{searching ? t.searching : t.nothing}</Combobox.Empty>
          )}
        </Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

interface OptionsProps {
  shown: SelectProps['options']
  value: string | undefined
  withAny: boolean
  children: ReactNode
}

function Options({ shown, value, withAny, children }: OptionsProps) {
  const t = useTexts(texts)
  return (
    <Combobox.Options aria-label={t.options} mah={280} style={{ overflowY: 'auto' }}>
      {withAny && (
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
      {children}
    </Combobox.Options>
  )
}
