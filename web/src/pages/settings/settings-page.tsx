import { Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { SETTINGS_TABS, type SettingsTab } from '../../app/search.js'
import { Loading } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { reveal } from '../../components/layout/reveal.js'
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
      <Tabs
        value={tab}
        onChange={chosen => void navigate({ search: { tab: chosen as SettingsTab }, resetScroll: false })}
        keepMounted={false}
      >
        <Tabs.List mb="xl">
          {SETTINGS_TABS.map(name => (
            <Tabs.Tab key={name} value={name} ref={name === tab ? reveal : null}>
              {t.tabs[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>
          <Suspense fallback={<Loading />}>
            <Panel />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
