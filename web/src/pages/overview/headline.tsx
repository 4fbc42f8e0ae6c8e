import { MOST_COUNTED } from '@obmen/contract'
import type { Attention, WholeOverview } from '@obmen/contract/rest'
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconClock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { AttentionList } from '../../components/attention/attention-list.js'
import { RelativeTime } from '../../components/relative-time.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './headline.module.css'
import { texts } from './texts.js'

const ICONS = { good: IconCircleCheckFilled, bad: IconAlertTriangleFilled, waiting: IconClock }
/** Further ones are a click away. */
const SHOWN = 5

/** Whether all is well, in one line; if not, the worst of the one list of what needs attention. */
export function Headline({ overview, attention }: { overview: WholeOverview; attention: Attention }) {
  const t = useTexts(texts).headline
  const { counted, number } = useFormats()
  const { owed, integrations, recentExchanges } = overview
  const { items, more } = attention
  const held = attention.held ?? 0
  const byPeople = attention.heldByPeople ?? 0
  // What two 1C bases wait for is counted at each of them below.
  const inLines = integrations.reduce((sum, { counts }) => sum + counts.owed, 0)
  const isCounted = integrations.every(({ counts }) => counts.owed <= MOST_COUNTED)
  const unseen = integrations.filter(({ lastSeenAt }) => lastSeenAt === null)
  const neverCalled = unseen.length === integrations.length || unseen.some(({ counts }) => counts.owed > 0)
  const loading = integrations.some(({ stateCause }) => stateCause.code === 'loading')
  const isTroubled = items.length > 0
  const tone = isTroubled ? 'bad' : neverCalled || loading || held > 0 ? 'waiting' : 'good'
  const Icon = ICONS[tone]
  const last = recentExchanges[0]
  const count = number(items.length) + (more ? '+' : '')

  function title(): string {
    const [first] = items
    if (items.length === 1 && first?.kind === 'integration') {
      const { code } = first.stateCause
      return code === 'restored' ? t.restored : t.states[code === 'never-called' ? 'exchanging' : first.state]
    }
    if (isTroubled) return t.several(count)
    if (neverCalled) return t.waiting
    if (loading) return t.loading
    return held > 0 ? t.held(...counted(held)) : t.good
  }

  return (
    <section className={classes.headline} data-tone={tone} aria-live="polite">
      <Icon size={26} className={classes.icon} aria-hidden="true" />
      <div className={classes.texts}>
        <h2 className={classes.title}>{title()}</h2>
        <p className={classes.text}>
          {!isTroubled && <>{owed === 0 ? t.nothingOwed : t.owed(...counted(owed))} </>}
          {!isTroubled && isCounted && inLines > owed && <>{t.owedTwice(number(inLines))} </>}
          {last === undefined ? (
            t.noExchange
          ) : (
            <>
              {t.lastExchange} <RelativeTime at={last.lastCallAt} />
            </>
          )}
        </p>
        {held > 0 && (
          <Link to="/orders" search={{ state: 'held' }} className={classes.more}>
            {t.seeHeld(...counted(held), byPeople > 0 && byPeople < held ? t.byPeople(number(byPeople)) : '')}
          </Link>
        )}
      </div>
      {isTroubled && (
        <div className={classes.list}>
          <AttentionList items={items.slice(0, SHOWN)} />
          {items.length > SHOWN && (
            <Link to="/attention" className={classes.more}>
              {t.all(count)}
            </Link>
          )}
        </div>
      )}
    </section>
  )
}
