import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { tokensQuery } from '../../../api/people/tokens.js'
import { Empty } from '../../../components/layout/empty.js'
import { Loaded } from '../../../components/layout/loaded.js'
import { useTexts } from '../../../texts/language.js'
import { NewToken } from './new-token.js'
import { texts } from './texts-tokens.js'
import { TokensTable } from './tokens-table.js'

/** «Токены API»: who may speak with the REST API, and how much each may. */
export default function TokensTab() {
  const t = useTexts(texts)
  const query = useQuery(tokensQuery)
  const [creating, dialog] = useDisclosure(false)
  const createButton = (
    <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
      {t.create}
    </Button>
  )
  return (
    <>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconKey} title={t.emptyTitle} text={t.empty}>
              {createButton}
            </Empty>
          ) : (
            <>
              <Group justify="space-between" mb="md">
                <Text c="dimmed" maw="64ch">
                  {t.about}
                </Text>
                {createButton}
              </Group>
              <TokensTable tokens={items} />
            </>
          )
        }
      </Loaded>
      <NewToken opened={creating} onClose={dialog.close} />
    </>
  )
}
