import type { ApiRequest, ApiRequestDetail } from '@obmen/contract/rest'
import type { ApiRequestWithBody, ApiRequest as RequestRow } from '../../requests/list-requests.js'

export function presentRequest(row: RequestRow): ApiRequest {
  return {
    id: row.id,
    at: row.at.toISOString(),
    durationMs: row.durationMs,
    requestId: row.requestId,
    token: row.token,
    person: row.person,
    method: row.method,
    path: row.path,
    line: row.line,
    lineCount: row.lineCount,
    refusedCount: row.refusedCount,
    orderId: row.orderId,
    status: row.status,
    refused: row.refused,
    code: row.code,
    detail: row.detail,
    reason: row.reason,
    params: row.params,
    errors: row.errors,
    bodySize: row.bodySize,
  }
}

export function presentRequestWithBody(row: ApiRequestWithBody): ApiRequestDetail {
  return { ...presentRequest(row), body: row.body }
}
