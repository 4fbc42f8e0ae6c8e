import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type Icon, IconPlus } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FormModal } from '../forms/form-modal.js'
import { Empty, Loaded } from './loaded.js'

interface CreatableListProps<Item> {
  query: UseQueryResult<{ items: Item[] }>
  icon: Icon
  texts: { create: string; emptyTitle: string; empty: string; about: string }
  list: (items: Item[]) => ReactNode
  /** The window in which one is created. */
  form: { title: string; wide?: boolean; body: ReactNode }
}

export function CreatableList<Item>({ query, icon, texts, list, form }: CreatableListProps<Item>) {
  const [creating, { open, close }] = useDisclosure(false)
  const createButton = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {texts.create}
    </Button>
  )
  return (
    <>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={icon} title={texts.emptyTitle} text={texts.empty}>
              {createButton}
            </Empty>
          ) : (
            <>
              <Group justify="space-between" mb="md">
                <Text c="dimmed" maw="64ch">
                  {texts.about}
                </Text>
                {createButton}
              </Group>
              {list(items)}
            </>
          )
        }
      </Loaded>
      <FormModal opened={creating} onClose={close} title={form.title} wide={form.wide ?? false}>
        {form.body}
      </FormModal>
    </>
  )
}
