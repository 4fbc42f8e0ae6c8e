import type { Alarm, AttentionItem } from '@obmen/contract/rest'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy } from 'react'
import { openAlarmsQuery } from '../../api/alarms.js'
import { attentionQuery } from '../../api/attention.js'
import { useAdministers } from '../../api/people/me.js'
import { ATTENTION_TABS } from '../../app/search.js'
import { Acknowledge } from '../../components/alarms/acknowledge.js'
import { AttentionList } from '../../components/attention/attention-list.js'
import { Empty, Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { PageTabs } from '../../components/layout/page-tabs.js'
import { useTexts } from '../../texts/language.js'
import classes from './attention-page.module.css'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/attention')
const PastAlarms = lazy(() => import('../../components/alarms/past-alarms.js'))

/** «Что требует внимания»: each with the one thing to do. Follows the state of things live. */
export function AttentionPage() {
  const t = useTexts(texts)
  const administers = useAdministers()
  const { tab = 'now' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <PageHeader title={t.title} description={t.about} />
      <PageTabs
        tabs={ATTENTION_TABS}
        shown={tab}
        onChoose={chosen => void navigate({ search: { tab: chosen }, resetScroll: false })}
        title={name => t.tabs[name]}
      >
        {tab === 'over' ? (
          <PastAlarms of={administers ? 'location-administrator' : 'accountant'} />
        ) : (
          <Now administers={administers} />
        )}
      </PageTabs>
    </>
  )
}

function Now({ administers }: { administers: boolean }) {
  const t = useTexts(texts)
  const query = useQuery(attentionQuery)
  const alarms =
    useQuery({ ...openAlarmsQuery('location-administrator'), enabled: administers }).data?.items ?? []
  return (
    <Loaded query={query}>
      {({ items, more }) =>
        items.length === 0 ? (
          <Empty icon={IconCircleCheck} title={t.quietTitle} text={t.quiet} />
        ) : (
          <>
            <AttentionList
              items={items}
              below={(item, about) => (
                <Acknowledge of="location-administrator" alarms={alarms.filter(isOf(item))} about={about} />
              )}
            />
            {more && <p className={classes.more}>{t.more}</p>}
          </>
        )
      }
    </Loaded>
  )
}

/** Whether reminders of an alarm are about this line. */
function isOf(item: AttentionItem): (alarm: Alarm) => boolean {
  switch (item.kind) {
    case 'integration':
      return ({ cause, integrationId }) =>
        integrationId === item.integrationId &&
        (cause === 'silent' || cause === 'refused' || cause === 'unconfirmed' || cause === 'late')
    case 'held': {
      const expected = item.holdKind === 'quarantine' ? 'quarantined' : 'held'
      return ({ cause, integrationId }) =>
        cause === expected && item.integrations.some(one => one.integrationId === integrationId)
    }
    case 'tasks':
      return ({ cause }) => cause === 'tasks-overdue'
    case 'webhook':
      return ({ webhookId }) => webhookId === item.webhookId
    case 'reading':
      return ({ cause, integrationId }) => cause === 'reading-failed' && integrationId === item.integrationId
    case 'upload':
      return ({ cause, integrationId }) => cause === 'failed-file' && integrationId === item.integrationId
  }
}
