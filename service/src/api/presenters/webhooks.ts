import type { Attempt, AttemptDetail, Webhook } from '@obmen/contract/rest'
import type {
  AttemptDetail as AttemptDetailRow,
  Attempt as AttemptRow,
} from '../../webhooks/attempts/list-attempts.js'
import type { Webhook as WebhookRow } from '../../webhooks/webhook.js'

export function presentWebhook(row: WebhookRow): Webhook {
  return {
    id: row.id,
    url: row.url,
    types: [...row.types] as Webhook['types'],
    companyId: row.companyId,
    description: row.description,
    state: row.state,
    stateReason: row.stateReason,
    stateSince: row.stateSince.toISOString(),
    failures: row.failures,
    failingSince: row.failingSince?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    oldSecretUntil: row.oldSecretUntil?.toISOString() ?? null,
    pending: row.pending,
    createdAt: row.createdAt.toISOString(),
  }
}

export function presentAttempt(row: AttemptRow): Attempt {
  return {
    id: row.id,
    eventId: row.eventId,
    type: row.type,
    orderId: row.orderId,
    integrationId: row.integrationId,
    number: row.number,
    state: row.state,
    dueAt: row.dueAt.toISOString(),
    triedAt: row.triedAt?.toISOString() ?? null,
    durationMs: row.durationMs,
    status: row.status,
    failure: row.failure,
  }
}

export function presentAttemptDetail({ request, answer, ...row }: AttemptDetailRow): AttemptDetail {
  return { ...presentAttempt(row), request, answer }
}
