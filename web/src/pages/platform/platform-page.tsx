import type { ApiRequest } from '@obmen/contract/rest'
import { IconInbox, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { tokensQuery } from '../../api/people/tokens.js'
import { refusalCausesQuery, requestDaysQuery, requestsQuery } from '../../api/requests.js'
import type { PlatformSearch } from '../../app/search.js'
import { FilterBar, FilterPeriod, FilterSelect } from '../../components/filters/filter-bar.js'
import { SearchField } from '../../components/filters/search-field.js'
import { failureOf } from '../../components/filters/select-props.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { type Column, DataTable, rowLink } from '../../components/layout/data-table.js'
import { Listed } from '../../components/layout/listed.js'
import { Empty } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { DownloadList } from '../../components/list-menus/list-menus.js'
import { useRefusal } from '../../components/refusals/use-refusal.js'
import { Status } from '../../components/status.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { pathOf } from './curl.js'
import classes from './platform.module.css'
import { RequestDrawer } from './request-drawer.js'
import { Summary } from './summary.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/ecosystem/administration/platform')
const ROWS = 50
const STATUSES = ['refused', 'accepted', 'all'] as const

/** «Платформа»: requests to the API, refused ones by default; with an order's id, all about it. */
export function PlatformPage() {
  const t = useTexts(texts)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { orderId, cause, tokenId, from, to, cursor } = search
  const shown = search.status ?? (orderId === undefined ? 'refused' : 'all')
  const status = shown === 'all' ? undefined : shown
  const filter = { status, orderId, cause, tokenId, from, to }
  const query = useQuery(requestsQuery({ ...filter, cursor, limit: ROWS }))
  const causes = useQuery(refusalCausesQuery({ tokenId, from, to }))
  const days = useQuery(requestDaysQuery(tokenId))
  const tokens = useQuery(tokensQuery)
  const filtered = [search.status, orderId, cause, tokenId, from ?? to].filter(
    value => value !== undefined,
  ).length

  function change(changed: Partial<PlatformSearch>) {
    void navigate({
      search: now => ({ ...now, ...changed, cursor: undefined, before: undefined }),
      resetScroll: false,
    })
  }
  const reset = () => void navigate({ search: {}, resetScroll: false })
  const close = () => void navigate({ search: now => ({ ...now, id: undefined }), resetScroll: false })

  return (
    <>
      <PageHeader
        title={t.title}
        description={t.about}
        actions={<DownloadList list="requests" filter={filter} />}
      />
      <FilterBar
        count={filtered}
        onReset={reset}
        search={
          <SearchField
            label={t.search}
            placeholder={t.searchPlaceholder}
            value={orderId}
            onChange={text => change({ orderId: text })}
          />
        }
      >
        <FilterSelect
          label={t.status}
          value={shown}
          onChange={chosen => change({ status: STATUSES.find(known => known === chosen), cause: undefined })}
          options={STATUSES.map(value => ({ value, label: t.statuses[value] }))}
        />
        <FilterSelect
          label={t.token}
          value={tokenId}
          onChange={chosen => change({ tokenId: chosen })}
          options={(tokens.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          failure={failureOf(tokens)}
        />
        <FilterPeriod label={t.period} value={{ from, to }} onChange={change} />
      </FilterBar>
      {orderId === undefined && <Summary causes={causes} chosen={cause} days={days} />}
      {!(causes.isPending || days.isPending) && (
        <Listed
          query={query}
          empty={
            filtered > 0 ? (
              <Empty
                icon={IconSearch}
                title={t.nothing.title}
                reset={{ text: t.reset, onClick: reset }}
                text={orderId === undefined ? t.nothing.text : `${t.nothing.text} ${t.nothing.ofOrder}`}
              >
                {orderId !== undefined && (
                  <ButtonLink to="/orders/$orderId" params={{ orderId }}>
                    {t.nothing.toOrder}
                  </ButtonLink>
                )}
              </Empty>
            ) : (
              <Empty icon={IconInbox} title={t.none.title} text={t.none.text} />
            )
          }
        >
          {(items, stale) => <RequestsTable requests={items} stale={stale} />}
        </Listed>
      )}
      <RequestDrawer id={search.id} onClose={close} />
    </>
  )
}

function RequestsTable({ requests, stale }: { requests: ApiRequest[]; stale: boolean }) {
  const t = useTexts(texts)
  const { exactTime, duration } = useFormats()
  const columns: Column<ApiRequest, typeof t.columns>[] = [
    {
      id: 'when',
      onCard: 'title',
      cell: ({ id, at }) => (
        <Link
          from="/platform"
          to="."
          search={now => ({ ...now, id })}
          resetScroll={false}
          className={`${rowLink} numbers`}
        >
          {exactTime(at)}
        </Link>
      ),
    },
    {
      id: 'request',
      cell: request => (
        <div className={classes.request}>
          {request.orderId === null ? pathOf(request) : t.order(request.orderId)}
          <div className={classes.muted}>
            {request.line === null ? request.method : t.line(request.line)}
            {request.orderId !== null && request.line === null && ` ${pathOf(request)}`}
          </div>
        </div>
      ),
    },
    { id: 'outcome', cell: request => <Outcome request={request} /> },
    { id: 'who', cell: ({ token, person }) => token?.name ?? person?.email },
    { id: 'duration', align: 'end', cell: ({ durationMs }) => duration(durationMs) },
  ]
  return <DataTable titles={t.columns} label={t.title} columns={columns} rows={requests} stale={stale} wide />
}

function Outcome({ request }: { request: ApiRequest }) {
  const t = useTexts(texts)
  const refusalText = useRefusal()
  const { refused, status, code, detail, reason, params, lineCount, refusedCount } = request
  const partly = !refused && (refusedCount ?? 0) > 0
  return (
    <div className={classes.outcome}>
      <Status tone={refused ? 'red' : partly ? 'amber' : 'green'}>
        {refused ? status : `${status} ${t.accepted}`}
      </Status>
      {detail !== null && (
        <div
          className={`${classes.muted} ${classes.detail}`}
          title={refusalText({ code, detail, reason, params })}
        >
          {refusalText({ code, detail, reason, params })}
        </div>
      )}
      {lineCount !== null && <div className={classes.muted}>{t.batch(lineCount, refusedCount ?? 0)}</div>}
    </div>
  )
}
