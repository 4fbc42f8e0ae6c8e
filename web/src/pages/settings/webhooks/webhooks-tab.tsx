import { Text } from '@mantine/core'
import type { Webhook } from '@obmen/contract/rest'
import { IconWebhook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { webhooksQuery } from '../../../api/webhooks.js'
import { CreatableList } from '../../../components/layout/creatable-list.js'
import { type Column, DataTable, rowLink } from '../../../components/layout/data-table.js'
import { useTexts } from '../../../texts/language.js'
import { WebhookForm } from './new-webhook.js'
import { texts } from './texts-webhooks.js'
import { WebhookNotes, WebhookState } from './webhook-state.js'

/** «Вебхуки»: receivers of events, and whether they arrive; a row opens its page. */
export default function WebhooksTab() {
  const t = useTexts(texts)
  const query = useQuery(webhooksQuery)
  return (
    <CreatableList
      query={query}
      icon={IconWebhook}
      texts={{ create: t.create, emptyTitle: t.emptyTitle, empty: t.empty, about: t.about }}
      list={items => <WebhooksTable webhooks={items} />}
      form={{ title: t.form.title, body: <WebhookForm /> }}
    />
  )
}

function WebhooksTable({ webhooks }: { webhooks: Webhook[] }) {
  const t = useTexts(texts)
  const columns: Column<Webhook, typeof t.columns>[] = [
    {
      id: 'url',
      onCard: 'title',
      width: '36%',
      cell: ({ id, url, description }) => (
        <>
          <Link to="/settings/webhooks/$webhookId" params={{ webhookId: id }} className={`${rowLink} mono`}>
            {url}
          </Link>
          {description !== '' && (
            <Text size="sm" c="dimmed">
              {description}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'types',
      width: '28%',
      cell: ({ types }) => types.map(type => (type === '*' ? t.allTypes : t.types[type])).join(', '),
    },
    {
      id: 'state',
      cell: webhook => (
        <>
          <WebhookState webhook={webhook} />
          <WebhookNotes webhook={webhook} />
        </>
      ),
    },
    { id: 'pending', align: 'end', width: '1%', cell: ({ pending }) => pending },
  ]
  return <DataTable titles={t.columns} label={t.list} columns={columns} rows={webhooks} wide />
}
