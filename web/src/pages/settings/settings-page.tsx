import { getRouteApi } from '@tanstack/react-router'
import { lazy } from 'react'
import { SETTINGS_TABS, type SettingsTab } from '../../app/search.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { PageTabs } from '../../components/layout/page-tabs.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/administration/settings')

const PANELS = {
  general: lazy(() => import('./general/general-tab.js')),
  integrations: lazy(() => import('./integrations-tab.js')),
  users: lazy(() => import('./users-tab.js')),
  tokens: lazy(() => import('./tokens/tokens-tab.js')),
  webhooks: lazy(() => import('./webhooks/webhooks-tab.js')),
} satisfies Record<SettingsTab, unknown>

/** «Настройки системы»: the tab is in the URL. */
export function SettingsPage() {
  const t = useTexts(texts)
  const { tab = 'general' } = route.useSearch()
  const navigate = route.useNavigate()
  const Panel = PANELS[tab]
  return (
    <>
      <PageHeader title={t.title} />
      <PageTabs
        tabs={SETTINGS_TABS}
        shown={tab}
        onChoose={chosen => void navigate({ search: { tab: chosen }, resetScroll: false })}
        title={name => t.tabs[name]}
      >
        <Panel />
      </PageTabs>
    </>
  )
}
