import {
  type Alarm,
  acknowledgementInputSchema,
  alarmListQuerySchema,
  alarmPageSchema,
  alarmSchema,
  alarmSettingsInputSchema,
  alarmTestInputSchema,
  alarmTestSchema,
  type OwnAlarms,
  ofAlarmRoleSchema,
  ownAlarmsSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { availableChannels } from '../../alarms/channels/available-channels.js'
import { composeTest } from '../../alarms/channels/compose.js'
import { deliver } from '../../alarms/channels/deliver.js'
import { lastFailures } from '../../alarms/last-failures.js'
import { type Acknowledger, acknowledge, listAlarms, type RaisedAlarm } from '../../alarms/list-alarms.js'
import { fillSettings, loadSettings, saveSettings, type Whose } from '../../alarms/settings.js'
import { mapPage } from '../../db/page.js'
import { AppError } from '../../errors/app-error.js'
import { getLocation } from '../../places/locations.js'
import { authorOf, locationOrSystemOf, personOf, scopeOrSystemOf } from '../access.js'
import type { ApiDeps } from '../deps.js'
import { byUuid, operations } from '../operation.js'
import { dated } from '../presenters/dated.js'

/** What alarms show: all of GET /attention. */
const SHOWN = ['integrations:read', 'orders:read', 'journal:read', 'webhooks:read'] as const

/** Alarms of the location, or of the server, and how a person is told of them. */
export function alarmRoutes(scope: FastifyInstance, { db, config, publicUrl, stopping }: ApiDeps): void {
  const api = operations(scope, 'Overview')
  const access = { holderOfRoleIn: 'query' } as const
  const own = async (whose: Whose): Promise<OwnAlarms> => ({
    ...(await loadSettings(db, whose)),
    available: availableChannels(config),
    failures: await lastFailures(db, whose),
  })

  api.get('/me/alarms', {
    id: 'getMyAlarms',
    access,
    accountants: true,
    summary: 'How the caller is told of alarms',
    query: ofAlarmRoleSchema,
    response: { 200: ownAlarmsSchema },
    handle: request => own(whoseOf(request)),
  })

  api.put('/me/alarms', {
    id: 'setMyAlarms',
    access,
    accountants: true,
    summary: 'Choose channels, causes and quiet hours of alarms',
    query: ofAlarmRoleSchema,
    body: alarmSettingsInputSchema,
    response: { 200: ownAlarmsSchema },
    handle: async request => {
      await saveSettings(db, whoseOf(request), fillSettings(request.body))
      return own(whoseOf(request))
    },
  })

  api.get('/alarms', {
    id: 'listAlarms',
    access: { ...access, token: SHOWN },
    accountants: true,
    summary: 'Alarms, newest first',
    description:
      'Those of the location are raised for what GET /attention shows; an accountant sees those of their companies’ 1C.',
    query: alarmListQuerySchema,
    response: { 200: alarmPageSchema },
    handle: async request =>
      mapPage(await listAlarms(db, scopeOrSystemOf(request), request.query), presentAlarm),
  })

  api.post('/alarms::test', {
    id: 'testAlarmChannel',
    access,
    accountants: true,
    summary: 'Send the caller a message by one channel, as its settings are stored',
    query: ofAlarmRoleSchema,
    body: alarmTestInputSchema,
    response: { 200: alarmTestSchema },
    handle: async request => {
      const whose = whoseOf(request)
      const { email, locale: language } = request.person!
      const { channels } = await loadSettings(db, whose)
      const location = whose.locationId === null ? null : await getLocation(db, whose.locationId)
      const message = composeTest({ language, location, publicUrl: publicUrl() })
      const to = { channel: request.body.channel, to: { email, channels } }
      const problem = await deliver(config, to, message, stopping)
      if (problem) throw new AppError('invalid', problem)
      return { sent: true as const }
    },
  })

  api.post('/alarms/:id/acknowledge', {
    id: 'acknowledgeAlarm',
    access: { ...access, token: [...SHOWN, 'integrations:write'] },
    summary: 'Remind nobody of an alarm for some hours',
    params: byUuid,
    query: ofAlarmRoleSchema,
    body: acknowledgementInputSchema,
    response: { 200: alarmSchema },
    handle: async request => {
      const { id } = request.params
      return presentAlarm(await acknowledge(db, id, acknowledgerOf(request), request.body.hours))
    },
  })

  api.delete('/alarms/:id/acknowledge', {
    id: 'unacknowledgeAlarm',
    access: { ...access, token: [...SHOWN, 'integrations:write'] },
    summary: 'Remind of an alarm again',
    params: byUuid,
    query: ofAlarmRoleSchema,
    response: { 200: alarmSchema },
    handle: async request =>
      presentAlarm(await acknowledge(db, request.params.id, acknowledgerOf(request), 0)),
  })
}

function whoseOf(request: FastifyRequest): Whose {
  return { userId: personOf(request), locationId: locationOrSystemOf(request) }
}

function acknowledgerOf(request: FastifyRequest): Acknowledger {
  const { userId = null } = authorOf(request)
  return { userId, locationId: locationOrSystemOf(request) }
}

function presentAlarm({ key: _, ...alarm }: RaisedAlarm): Alarm {
  return dated(alarm)
}
