import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconWebhook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { webhooksQuery } from '../../../api/webhooks.js'
import { Empty } from '../../../components/layout/empty.js'
import { Loaded } from '../../../components/layout/loaded.js'
import { useTexts } from '../../../texts/language.js'
import { NewWebhook } from './new-webhook.js'
import { texts } from './texts-webhooks.js'
import { WebhooksTable } from './webhooks-table.js'

/** «Вебхуки»: who is told what happens, and whether it arrives. */
export default function WebhooksTab() {
  const t = useTexts(texts)
  const query = useQuery(webhooksQuery)
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
            <Empty icon={IconWebhook} title={t.emptyTitle} text={t.empty}>
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
              <WebhooksTable webhooks={items} />
            </>
          )
        }
      </Loaded>
      <NewWebhook opened={creating} onClose={dialog.close} />
    </>
  )
}
