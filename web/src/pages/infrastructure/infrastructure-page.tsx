import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { LocationSummary } from '@obmen/contract/rest'
import { IconMapPin, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { locationsQuery, systemQuery } from '../../api/system.js'
import { INFRASTRUCTURE_TABS } from '../../app/search.js'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { Empty, Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { PageTabs } from '../../components/layout/page-tabs.js'
import { Status } from '../../components/status.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { Facts } from './facts.js'
import classes from './infrastructure.module.css'
import { texts } from './texts.js'

const route = getRouteApi('/shell/operator/infrastructure')
const LimitsTab = lazy(() => import('./limits-tab.js'))
const PastAlarms = lazy(() => import('../../components/alarms/past-alarms.js'))
const ServerAlarms = lazy(() => import('./server-alarms.js'))
const NewLocation = lazy(() => import('./new-location.js'))
const SendingAlert = lazy(() => import('../../components/sending-alert.js'))
const PeoplePanel = lazy(() => import('../../components/people/people-panel.js'))

/** Characters of a commit that tell it from others. */
const SHORT = 8

/** «Управление инфраструктурой»: the server and its locations, for whoever runs it. */
export function InfrastructurePage() {
  const t = useTexts(texts)
  const { tab = 'state', q } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(systemQuery)
  const { version, commit, sendingPausedAt } = query.data ?? {}
  return (
    <>
      <PageHeader
        title={t.title}
        description={version === undefined ? undefined : t.about(version, commit?.slice(0, SHORT) ?? '')}
      />
      <PageTabs
        tabs={INFRASTRUCTURE_TABS}
        shown={tab}
        onChoose={chosen => void navigate({ search: { tab: chosen }, resetScroll: false })}
        title={name => t.tabs[name]}
      >
        {tab === 'past' ? (
          <PastAlarms of="system-operator" />
        ) : tab === 'limits' ? (
          <Loaded query={query}>
            {({ limits }) => (
              <LimitsTab
                limits={limits}
                q={q}
                onSearch={text =>
                  void navigate({ search: { tab, q: text }, replace: true, resetScroll: false })
                }
              />
            )}
          </Loaded>
        ) : (
          <div className={classes.page}>
            <Suspense fallback={null}>
              {sendingPausedAt && <SendingAlert pausedAt={sendingPausedAt} />}
              <ServerAlarms />
            </Suspense>
            <Loaded query={query}>{system => <Facts system={system} />}</Loaded>
            <LocationsSection />
            <Suspense fallback={null}>
              <PeoplePanel of="system-operator" />
            </Suspense>
          </div>
        )}
      </PageTabs>
    </>
  )
}

function LocationsSection() {
  const t = useTexts(texts).locations
  const query = useQuery(locationsQuery)
  const [adding, dialog] = useDisclosure(false)
  return (
    <section aria-label={t.title}>
      <header className={classes.header}>
        <div>
          <h2 className={classes.heading}>{t.title}</h2>
          <p>{t.text}</p>
        </div>
        <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
          {t.add}
        </Button>
      </header>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconMapPin} title={t.emptyTitle} text={t.empty} />
          ) : (
            <LocationsTable locations={items} />
          )
        }
      </Loaded>
      <Suspense fallback={null}>
        <NewLocation opened={adding} onClose={dialog.close} />
      </Suspense>
    </section>
  )
}

function LocationsTable({ locations }: { locations: LocationSummary[] }) {
  const t = useTexts(texts).locations
  const { counted, number, date } = useFormats()
  const columns: Column<LocationSummary, typeof t.columns>[] = [
    { id: 'name', onCard: 'title', cell: ({ name }) => <b>{name}</b> },
    {
      id: 'troubled',
      cell: ({ troubled }) => (
        <Status tone={troubled > 0 ? 'amber' : 'green'}>
          {troubled > 0 ? t.troubled(troubled) : t.fine}
        </Status>
      ),
    },
    { id: 'timezone', cell: ({ timezone }) => timezone },
    { id: 'companies', align: 'end', cell: ({ companyCount }) => number(companyCount) },
    { id: 'integrations', align: 'end', cell: ({ integrationCount }) => number(integrationCount) },
    { id: 'orders', align: 'end', cell: ({ orderCount }) => number(orderCount) },
    { id: 'owed', align: 'end', cell: ({ owed }) => counted(owed)[1] },
    { id: 'created', cell: ({ createdAt }) => date(createdAt) },
  ]
  return <DataTable titles={t.columns} label={t.title} columns={columns} rows={locations} wide />
}
