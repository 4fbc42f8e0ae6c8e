import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { FailureLine } from '../../components/layout/loaded.js'
import { Window } from '../../components/layout/window.js'
import { useTexts } from '../../texts/language.js'
import { PALETTE_MARK, takeEarly } from './open-palette.js'
import classes from './palette.module.css'
import { texts } from './texts.js'
import { type Found, useFound } from './use-found.js'

interface Props {
  opened: boolean
  onClose: () => void
}

const GROUPS = ['orders', 'tasks', 'exchanges', 'integrations', 'companies', 'actions', 'pages'] as const

/** Orders, tasks, exchanges, 1C bases, companies, actions and pages by a word or a number, anywhere. */
export default function PaletteWindow({ opened, onClose }: Props) {
  const t = useTexts(texts)
  return (
    <Window opened={opened} onClose={onClose} {...PALETTE_MARK} title={t.title} size="lg">
      <Palette onClose={onClose} />
    </Window>
  )
}

function Palette({ onClose }: Pick<Props, 'onClose'>) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { found, searching, missed } = useFound(typed)
  const sorted = GROUPS.flatMap(group => found.filter(item => item.group === group))
  const chosen = sorted[Math.min(at, sorted.length - 1)]
  const chosenOption = chosen && `${id}-${chosen.id}`
  useEffect(() => {
    if (chosenOption !== undefined)
      document.getElementById(chosenOption)?.scrollIntoView({ block: 'nearest' })
  }, [chosenOption])

  /** Beside an order are the others of its group. */
  function open({ target, group, orderId }: Found) {
    onClose()
    const beside = sorted.filter(item => item.group === group)
    const ids = [...new Set(beside.flatMap(item => item.orderId ?? []))]
    const opened = orderId !== undefined && ids.length > 1 && { ids, at: ids.indexOf(orderId) }
    void navigate({ ...target, ...(opened && { state: { opened } }) })
  }

  function onKey(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && sorted.length > 0) {
      event.preventDefault()
      const from = chosen === undefined ? 0 : sorted.indexOf(chosen)
      setAt((from + step + sorted.length) % sorted.length)
    } else if (event.key === 'Enter' && chosen !== undefined && !searching) {
      event.preventDefault()
      open(chosen)
    }
  }

  return (
    <>
      <TextInput
        mt={4}
        role="combobox"
        aria-label={t.field}
        aria-expanded={sorted.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosenOption}
        aria-autocomplete="list"
        placeholder={t.placeholder}
        leftSection={<IconSearch size={17} />}
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onFocus={() => {
          const early = takeEarly()
          setTyped(now => now + early)
        }}
        onKeyDown={onKey}
        data-autofocus
      />
      {missed && (
        <div className={classes.missed}>
          <FailureLine
            title={t.failed(missed.groups.map(group => t.groups[group].toLocaleLowerCase()).join(', '))}
            query={missed}
          />
        </div>
      )}
      <div id={`${id}-list`} role="listbox" aria-label={t.results} className={classes.list} tabIndex={-1}>
        {GROUPS.map(group => (
          <FoundGroup
            key={group}
            id={id}
            group={group}
            items={sorted.filter(item => item.group === group)}
            chosen={chosen}
            onOpen={open}
            onPoint={item => setAt(sorted.indexOf(item))}
          />
        ))}
      </div>
      <p className={classes.foot} role="status">
        {searching ? t.searching : sorted.length > 0 ? t.keys : missed ? '' : t.nothing}
      </p>
    </>
  )
}

interface GroupProps {
  /** Of the window: its options' ids begin with it. */
  id: string
  group: Found['group']
  items: Found[]
  chosen: Found | undefined
  onOpen: (item: Found) => void
  onPoint: (item: Found) => void
}

function FoundGroup({ id, group, items, chosen, onOpen, onPoint }: GroupProps) {
  const t = useTexts(texts)
  if (items.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
    <div role="group" aria-labelledby={`${id}-${group}`}>
      <div id={`${id}-${group}`} className={classes.group}>
        {t.groups[group]}
      </div>
      {items.map(item => (
        // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: keys are the field's
        <div
          key={item.id}
          id={`${id}-${item.id}`}
          role="option"
          aria-selected={item === chosen}
          className={classes.option}
          onClick={() => onOpen(item)}
          onMouseMove={() => onPoint(item)}
        >
          <span>{item.title}</span>
          {item.detail !== undefined && <span className={classes.detail}>{item.detail}</span>}
        </div>
      ))}
    </div>
  )
}
