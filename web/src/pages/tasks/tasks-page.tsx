import { SegmentedControl } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { tasksQuery } from '../../api/findings.js'
import { CompanyFilter } from '../../components/filters/company-filter.js'
import { SearchBar } from '../../components/filters/search-bar.js'
import { Empty } from '../../components/layout/empty.js'
import { Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { Pager } from '../../components/layout/pager.js'
import { useTexts } from '../../texts/language.js'
import { TasksTable } from './tasks-table.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/tasks')
const ROWS = 50

/** «Задачи»: what an accountant has to do by hand. State, company and page are in the URL. */
export function TasksPage() {
  const t = useTexts(texts)
  const { state = 'open', companyId, cursor, before } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(tasksQuery({ state, companyId, limit: ROWS, cursor }))

  return (
    <>
      <PageHeader title={t.title} description={t.about} />
      <SearchBar>
        <SegmentedControl
          aria-label={t.shown}
          data={[
            { value: 'open', label: t.open },
            { value: 'done', label: t.done },
          ]}
          value={state}
          onChange={value =>
            void navigate({ search: { companyId, state: value === 'done' ? 'done' : undefined } })
          }
        />
        <CompanyFilter
          value={companyId}
          onChange={value => void navigate({ search: now => ({ state: now.state, companyId: value }) })}
          onlyIfSeveral
        />
      </SearchBar>
      <Loaded query={query}>
        {({ items, next }) =>
          items.length === 0 && cursor === undefined ? (
            <Empty
              icon={IconChecklist}
              title={state === 'open' ? t.none : t.noneDone}
              text={state === 'open' ? t.noneText : t.noneDoneText}
            />
          ) : (
            <>
              <TasksTable tasks={items} stale={query.isPlaceholderData} />
              <Pager
                paging={{ cursor, before }}
                next={next}
                onChange={paging => void navigate({ search: now => ({ ...now, ...paging }) })}
              />
            </>
          )
        }
      </Loaded>
    </>
  )
}
