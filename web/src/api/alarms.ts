import { type AlarmChannel, ROLES, type Role } from '@obmen/contract'
import type { Alarm, AlarmSettings, Me, OwnAlarms, Page } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { hasRole } from './people/me.js'
import { read, readList } from './request/queries.js'
import { request } from './request/request.js'

/** Whose alarms: those of the chosen location or of an accountant's 1C bases, or those of the server. */
export type AlarmRole = Role

/** Of whose alarms the person can be told. */
export function alarmRolesOf(me: Me): AlarmRole[] {
  return ROLES.filter(role => hasRole(me, role))
}

/** A look at everything takes place every 15 seconds. */
const POLL_MS = 30_000

export const openAlarmsQuery = (role: AlarmRole) =>
  queryOptions({
    ...read<Page<Alarm>>(['alarms', role, 'open'], '/alarms', { role, limit: 200 }),
    refetchInterval: POLL_MS,
  })

export const pastAlarmsQuery = (role: AlarmRole, page: { limit: number; cursor?: string | undefined }) =>
  readList<Page<Alarm>>(['alarms', role, 'over'], '/alarms', { role, state: 'over', ...page })

export function acknowledgeAlarm(role: AlarmRole, id: string, hours: number): Promise<Alarm> {
  return request(`/alarms/${id}/acknowledge`, { method: 'POST', query: { role }, body: { hours } })
}

/** Reminders go on. */
export function remindAgain(role: AlarmRole, id: string): Promise<Alarm> {
  return request(`/alarms/${id}/acknowledge`, { method: 'DELETE', query: { role } })
}

export const ownAlarmsQuery = (role: AlarmRole) =>
  read<OwnAlarms>(['me', 'alarms', role], '/me/alarms', { role })

export function saveOwnAlarms(role: AlarmRole, settings: AlarmSettings): Promise<OwnAlarms> {
  return request('/me/alarms', { method: 'PUT', query: { role }, body: settings })
}

/** Sends a message by a saved channel, or is refused with why it could not be sent. */
export function testAlarms(role: AlarmRole, channel: AlarmChannel): Promise<{ sent: true }> {
  return request('/alarms:test', { method: 'POST', query: { role }, body: { channel }, timeoutMs: TEST_MS })
}

const TEST_MS = 60_000
