import { Button } from '@mantine/core'
import { MOST_COUNTED } from '@obmen/contract'
import type { HeldGroup, OrderListItem } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { heldGroupsQuery } from '../../../api/attention.js'
import { useAdministers } from '../../../api/people/me.js'
import type { OrdersSearch } from '../../../app/search.js'
import { useHeldCause } from '../../../components/findings/use-sentences.js'
import { ButtonLink } from '../../../components/forms/button-link.js'
import { FailureLine } from '../../../components/layout/loaded.js'
import { ShortTime } from '../../../components/relative-time.js'
import { useLiveRefresh } from '../../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import classes from './bulk.module.css'
import { texts } from './texts-bulk.js'

const BulkDialog = lazy(() => import('./bulk-dialog.js'))

/** Why orders are held, of the integration that the list is of; none in a list of other orders. */
export function useHeldGroups({ state, integrationId }: OrdersSearch): HeldGroup[] {
  const { data } = useQuery({ ...heldGroupsQuery, enabled: state === 'held' })
  return (data?.items ?? []).filter(
    group => state === 'held' && (integrationId === undefined || group.integrationId === integrationId),
  )
}

/** The group of an order; of one that is held from several 1C bases the first. */
export function groupOf(order: OrderListItem, groups: readonly HeldGroup[]): HeldGroup | undefined {
  return groups.find(({ integrationId, holdKind, code }) =>
    order.exports.some(
      one =>
        one.integrationId === integrationId &&
        one.heldKind === holdKind &&
        (holdKind !== 'finding' || one.heldCode === code),
    ),
  )
}

interface Props {
  search: OrdersSearch
  /** On the page: in a list of every cause they stand below the heads of their groups. */
  orders: readonly OrderListItem[]
}

/** Groups of held orders that head no order of the page: «200 заказов: сумма не помещается». */
export function HeldGroups({ search, orders }: Props) {
  const t = useTexts(texts).held
  const query = useQuery(heldGroupsQuery)
  useLiveRefresh(heldGroupsQuery.queryKey)
  const all = useHeldGroups(search)
  const { cause } = search
  const heading = new Set(cause === undefined ? orders.map(order => groupOf(order, all)) : [])
  const groups = all.filter(group => !heading.has(group))
  const failure = <FailureLine title={t.failed} query={query} />
  if (groups.length === 0) return failure

  return (
    <section className={classes.groups} aria-label={t.title}>
      {failure}
      <ul>
        {groups.map(group => (
          <li
            key={`${group.integrationId} ${group.holdKind} ${group.code}`}
            data-shown={cause === group.code || undefined}
          >
            <Group group={group} isShown={cause === group.code} />
          </li>
        ))}
      </ul>
      {cause !== undefined && (
        <ButtonLink size="compact-sm" variant="subtle" to="/orders" search={{ state: 'held' }}>
          {t.every}
        </ButtonLink>
      )}
    </section>
  )
}

/** The head of a group in the list of its orders. */
export const HeldHead = ({ group }: { group: HeldGroup }) => (
  <div className={classes.head}>
    <Group group={group} isShown={false} />
  </div>
)

function filterOf({ integrationId, code }: HeldGroup) {
  return { integrationId, state: 'held' as const, cause: code }
}

interface GroupProps {
  group: HeldGroup
  /** The list below shows its orders. */
  isShown: boolean
}

/** The cause once, when Obmen tries again, and what to do with all of its orders. */
function Group({ group, isShown }: GroupProps) {
  const { held: t, atLeast } = useTexts(texts)
  const administers = useAdministers()
  const { number, sinceTime } = useFormats()
  const words = useHeldCause()(group)
  const { integrationName: name, companyName, since, retryAt } = group
  // Of each 1C so many are looked at: if it has more, some of this group may not be among them.
  const ofThis1C = useHeldGroups({ state: 'held', integrationId: group.integrationId })
  const exact = ofThis1C.reduce((sum, { orders }) => sum + orders, 0) <= MOST_COUNTED
  const count = Math.min(group.orders, MOST_COUNTED)
  const [open, setOpen] = useState<boolean>()
  return (
    <>
      <div>
        <strong>{t.one(count, exact ? number(count) : atLeast(number(count)), words)}</strong>
        <div className={classes.of}>
          {name} · {companyName} · <ShortTime at={since} />
          {retryAt !== null &&
            ` · ${new Date(retryAt) > new Date() ? t.retry(sinceTime(retryAt)) : t.retryNext}`}
        </div>
      </div>
      <div className={classes.actions}>
        {isShown ? (
          <span>{t.shown(words)}</span>
        ) : (
          <ButtonLink size="xs" to="/orders" search={filterOf(group)} aria-label={t.showOf(words, name)}>
            {t.show}
          </ButtonLink>
        )}
        {administers && (
          <Button
            size="xs"
            variant="default"
            aria-label={t.releaseOf(words, name)}
            onClick={() => setOpen(true)}
          >
            {t.release}
          </Button>
        )}
      </div>
      {open !== undefined && (
        <Suspense fallback={null}>
          <BulkDialog
            action={open ? 'release' : undefined}
            subject={{
              orders: { filter: filterOf(group) },
              count: { count, exact },
              filter: filterOf(group),
            }}
            onClose={() => setOpen(false)}
            onStarted={() => undefined}
          />
        </Suspense>
      )}
    </>
  )
}
