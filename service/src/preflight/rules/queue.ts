import { isCanceled } from '@obmen/contract'
import { MODULES, type Rule } from './rule.js'

/** Dates because of which 1C stops loading, or skips an order. */
export const QUEUE_RULES: readonly Rule[] = [
  {
    code: 'closed-period-risk',
    severity: ['note', 'blocks'],
    appliesTo: 'named',
    about:
      'A document of a closed period can’t be written: the load stops there, and the orders after it do ' +
      'not arrive. `blocks` if the setting `closedbefore` says so, or if this 1C has refused to change ' +
      'another order of that month or a later one and has not confirmed it since.',
    source: MODULES.period,
    whileOwed: true,
    check({ order, document: { date }, history, settings, today }, report) {
      if (isCanceled(order) || !history.owed) return
      const { closedbefore } = settings
      const refused = history.refusedPeriod
      if (closedbefore !== undefined && date < closedbefore)
        report({ path: '/placedAt', severity: 'blocks', params: { date, closed: closedbefore } })
      else if (refused && date < refused.before && refused.before <= today)
        report({
          path: '/placedAt',
          severity: 'blocks',
          params: { date, closed: refused.before, refused: refused.number },
        })
      else if (closedbefore === undefined && history.sent && date.slice(0, 7) < today.slice(0, 7))
        report({ path: '/placedAt', severity: 'note', params: { date } })
    },
  },
  {
    code: 'before-default-start',
    severity: 'note',
    appliesTo: 'named',
    about:
      'Orders placed before «Дата начала обмена» are confirmed but not loaded; by default that is the ' +
      'evening before БП was connected.',
    source: MODULES.bp,
    check({ order, document: { date }, connectedOn }, report) {
      if (!isCanceled(order) && date < connectedOn)
        report({ path: '/placedAt', params: { date, start: connectedOn } })
    },
  },
]
