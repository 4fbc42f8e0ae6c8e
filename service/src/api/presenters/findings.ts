import type { Finding, ListedFinding, OrderPreflight, Task } from '@obmen/contract/rest'
import { inspectOrder } from '../../preflight/inspect-order.js'
import type { PreflightInput } from '../../preflight/preflight-input.js'
import type { ListedFinding as FindingRow, StoredFinding } from '../../preflight/stored-findings.js'
import { describeFinding } from '../../preflight/texts/index.js'
import { describeTask } from '../../preflight/texts/texts-payments.js'
import type { Task as TaskRow } from '../../tasks/task.js'

/** What 1C does with the order; in the past tense for what it has confirmed. */
export function presentPreflight(input: PreflightInput): OrderPreflight['items'] {
  const done = input.history.sent && !input.history.owed
  return inspectOrder(input).map(finding => {
    const { code, severity, path, params } = finding
    return {
      ...{ code, severity, path, params: { ...params }, done },
      message: describeFinding(finding, input.profile.id, done),
    }
  })
}

export function presentFinding({ orderKey: _, client, since, ...row }: FindingRow): ListedFinding {
  return {
    ...row,
    params: { ...row.params },
    message: describeFinding(row, client, row.done),
    since: since.toISOString(),
  }
}

export function presentTask({ createdAt, doneAt, ...row }: TaskRow): Task {
  return {
    ...row,
    state: doneAt === null ? 'open' : 'done',
    params: { ...row.params },
    message: describeTask(row),
    createdAt: createdAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
  }
}

export function presentStored({ code, severity, path, params, done, client }: StoredFinding): Finding {
  return {
    ...{ code, severity, path, params: { ...params }, done },
    message: describeFinding({ code, params }, client, done),
  }
}
