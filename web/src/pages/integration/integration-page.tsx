import { Alert, Button, Group } from '@mantine/core'
import { STATE_ACTIONS } from '@obmen/contract'
import type { Integration } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { integrationQuery, integrationSaved, patchIntegration } from '../../api/integrations.js'
import { useAdministers } from '../../api/people/me.js'
import { INTEGRATION_TABS, type IntegrationTab } from '../../app/search.js'
import { HelpLink } from '../../components/help-link.js'
import { HELP_ON_STATES } from '../../components/help-places.js'
import { isTroubled } from '../../components/integrations/is-troubled.js'
import { IntegrationState, StateAction, StateSentence } from '../../components/integrations/state-note.js'
import { Loading } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { PageTabs } from '../../components/layout/page-tabs.js'
import { Window } from '../../components/layout/window.js'
import { useAction } from '../../hooks/use-action.js'
import { useLiveRefresh } from '../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { texts as dryRunTexts } from './dry-run/texts-dry-run.js'
import classes from './integration.module.css'
import { IntegrationActions } from './integration-actions.js'
import { LoadedIntegration } from './loaded-integration.js'
import { texts as owedTexts } from './owed/texts-owed.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/integrations/$integrationId')

const PANELS = {
  connection: lazy(() => import('./connection/connection-tab.js')),
  rules: lazy(() => import('./rules/rules-tab.js')),
  owed: lazy(() => import('./owed/owed-tab.js')),
  findings: lazy(() => import('./findings/findings-tab.js')),
  exchanges: lazy(() => import('./exchanges-tab.js')),
  reconciliation: lazy(() => import('./reconciliation/reconciliation-tab.js')),
  changes: lazy(() => import('./changes/changes-tab.js')),
}

const ACCOUNTANT_TABS = [
  'owed',
  'findings',
  'exchanges',
  'reconciliation',
] as const satisfies IntegrationTab[]

/** One connected 1C: how its day goes and how to connect it, its rules, what it is owed, its exchanges. */
export function IntegrationPage() {
  const t = useTexts(texts)
  const { counted } = useFormats()
  const { integrationId } = route.useParams()
  const administers = useAdministers()
  const tabs = administers ? INTEGRATION_TABS : ACCOUNTANT_TABS
  const { tab } = route.useSearch()
  const shown = tabs.find(known => known === tab) ?? tabs[0]
  const navigate = route.useNavigate()
  const { queryKey } = integrationQuery(integrationId)
  useLiveRefresh(queryKey, event => event.integrationId === integrationId, { exact: true })

  const Panel = PANELS[shown]
  return (
    <LoadedIntegration id={integrationId} title={t.integration}>
      {integration => (
        <>
          <Header integration={integration} shown={shown} />
          {administers && <ProposedPayments integration={integration} />}
          <PageTabs
            tabs={tabs}
            shown={shown}
            onChoose={chosen => void navigate({ search: { tab: chosen }, resetScroll: false })}
            title={name => (
              <>
                {t.tabs[name]}
                {name === 'owed' && integration.counts.owed > 0 && (
                  <>
                    {' '}
                    <span className={`${classes.count} numbers`}>{counted(integration.counts.owed)[1]}</span>
                  </>
                )}
              </>
            )}
          >
            <Panel integration={integration} />
          </PageTabs>
          {administers && <IntegrationDialog integration={integration} />}
        </>
      )}
    </LoadedIntegration>
  )
}

function Header({ integration, shown }: { integration: Integration; shown: IntegrationTab }) {
  const t = useTexts(texts)
  const administers = useAdministers()
  return (
    <PageHeader
      title={integration.name}
      badge={<IntegrationState integration={integration} />}
      description={
        <>
          {integration.companyName}
          {shown !== 'connection' && isTroubled(integration) && (
            <Trouble integration={integration} shown={shown} />
          )}
        </>
      }
      back={
        administers
          ? { link: { to: '/settings', search: { tab: 'integrations' } }, text: t.back }
          : { link: { to: '/overview' }, text: t.backToOverview }
      }
      actions={administers && <IntegrationActions integration={integration} />}
    />
  )
}

/** What the tab «Состояние» says of a 1C in trouble, for the other tabs, in one line. */
function Trouble({ integration, shown }: { integration: Integration; shown: IntegrationTab }) {
  const { code } = integration.stateCause
  const isWhereActionLeads = STATE_ACTIONS[code] === 'open-exchange' && shown === 'exchanges'
  return (
    <div className={classes.trouble}>
      <span>
        <StateSentence integration={integration} />{' '}
        <HelpLink place={HELP_ON_STATES[code]} about={integration.name} />
      </span>
      {!isWhereActionLeads && <StateAction integration={integration} size="compact-sm" />}
    </div>
  )
}

/** Suggests separate payments to a Бухгалтерия that gets one per order, once orders have several. */
function ProposedPayments({ integration }: { integration: Integration }) {
  const t = useTexts(texts).proposed
  const queryClient = useQueryClient()
  const { act, busy } = useAction()
  const { id, version, settings, proposedPayments } = integration
  if (proposedPayments === null) return null

  const choose = (payments: 'documents' | 'requisites') =>
    act(
      async () => {
        const saved = await patchIntegration(id, version, { settings: { ...settings, payments } })
        await integrationSaved(queryClient, saved)
      },
      t.chosen[payments],
      'settle',
    )

  return (
    <Alert color="blue" variant="light" role="status" mb="lg" title={t.title}>
      {t.text}
      <Group mt="sm" gap="xs">
        <Button size="xs" disabled={busy} onClick={() => void choose('documents')}>
          {t.documents}
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={() => void choose('requisites')}>
          {t.requisites}
        </Button>
      </Group>
    </Alert>
  )
}

const CONTENTS = {
  package: lazy(() => import('./package-preview.js')),
  'dry-run': lazy(() => import('./dry-run/dry-run.js')),
}

/** A window over the page; it is in the URL, so that "back" closes it. */
export function IntegrationDialog({ integration }: { integration: Integration }) {
  const { title } = useTexts(owedTexts).package
  const dryRun = useTexts(dryRunTexts)
  const { over } = route.useSearch()
  const navigate = route.useNavigate()
  // The content stays while the window fades out.
  const [shown, setShown] = useState(over)
  useEffect(() => {
    if (over !== undefined) setShown(over)
  }, [over])
  const Content = shown && CONTENTS[shown]

  return (
    <Window
      opened={over !== undefined}
      onClose={() => void navigate({ search: now => ({ ...now, over: undefined }), resetScroll: false })}
      onExitTransitionEnd={() => setShown(undefined)}
      title={shown === 'dry-run' ? dryRun.title : title}
      wide
    >
      {Content && (
        <Suspense fallback={<Loading />}>
          <Content integration={integration} />
        </Suspense>
      )}
    </Window>
  )
}
