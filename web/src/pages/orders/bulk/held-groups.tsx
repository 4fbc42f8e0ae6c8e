import { Button } from '@mantine/core'
import type { HeldGroup } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { heldGroupsQuery } from '../../../api/attention.js'
import { useAdministers } from '../../../api/people/me.js'
import { useHeldCause } from '../../../components/findings/use-sentences.js'
import { ButtonLink } from '../../../components/forms/button-link.js'
import { FailureLine } from '../../../components/layout/loaded.js'
import { ShortTime } from '../../../components/relative-time.js'
import { useLiveRefresh } from '../../../hooks/use-live-refresh.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import classes from './bulk.module.css'
import { texts } from './texts-bulk.js'

const BulkDialog = lazy(() => import('./bulk-dialog.js'))

interface Props {
  integrationId: string | undefined
  cause: string | undefined
}

/** Held orders, one row per cause: «200 заказов: сумма не помещается», released together. */
export function HeldGroups({ integrationId, cause }: Props) {
  const t = useTexts(texts).held
  const query = useQuery(heldGroupsQuery)
  useLiveRefresh(heldGroupsQuery.queryKey)
  const [released, setReleased] = useState<HeldGroup>()
  const [open, setOpen] = useState(false)
  const groups = (query.data?.items ?? []).filter(
    group => integrationId === undefined || group.integrationId === integrationId,
  )
  const failure = <FailureLine title={t.failed} query={query} />
  if (groups.length === 0) return failure

  function release(group: HeldGroup) {
    setReleased(group)
    setOpen(true)
  }

  return (
    <section className={classes.groups} aria-label={t.title}>
      {failure}
      <ul>
        {groups.map(group => (
          <Group
            key={`${group.integrationId} ${group.holdKind} ${group.code}`}
            group={group}
            isShown={cause === group.code}
            onRelease={() => release(group)}
          />
        ))}
      </ul>
      {cause !== undefined && (
        <ButtonLink size="compact-sm" variant="subtle" to="/orders" search={{ state: 'held' }}>
          {t.every}
        </ButtonLink>
      )}
      {released && (
        <Suspense fallback={null}>
          <BulkDialog
            action={open ? 'release' : undefined}
            subject={{
              orders: { filter: filterOf(released) },
              count: { count: released.orders, exact: true },
              filter: filterOf(released),
            }}
            onClose={() => setOpen(false)}
            onStarted={() => undefined}
          />
        </Suspense>
      )}
    </section>
  )
}

function filterOf({ integrationId, code }: HeldGroup) {
  return { integrationId, state: 'held' as const, cause: code }
}

interface GroupProps {
  group: HeldGroup
  /** The list below shows its orders. */
  isShown: boolean
  onRelease: () => void
}

function Group({ group, isShown, onRelease }: GroupProps) {
  const t = useTexts(texts).held
  const administers = useAdministers()
  const { number, sinceTime } = useFormats()
  const words = useHeldCause()(group)
  const { integrationName: name, companyName, orders, since, retryAt } = group
  return (
    <li data-shown={isShown || undefined}>
      <div>
        <strong>{t.one(orders, number(orders), words)}</strong>
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
          <Button size="xs" variant="default" aria-label={t.releaseOf(words, name)} onClick={onRelease}>
            {t.release}
          </Button>
        )}
      </div>
    </li>
  )
}
