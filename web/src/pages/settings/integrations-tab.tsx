import type { Integration } from '@obmen/contract/rest'
import { IconPlugConnected } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { integrationsQuery } from '../../api/integrations.js'
import { isTroubled } from '../../components/integrations/is-troubled.js'
import { IntegrationState, StateAction, StateSentence } from '../../components/integrations/state-note.js'
import { CreatableList } from '../../components/layout/creatable-list.js'
import { type Column, DataTable, rowLink } from '../../components/layout/data-table.js'
import { RelativeTime } from '../../components/relative-time.js'
import { useLiveRefresh } from '../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './integrations.module.css'
import { NewIntegrationForm } from './new-integration.js'
import { texts } from './texts.js'

export default function IntegrationsTab() {
  const { integrations: t, create } = useTexts(texts)
  const query = useQuery(integrationsQuery)
  useLiveRefresh(integrationsQuery.queryKey, undefined, { exact: true })
  return (
    <CreatableList
      query={query}
      icon={IconPlugConnected}
      texts={{ create: t.add, emptyTitle: t.emptyTitle, empty: t.empty, about: t.about }}
      list={items => <IntegrationsTable integrations={items} />}
      form={{ title: create.title, wide: true, body: <NewIntegrationForm /> }}
    />
  )
}

function IntegrationsTable({ integrations }: { integrations: Integration[] }) {
  const t = useTexts(texts).integrations
  const { counted, number } = useFormats()
  const columns: Column<Integration, typeof t.columns>[] = [
    {
      id: 'name',
      onCard: 'title',
      width: '20%',
      cell: ({ id, name }) => (
        <Link to="/integrations/$integrationId" params={{ integrationId: id }} className={rowLink}>
          {name}
        </Link>
      ),
    },
    { id: 'company', width: '20%', cell: ({ companyName }) => companyName },
    {
      id: 'state',
      width: '26%',
      cell: integration => (
        <>
          <IntegrationState integration={integration} />
          {isTroubled(integration) && (
            <div className={classes.trouble}>
              <div>
                <StateSentence integration={integration} />
              </div>
              <StateAction integration={integration} size="compact-sm" />
            </div>
          )}
        </>
      ),
    },
    { id: 'owed', align: 'end', cell: ({ counts }) => counted(counts.owed)[1] },
    { id: 'confirmed', align: 'end', cell: ({ counts }) => number(counts.confirmed) },
    {
      id: 'lastSeen',
      width: '15%',
      cell: ({ lastSeenAt }) => <RelativeTime at={lastSeenAt} never={t.never} />,
    },
  ]
  return <DataTable titles={t.columns} label={t.list} columns={columns} rows={integrations} wide />
}
