import { Button, CloseButton, TextInput } from '@mantine/core'
import { MOST_VIEWS } from '@obmen/contract'
import type { Preferences } from '@obmen/contract/rest'
import { IconBookmark } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../../api/people/me.js'
import {
  type OrdersSearch,
  ordersSearch,
  parseSearch,
  stringifySearch,
  type TasksSearch,
  tasksSearch,
} from '../../app/search.js'
import { useChangePreferences } from '../../hooks/use-list-view.js'
import { useTexts } from '../../texts/language.js'
import { PRESETS, presetPeriod } from '../filters/period.js'
import { texts } from '../texts.js'
import classes from './saved-views.module.css'

type View = Preferences['views'][number]

/** A filter under a name: where its link leads. */
export type ViewLink = { name: string } & (
  | { to: '/orders'; search: OrdersSearch }
  | { to: '/tasks'; search: TasksSearch }
)

/** The person's saved filters of the lists of this location, with what is overdue first. */
function useViews(): { view: View | undefined; link: ViewLink }[] {
  const t = useTexts(texts).views
  const { preferences, location } = useMe().data ?? {}
  const { to } = presetPeriod('yesterday', location?.timezone)
  const linkOf = ({ list, name, search }: View): ViewLink => {
    const { period, ...raw } = parseSearch(search)
    const preset = PRESETS.find(known => known === period)
    const found = { ...raw, ...(preset && presetPeriod(preset, location?.timezone)) }
    return list === 'orders'
      ? { name, to: '/orders', search: ordersSearch(found) }
      : { name, to: '/tasks', search: tasksSearch(found) }
  }
  const own = (preferences?.views ?? []).filter(({ locationId }) => locationId === location?.id)
  return [
    { view: undefined, link: { name: t.overdue, to: '/orders', search: { state: 'owed', to } } },
    { view: undefined, link: { name: t.overdue, to: '/tasks', search: { to } } },
    ...own.map(view => ({ view, link: linkOf(view) })),
  ]
}

interface Props {
  list: View['list']
  /** What the list is filtered by, without its page. */
  search: Omit<OrdersSearch & TasksSearch, 'state'> & { state?: string | undefined }
}

/** Saved filters as links above their list; the present one can be saved, a saved one removed. */
export function SavedViews({ list, search }: Props) {
  const t = useTexts(texts).views
  const { location, preferences } = useMe().data ?? {}
  const isFull = (preferences?.views.length ?? 0) >= MOST_VIEWS
  const change = useChangePreferences()
  const [name, setName] = useState<string>()
  const views = useViews().filter(({ link }) => link.to === `/${list}`)
  const present = stringifySearch(search)
  const isKnown = views.some(({ link }) => stringifySearch(link.search) === present)

  function save() {
    const text = name?.trim()
    if (!text || location == null) return
    const { from, to, ...others } = search
    // Of two that are the same today, the one of the calendar.
    const preset = PRESETS.findLast(known => {
      const period = presetPeriod(known, location.timezone)
      return period.from === from && period.to === to
    })
    const saved = stringifySearch(preset === undefined ? search : { ...others, period: preset })
    const view = { list, name: text, locationId: location.id, search: saved }
    change(now => ({ ...now, views: [...now.views, view] }))
    setName(undefined)
  }
  const remove = ({ name, search, locationId }: View) =>
    change(now => ({
      ...now,
      views: now.views.filter(
        one =>
          one.list !== list || one.name !== name || one.search !== search || one.locationId !== locationId,
      ),
    }))

  return (
    <nav aria-label={t.label} className={classes.views}>
      {views.map(({ view, link }) => (
        <span key={`${link.name} ${view?.search}`} className={classes.view}>
          <Link
            to={link.to}
            search={link.search}
            aria-current={stringifySearch(link.search) === present ? 'page' : undefined}
          >
            {link.name}
          </Link>
          {view && <CloseButton size="xs" aria-label={t.remove(view.name)} onClick={() => remove(view)} />}
        </span>
      ))}
      {name === undefined && present !== '' && !isKnown && (
        <Button
          disabled={isFull}
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconBookmark size={15} aria-hidden="true" />}
          onClick={() => setName('')}
        >
          {isFull ? t.full : t.save}
        </Button>
      )}
      {name !== undefined && (
        <form
          className={classes.form}
          onSubmit={event => {
            event.preventDefault()
            save()
          }}
        >
          <TextInput
            size="xs"
            aria-label={t.name}
            placeholder={t.name}
            maxLength={60}
            ref={field => field?.focus()}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
            onKeyDown={event => event.key === 'Escape' && setName(undefined)}
          />
          <Button type="submit" size="xs" disabled={name.trim() === ''}>
            {t.submit}
          </Button>
        </form>
      )}
    </nav>
  )
}
