import { Combobox, Input, InputBase, Loader, useCombobox } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import { type SelectOption, useShownOptions } from './use-shown-options.js'

interface Props {
  label: string
  description?: ReactNode
  placeholder?: string
  value: string | null
  onChange: (value: string | null, option: SelectOption | undefined) => void
  onBlur?: () => void
  error?: ReactNode
  /** The options for what is typed: the caller asks the server, or filters. */
  options: readonly SelectOption[]
  onSearch: (text: string) => void
  /** The options may still be those for an earlier text. */
  searching?: boolean
  /** The options did not load, which the caller tells: their absence means nothing. */
  failed?: boolean
  truncated?: boolean
  chosenLabel?: string
  /** Below the options while nothing is typed or found: makes one that is missing. */
  adding?: { text: string; start: () => void }
  required?: boolean
  /** Shows that it is required, in a form that has optional fields too. */
  marked?: boolean
  disabled?: boolean
}

/** The value of no option. */
const ADD = '+'

/** A list searched by typing. Its accessible name differs from the field's, which a label finds. */
export function SearchSelect(props: Props) {
  const { label, value, options, onSearch, onChange, onBlur, chosenLabel } = props
  const t = useTexts(texts).select
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const shown = useShownOptions(combobox, options, typed ?? '', props.searching)
  const chosen = options.find(option => option.value === value)?.label ?? chosenLabel ?? ''

  function pick(picked: string) {
    if (picked === ADD) {
      combobox.closeDropdown()
      props.adding?.start()
      return
    }
    const option = options.find(candidate => candidate.value === picked)
    onChange(picked, option)
    setTyped(undefined)
    onSearch('')
    combobox.closeDropdown()
  }

  function leave() {
    combobox.closeDropdown()
    // Typed text is a choice if it names an option; otherwise the choice stays.
    const needle = typed?.trim().toLocaleLowerCase()
    const exact = needle ? options.filter(option => option.label.toLocaleLowerCase() === needle) : []
    const single = needle && !props.searching && options.length === 1 ? options : []
    const [only] = exact.length > 0 ? exact : single
    if (only !== undefined) pick(only.value)
    else if (typed === '') onChange(null, undefined)
    setTyped(undefined)
    onSearch('')
    onBlur?.()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={pick} keepMounted={false}>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          id={id}
          label={label}
          description={props.description}
          error={props.error}
          placeholder={props.placeholder}
          required={props.required ?? false}
          labelProps={{ mod: { marked: props.marked } }}
          disabled={props.disabled ?? false}
          role="combobox"
          aria-autocomplete="list"
          autoComplete="off"
          value={typed ?? chosen}
          onChange={event => {
            const { value: text } = event.currentTarget
            const { data } = event.nativeEvent as InputEvent
            // A letter typed into the choice takes its place.
            const next = typed === undefined && chosen !== '' && data?.length === 1 ? data : text
            setTyped(next)
            onSearch(next)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          // Typing the present text is no change, but still loads the list.
          onInput={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={leave}
          rightSection={
            props.searching ? <Loader size={14} /> : <IconSelector size={16} aria-hidden="true" />
          }
          rightSectionPointerEvents="none"
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t.variants} mah={280} style={{ overflowY: 'auto' }}>
          {shown.map(option => (
            <Combobox.Option key={option.value} value={option.value} active={option.value === value}>
              <div>{option.label}</div>
              {option.detail !== undefined && <Input.Description>{option.detail}</Input.Description>}
            </Combobox.Option>
          ))}
          {shown.length === 0 && (props.searching || !props.failed) && (
            <Combobox.Empty>{props.searching ? t.searching : t.nothing}</Combobox.Empty>
          )}
          {props.adding && (!typed || (shown.length === 0 && !props.searching)) && (
            <Combobox.Option value={ADD}>{props.adding.text}</Combobox.Option>
          )}
        </Combobox.Options>
        {props.truncated && !props.searching && <Combobox.Footer>{t.more}</Combobox.Footer>}
      </Combobox.Dropdown>
    </Combobox>
  )
}
