import { SegmentedControl } from '@mantine/core'
import type { Task } from '@obmen/contract/rest'
import { IconChecklist } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { tasksQuery } from '../../api/findings.js'
import type { TasksSearch } from '../../app/search.js'
import { CompanyFilter } from '../../components/filters/company-filter.js'
import { FilterPeriod } from '../../components/filters/filter-bar.js'
import { SearchBar } from '../../components/filters/search-field.js'
import { useSentences } from '../../components/findings/use-sentences.js'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { Listed } from '../../components/layout/listed.js'
import { Empty } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { ListSum } from '../../components/layout/pager.js'
import { DownloadList } from '../../components/list-menus/list-menus.js'
import { OrderNumber } from '../../components/orders/order-number.js'
import { ShortTime } from '../../components/relative-time.js'
import { TaskDone } from '../../components/tasks/task-done.js'
import { useKeptRows } from '../../hooks/use-kept-rows.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/tasks')
const ROWS = 50

/** «Задачи»: what an accountant has to do by hand. State, company and page are in the URL. */
export function TasksPage() {
  const t = useTexts(texts)
  const { state = 'open', companyId, from, to, cursor } = route.useSearch()
  const navigate = route.useNavigate()
  const filter = { state, companyId, from, to }
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
        <FilterPeriod label={t.period[state]} value={{ from, to }} onChange={change} />
      </SearchBar>
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
            <ListSum total={query.data?.total} unit={t.unit} />
          </>
        )}
      </Listed>
    </>
  )
}

/** Tasks with what to do about each, and a button to mark them done. */
export function TasksTable({ tasks, stale }: { tasks: Task[]; stale: boolean }) {
  const t = useTexts(texts)
  const sentences = useSentences()
  const { rows, keep, leave, isKept } = useKeptRows(tasks, ({ id }) => id)
  const among = [...new Set(rows.map(({ orderId }) => orderId))]
  const columns: Column<Task, typeof t.columns>[] = [
    {
      id: 'order',
      onCard: 'title',
      width: '120px',
      cell: ({ orderId, platformNumber }) => (
        <OrderNumber id={orderId} number={platformNumber ?? orderId} among={among} />
      ),
    },
    { id: 'task', cell: task => sentences.task(task) },
    {
      id: 'where',
      width: '210px',
      cell: ({ integrationId, integrationName, companyName }) => (
        <>
          <Link to="/integrations/$integrationId" params={{ integrationId }}>
            {integrationName}
          </Link>
          <br />
          {companyName}
        </>
      ),
    },
    { id: 'created', width: '140px', cell: ({ createdAt }) => <ShortTime at={createdAt} /> },
    {
      id: 'done',
      width: '150px',
      cell: task => <TaskDone task={task} kept={isKept(task)} onChange={task => keep([task])} />,
    },
  ]
  return (
    <div onPointerLeave={leave}>
      <DataTable titles={t.columns} label={t.table} columns={columns} rows={rows} stale={stale} wide />
    </div>
  )
}
