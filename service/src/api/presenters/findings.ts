import type { Finding, ListedFinding, OrderPreflight, Task } from '@obmen/contract/rest'
import { inspectOrder } from '../../preflight/inspect-order.js'
import type { PreflightInput } from '../../preflight/preflight-input.js'
import type { ListedFinding as FindingRow, StoredFinding } from '../../preflight/stored-findings.js'
import { describeFinding } from '../../preflight/texts/index.js'
import { describeTask } from '../../preflight/texts/texts-payments.js'
import type { Task as TaskRow } from '../../tasks/task.js'
import type { TaskEvent } from '../../tasks/task-events.js'
import { dated } from './dated.js'

/** What 1C does with the order; in the past tense for what it has confirmed. */
export function presentPreflight(input: PreflightInput): OrderPreflight['items'] {
  const done = input.history.sent && !input.history.owed
  return inspectOrder(input).map(finding => presentStored({ ...finding, done, client: input.profile.id }))
}

export function presentFinding({ orderKey: _, client, ...row }: FindingRow): ListedFinding {
  return { ...dated(row), message: describeFinding(row, client, row.done) }
}

export function presentTask({ doneAt, client, ...row }: TaskRow): Task {
  return {
    ...dated({ ...row, doneAt }),
    state: doneAt === null ? 'open' : 'done',
    message: describeTask({ ...row, client }),
  }
}

export function presentTaskEvent({
  client,
  ...event
}: TaskEvent): Omit<TaskEvent, 'client'> & { message: string } {
  return { ...event, message: describeTask({ ...event, client }) }
}

type DescribedFinding = Pick<StoredFinding, 'code' | 'severity' | 'path' | 'params' | 'done' | 'client'>

export function presentStored({ code, severity, path, params, done, client }: DescribedFinding): Finding {
  const message = describeFinding({ code, params }, client, done)
  return { code, severity, path, params, done, message }
}
