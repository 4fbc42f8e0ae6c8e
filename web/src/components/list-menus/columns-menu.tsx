import { Menu } from '@mantine/core'
import { DENSITIES, type ListName } from '@obmen/contract'
import { useRef, useState } from 'react'
import { useOpenOnMount } from '../../hooks/use-lazy-component.js'
import { useChangePreferences, useListView } from '../../hooks/use-list-view.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import { ColumnsButton } from './buttons.js'

export interface ColumnsProps {
  list: ListName
  titles: Readonly<Record<string, string>>
}

export default function ColumnsMenu({ list, titles }: ColumnsProps) {
  const t = useTexts(texts).look
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useOpenOnMount(button, () => setOpened(true))
  const { density, hidden } = useListView(list)
  const change = useChangePreferences()
  const toggle = (id: string, shown: boolean) =>
    change(now => {
      const others = (now.hiddenColumns[list] ?? []).filter(one => one !== id)
      return { ...now, hiddenColumns: { ...now.hiddenColumns, [list]: shown ? others : [...others, id] } }
    })
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <ColumnsButton ref={button} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.columns}</Menu.Label>
        {Object.entries(titles).map(([id, title]) => (
          <Menu.CheckboxItem key={id} checked={!hidden.includes(id)} onChange={shown => toggle(id, shown)}>
            {title}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{t.density}</Menu.Label>
        <Menu.RadioGroup
          value={density}
          onChange={chosen =>
            change(now => ({ ...now, density: DENSITIES.find(known => known === chosen) ?? 'comfortable' }))
          }
        >
          {DENSITIES.map(value => (
            <Menu.RadioItem key={value} value={value}>
              {t.densities[value]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
