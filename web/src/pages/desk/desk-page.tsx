import { NativeSelect } from '@mantine/core'
import type { Desk } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { tasksQuery } from '../../api/findings.js'
import { deskQuery } from '../../api/overview.js'
import { useMe } from '../../api/people/me.js'
import type { OrdersSearch } from '../../app/search.js'
import { type Period, presetPeriod } from '../../components/filters/period.js'
import { texts as filterTexts } from '../../components/filters/texts.js'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { Loaded, Loading } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { ListSum } from '../../components/layout/pager.js'
import { Section } from '../../components/layout/section.js'
import { TasksTable } from '../../components/tasks/tasks-table.js'
import { texts as taskTexts } from '../../components/tasks/texts.js'
import { useLiveRefresh } from '../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './desk.module.css'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/desk')
const TASKS = { state: 'open', count: true, limit: 10 } as const
const PERIODS = ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter'] as const
const TOTALS = {
  received: {},
  confirmed: { state: 'confirmed' },
  byHand: { state: 'by-hand' },
  refused: { state: 'held', cause: 'refused' },
} as const satisfies Partial<Record<keyof Desk, OrdersSearch>>

/** «Рабочий стол» of an accountant: what to do, what has not arrived, and the totals of a period. */
export function DeskPage() {
  const t = useTexts(texts)
  const { period: preset = 'thisMonth' } = route.useSearch()
  const timeZone = useMe().data?.location?.timezone
  const period = presetPeriod(preset, timeZone)
  const query = useQuery(deskQuery(period))
  useLiveRefresh(['desk'])
  return (
    <>
      <PageHeader title={t.title} />
      <div className={classes.desk}>
        <TasksSection />
        <Loaded query={query}>
          {desk => (
            <>
              <MissingSection desk={desk} />
              <TotalsSection desk={desk} stale={query.isPlaceholderData} period={period} preset={preset} />
            </>
          )}
        </Loaded>
      </div>
    </>
  )
}

function TasksSection() {
  const t = useTexts(texts).tasks
  const { unit } = useTexts(taskTexts)
  const query = useQuery(tasksQuery(TASKS))
  useLiveRefresh(['tasks'])
  return (
    <Section
      title={t.title}
      actions={
        <Link to="/tasks" className={classes.all}>
          {t.all}
        </Link>
      }
    >
      <Loaded query={query}>
        {({ items, total }) =>
          total?.count === 0 && items.length === 0 ? (
            <p className={classes.nothing}>{t.none}</p>
          ) : (
            <>
              <TasksTable tasks={items} stale={false} />
              <ListSum total={total} unit={unit} />
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

function MissingSection({ desk: { missing, more } }: { desk: Desk }) {
  const t = useTexts(texts).missing
  const { number } = useFormats()
  const columns: Column<Desk['missing'][number], typeof t.columns>[] = [
    { id: 'company', onCard: 'title', cell: ({ companyName }) => companyName },
    ...(['owed', 'held'] as const).map(state => ({
      id: state,
      align: 'end' as const,
      cell: (row: Desk['missing'][number]) => (
        <Figure figure={row[state]} search={{ state, companyId: row.companyId }} />
      ),
    })),
  ]
  return (
    <Section title={t.title} description={t.text}>
      {missing.length === 0 ? (
        <p className={classes.nothing}>{t.none}</p>
      ) : (
        <DataTable
          label={t.title}
          titles={t.columns}
          columns={columns}
          rows={missing}
          rowKey={({ companyId }) => companyId}
        />
      )}
      {more > 0 && <p className={classes.nothing}>{t.more(number(more))}</p>}
    </Section>
  )
}

interface TotalsProps {
  desk: Desk
  /** Its totals are still those of another period. */
  stale: boolean
  period: Period
  preset: (typeof PERIODS)[number]
}

function TotalsSection({ desk, stale, period, preset }: TotalsProps) {
  const t = useTexts(texts).totals
  const { presets } = useTexts(filterTexts)
  const { day } = useFormats()
  const navigate = route.useNavigate()
  return (
    <Section
      title={t.title}
      description={t.text(day(period.from ?? ''), day(period.to ?? ''))}
      actions={
        <NativeSelect
          aria-label={t.period}
          data={PERIODS.map(value => ({ value, label: presets[value] }))}
          value={preset}
          onChange={event => {
            const chosen = PERIODS.find(known => known === event.currentTarget.value)
            void navigate({ search: { period: chosen }, replace: true, resetScroll: false })
          }}
        />
      }
    >
      {stale ? (
        <Loading />
      ) : (
        <dl className={classes.totals}>
          {(['received', 'confirmed', 'byHand', 'refused'] as const).map(name => (
            <div key={name}>
              <dt>{t[name]}</dt>
              <dd>
                <Figure figure={desk[name]} search={{ ...period, ...TOTALS[name] }} />
                <span className={classes.hint}>{t.hints[name]}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  )
}

/** «12 заказов, 34 000,00 ₽»: leads to the list of exactly these orders. */
function Figure({ figure, search }: { figure: Desk['received']; search: OrdersSearch }) {
  const t = useTexts(texts)
  const { money, number } = useFormats()
  const { count, exact, sums } = figure
  if (count === 0) return <span className={classes.zero}>0</span>
  return (
    <>
      <Link to="/orders" search={search} className={`${classes.figure} numbers`}>
        {`${exact ? '' : t.over}${number(count)}\u00a0${t.found(count)}`}
      </Link>
      {sums?.map(({ currency, total }) => (
        <span key={currency} className={`${classes.sum} numbers`}>
          {money(total, currency)}
        </span>
      ))}
    </>
  )
}
