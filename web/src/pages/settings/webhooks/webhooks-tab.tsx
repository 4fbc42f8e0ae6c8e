import { IconWebhook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { webhooksQuery } from '../../../api/webhooks.js'
import { CreatableList } from '../../../components/layout/creatable-list.js'
import { useTexts } from '../../../texts/language.js'
import { NewWebhook } from './new-webhook.js'
import { texts } from './texts-webhooks.js'
import { WebhooksTable } from './webhooks-table.js'

/** «Вебхуки»: receivers of events, and whether they arrive. */
export default function WebhooksTab() {
  const t = useTexts(texts)
  const query = useQuery(webhooksQuery)
  return (
    <CreatableList
      query={query}
      icon={IconWebhook}
      texts={{ create: t.create, emptyTitle: t.emptyTitle, empty: t.empty, about: t.about }}
      list={items => <WebhooksTable webhooks={items} />}
      dialog={(opened, onClose) => <NewWebhook opened={opened} onClose={onClose} />}
    />
  )
}
