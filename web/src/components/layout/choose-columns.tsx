import { Button, Menu } from '@mantine/core'
import { DENSITIES, type ListName } from '@obmen/contract'
import { IconColumns3 } from '@tabler/icons-react'
import { useChangeLook, useListLook } from '../../hooks/use-list-look.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

interface Props {
  list: ListName
  /** Optional columns, by id. */
  titles: Readonly<Record<string, string>>
}

/** Which columns of a list are shown, and how close its rows stand: remembered for the person, on whatever computer. */
export function ChooseColumns({ list, titles }: Props) {
  const t = useTexts(texts).look
  const { density, hidden } = useListLook(list)
  const change = useChangeLook()
  const toggle = (id: string, shown: boolean) =>
    change(now => {
      const others = (now.hiddenColumns[list] ?? []).filter(one => one !== id)
      return { ...now, hiddenColumns: { ...now.hiddenColumns, [list]: shown ? others : [...others, id] } }
    })
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden="true" />}>
          {t.button}
        </Button>
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
