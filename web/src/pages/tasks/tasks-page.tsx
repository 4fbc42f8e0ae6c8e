import { SegmentedControl } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { tasksQuery } from '../../api/findings.js'
import type { TasksSearch } from '../../app/search.js'
import { CompanyFilter, IntegrationFilter } from '../../components/filters/company-filter.js'
import { FilterPeriod } from '../../components/filters/filter-bar.js'
import { SearchBar } from '../../components/filters/search-field.js'
import { Listed } from '../../components/layout/listed.js'
import { Empty } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { ListSum } from '../../components/layout/pager.js'
import { DownloadList } from '../../components/list-menus/list-menus.js'
import { SavedViews } from '../../components/list-menus/saved-views.js'
import { TasksTable } from '../../components/tasks/tasks-table.js'
import { texts as tableTexts } from '../../components/tasks/texts.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/tasks')
const ROWS = 50

/** «Задачи»: what an accountant has to do by hand. State, company and page are in the URL. */
export function TasksPage() {
  const t = useTexts(texts)
  const { unit } = useTexts(tableTexts)
  const { state = 'open', companyId, integrationId, from, to, cursor } = route.useSearch()
  const navigate = route.useNavigate()
  const filter = { state, companyId, integrationId, from, to }
  const query = useQuery(tasksQuery({ ...filter, count: true, limit: ROWS, cursor }))
  const change = (changed: Partial<TasksSearch>) =>
    void navigate({ search: now => ({ ...now, ...changed, cursor: undefined, before: undefined }) })

  return (
    <>
      <PageHeader
        title={t.title}
        description={t.about}
        actions={<DownloadList list="tasks" filter={filter} />}
      />
      <SearchBar>
        <SegmentedControl
          aria-label={t.shown}
          data={[
            { value: 'open', label: t.open },
            { value: 'done', label: t.done },
          ]}
          value={state}
          onChange={value => change({ state: value === 'done' ? 'done' : undefined })}
        />
        <CompanyFilter value={companyId} onChange={companyId => change({ companyId })} onlyIfSeveral />
        {integrationId !== undefined && (
          <IntegrationFilter
            label={t.integration}
            value={integrationId}
            onChange={integrationId => change({ integrationId })}
          />
        )}
        <FilterPeriod label={t.period[state]} value={{ from, to }} onChange={change} />
      </SearchBar>
      <SavedViews list="tasks" search={{ ...filter, state: state === 'done' ? state : undefined }} />
      <Listed
        query={query}
        empty={
          <Empty
            icon={IconChecklist}
            title={state === 'open' ? t.none : t.noneDone}
            text={state === 'open' ? t.noneText : t.noneDoneText}
          />
        }
      >
        {(items, stale) => (
          <>
            <TasksTable key={`${JSON.stringify(filter)} ${cursor}`} tasks={items} stale={stale} />
            <ListSum total={query.data?.total} unit={unit} />
          </>
        )}
      </Listed>
    </>
  )
}
