import type { ApiRequest } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import { type Column, DataTable, rowLink } from '../../components/layout/data-table.js'
import { useRefusal } from '../../components/refusals/use-refusal.js'
import { Status } from '../../components/status.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './platform.module.css'
import { texts } from './texts.js'

export function RequestsTable({ requests, stale }: { requests: ApiRequest[]; stale: boolean }) {
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

/** Without the prefix of all paths. */
function pathOf({ path }: ApiRequest): string {
  return path.replace(/^.*?\/api\/v1/, '')
}
