import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTexts } from '../../texts/language.js'
import classes from './filters.module.css'
import { texts } from './texts.js'

const WAIT_MS = 250

interface Props {
  label: string
  placeholder?: string
  value: string | undefined
  onChange: (text: string | undefined) => void
  /** It has the focus when its window opens. */
  isFirst?: boolean
}

/** The search of a page: `/` focuses it, Escape clears it. Searches when typing pauses. */
export function SearchField({ label, placeholder = label, value = '', onChange, isFirst }: Props) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState(value)
  const asked = useRef(value)
  const ask = useDebouncedCallback((text: string) => {
    asked.current = text
    if (text !== value) onChange(text || undefined)
  }, WAIT_MS)

  // The URL changed by itself ("back", a link, "reset"): the field follows.
  useEffect(() => {
    if (value === asked.current) return
    asked.current = value
    setTyped(value)
  }, [value])

  function type(text: string) {
    setTyped(text)
    ask(text.trim())
  }

  return (
    <TextInput
      data-search
      data-autofocus={isFirst || undefined}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      className={classes.search}
      value={typed}
      onChange={event => type(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Escape' && typed !== '') {
          event.preventDefault()
          type('')
        }
      }}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={
        typed === '' ? (
          <Kbd size="xs" aria-hidden="true" className={classes.key}>
            /
          </Kbd>
        ) : (
          <CloseButton size="sm" aria-label={t.clear} onClick={() => type('')} />
        )
      }
    />
  )
}

export function SearchBar({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to all assistive technology yet
    <div role="search" className={classes.bar}>
      {children}
    </div>
  )
}
