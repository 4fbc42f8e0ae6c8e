import { Alert } from '@mantine/core'
import { RECONCILIATION_STATES } from '@obmen/contract'
import type { Integration, ReconciliationPage } from '@obmen/contract/rest'
import { IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useAdministers } from '../../../api/people/me.js'
import { readingQuery, reconciliationQuery } from '../../../api/reading.js'
import type { IntegrationSearch } from '../../../app/search.js'
import { FilterPeriod } from '../../../components/filters/filter-bar.js'
import { SearchBar } from '../../../components/filters/search-field.js'
import { ButtonLink } from '../../../components/forms/button-link.js'
import { HelpLink } from '../../../components/help-link.js'
import { HELP_ON_RECONCILIATION } from '../../../components/help-places.js'
import { Listed } from '../../../components/layout/listed.js'
import { Empty, FailureLine } from '../../../components/layout/loaded.js'
import { DownloadList } from '../../../components/list-menus/list-menus.js'
import { ReadingState } from '../../../components/reading/reading-state.js'
import { texts as readingTexts } from '../../../components/reading/texts.js'
import { BothSides } from '../../../components/reconciliation/both-sides.js'
import { texts as sharedTexts } from '../../../components/reconciliation/texts.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import { texts as integrationTexts } from '../texts.js'
import classes from './reconciliation.module.css'
import { ReconciliationTable } from './reconciliation-table.js'
import { texts } from './texts-reconciliation.js'

const route = getRouteApi('/shell/ecosystem/integrations/$integrationId')
const ROWS = 50

type Totals = ReconciliationPage['totals']

/** «Сверка с 1С»: each order that this 1C was given, beside what reading found. Filter and page are in the URL. */
export default function ReconciliationTab({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const shared = useTexts(sharedTexts)
  const { reconciliation } = useTexts(integrationTexts).tabs
  const readingText = useTexts(readingTexts)
  const { id } = integration
  const { from, to, state, cursor } = route.useSearch()
  const navigate = route.useNavigate()
  const reading = useQuery(readingQuery(id))
  const query = useQuery({
    ...reconciliationQuery(id, { from, to, state, limit: ROWS, cursor }),
    // What a reading concludes, it concludes at its end.
    refetchInterval: 15_000,
  })
  const change = (changed: IntegrationSearch) =>
    void navigate({
      search: now => ({ ...now, ...changed, cursor: undefined, before: undefined }),
      resetScroll: false,
    })
  const { totals } = query.data ?? {}
  if (reading.data === null && totals && totals.states.unknown === totals.orders) return <Off />

  return (
    <>
      <FailureLine title={t.failed} query={reading} />
      {reading.data === null && (
        <Alert color="yellow" variant="light" role="note" mb="md">
          {t.stopped}
        </Alert>
      )}
      {reading.data && (
        <details className={classes.reading} open={reading.data.state === 'failed'}>
          <summary>
            {readingText.label}: {readingText.states[reading.data.state]}
          </summary>
          <ReadingState reading={reading.data} />
        </details>
      )}
      <p className={classes.about}>
        {t.about} <HelpLink place={HELP_ON_RECONCILIATION} about={reconciliation} />
      </p>
      <SearchBar>
        <FilterPeriod label={shared.period} value={{ from, to }} onChange={change} />
        <DownloadList list={`integrations/${id}/reconciliation`} filter={{ from, to, state }} />
      </SearchBar>
      {totals && <BothSides totals={totals} />}
      {totals && <States id={id} totals={totals} shown={state} />}
      <Listed query={query} empty={<Empty icon={IconScale} title={t.none} text={t.noneText} />} keepScroll>
        {(items, stale) => <ReconciliationTable items={items} stale={stale} />}
      </Listed>
    </>
  )
}

/** How many orders are in each state, each a link to them alone. */
function States({ id, totals, shown }: { id: string; totals: Totals; shown: IntegrationSearch['state'] }) {
  const t = useTexts(texts)
  const { states } = useTexts(sharedTexts)
  const { number } = useFormats()
  const { from, to } = route.useSearch()
  const all = [undefined, ...RECONCILIATION_STATES] as const
  return (
    <nav className={classes.states} aria-label={t.states}>
      {all.map(state => (
        <Link
          key={state ?? 'all'}
          to="/integrations/$integrationId"
          params={{ integrationId: id }}
          search={{ tab: 'reconciliation', from, to, state }}
          resetScroll={false}
          activeProps={{}}
          aria-current={state === shown ? 'page' : undefined}
        >
          {state === undefined ? t.all : states[state]}{' '}
          <span className="numbers">
            {number(state === undefined ? totals.orders : (totals.states[state] ?? 0))}
          </span>
        </Link>
      ))}
    </nav>
  )
}

function Off() {
  const t = useTexts(texts)
  const administers = useAdministers()
  return (
    <Empty icon={IconScale} title={t.off} text={administers ? t.offText : t.offForAccountant}>
      {administers && (
        <ButtonLink to="." search={{ tab: 'connection' }}>
          {t.toReading}
        </ButtonLink>
      )}
    </Empty>
  )
}
