import { isCanceled } from '@obmen/contract'
import { MODULES } from '../texts/texts-sources.js'
import type { Rule } from './rule.js'

/** Dates that stop the queue, or have an order skipped. */
export const QUEUE_RULES: readonly Rule[] = [
  {
    code: 'closed-period-risk',
    severity: ['note', 'blocks'],
    clients: ['bp'],
    about:
      'A document of a closed period can’t be written: the load stops there, and nothing behind it arrives. `blocks` where `closedbefore` of the settings says so, or this 1C refused a change of another order of that month or a later one, until it confirms it.',
    source: MODULES.period,
    whileOwed: true,
    silentOfPlain: ({ settings }) => settings.closedbefore,
    check({ order, document: { date }, history, settings, today }, report) {
      if (isCanceled(order) || !history.owed) return
      const { closedbefore } = settings
      const refused = history.refusedPeriod
      if (closedbefore !== undefined && date < closedbefore)
        report({ path: '/placedAt', severity: 'blocks', params: { date, closed: closedbefore } })
      else if (refused && date < refused.before && refused.before <= today)
        report({
          ...{ path: '/placedAt', severity: 'blocks' },
          params: { date, closed: refused.before, refused: refused.number },
        })
      else if (closedbefore === undefined && history.sent && date.slice(0, 7) < today.slice(0, 7))
        report({ path: '/placedAt', severity: 'note', params: { date } })
    },
  },
  {
    code: 'before-default-start',
    severity: 'note',
    clients: ['bp'],
    about:
      'Orders placed before «Дата начала обмена» are confirmed and not loaded; БП sets it to the evening before it was connected.',
    source: MODULES.bp,
    silentOfPlain: ({ connectedOn }) => connectedOn,
    check({ order, document: { date }, connectedOn }, report) {
      if (!isCanceled(order) && date < connectedOn)
        report({ path: '/placedAt', params: { date, start: connectedOn } })
    },
  },
]
