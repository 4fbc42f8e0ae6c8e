import type { ApiRequest, ApiRequestDetail } from '@obmen/contract/rest'
import { apiUrl } from '../../api/request/base.js'

/** The request as a shell command, its token in a variable; undefined if its body is not stored as sent. */
export function curlOf(request: ApiRequestDetail, cut: boolean): string | undefined {
  const { body, bodySize, method } = request
  const isSent = method === 'PUT' || method === 'PATCH' || request.lineCount !== null || (bodySize ?? 0) > 0
  const path = pathOf(request)
  const address = quoted(apiUrl(path))
  const command = `curl -i -g -X ${method} ${address} \\\n  -H "Authorization: Bearer $OBMEN_TOKEN"`
  if (body === null) return isSent ? undefined : `${command}\n`
  // What was no UTF-8 is stored with signs of replacement.
  if (cut || body.includes('\uFFFD')) return undefined
  const type = path.startsWith('/orders:batch') ? 'application/x-ndjson' : 'application/json'
  const lines = body.split('\n')
  let end = 'BODY'
  while (lines.includes(end)) end += '_'
  const text = body.endsWith('\n') ? body : `${body}\n`
  return `${command} \\\n  -H 'Content-Type: ${type}' \\\n  --data-binary @- <<'${end}'\n${text}${end}\n`
}

/** As one word of a shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** Without the prefix of all paths. */
export function pathOf({ path }: ApiRequest): string {
  return path.replace(/^.*?\/api\/v1/, '')
}
