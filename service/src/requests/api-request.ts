import type { FieldProblem } from '@obmen/contract'

/** A request that would change something, or a rejected line of a batch. */
export interface ApiRequest {
  id: number
  at: Date
  durationMs: number
  /** Also in the header X-Request-Id of the answer, and in the log. */
  requestId: string
  token: { id: string; name: string } | null
  person: { id: string; email: string; name: string } | null
  method: string
  path: string
  /** Line in the batch, from 1. */
  line: number | null
  /** Only for a whole batch. */
  lineCount: number | null
  refusedCount: number | null
  orderId: string | null
  status: number
  refused: boolean
  code: string | null
  detail: string | null
  reason: string | null
  params: Record<string, unknown> | null
  errors: FieldProblem[] | null
  bodySize: number | null
}

export interface ApiRequestWithBody extends ApiRequest {
  /** The body of a rejected request, secrets masked, cut at intakeBodyLimit. */
  body: string | null
}

const COLUMNS = `r.id, r.at, r.duration_ms as "durationMs", r.request_id as "requestId",
  (select json_build_object('id', t.id, 'name', t.name) from api_token t where t.id = r.token_id) as token,
  (select json_build_object('id', u.id, 'email', u.email, 'name', u.name) from user_account u where u.id = r.user_id) as person,
  r.method, r.path, r.line, r.line_count as "lineCount", r.refused_count as "refusedCount", r.order_id as "orderId",
  r.status, r.refused, r.code, r.detail, r.reason, r.params, r.errors, r.body_size as "bodySize"`

export const SELECT_REQUESTS = `select ${COLUMNS} from api_request r`
export const SELECT_WITH_BODY = `select ${COLUMNS}, r.body from api_request r`
