import type { Density, ListName } from '@obmen/contract'
import type { Preferences } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { changePreferences, meQuery, useMe } from '../api/people/me.js'
import { useAction } from './use-action.js'

interface ListView {
  density: Density
  hidden: readonly string[]
}

const NONE: readonly string[] = []

export function useListView(list: ListName | undefined): ListView {
  const preferences = useMe().data?.preferences
  if (list === undefined) return { density: 'comfortable', hidden: NONE }
  return {
    density: preferences?.density ?? 'comfortable',
    hidden: preferences?.hiddenColumns[list] ?? NONE,
  }
}

/** Shown at once, and stored on the server, so that it applies on every device. */
export function useChangePreferences(): (change: (now: Preferences) => Preferences) => void {
  const queryClient = useQueryClient()
  const { act } = useAction({ overlapping: true })
  const show = (preferences: Preferences) =>
    queryClient.setQueryData(meQuery.queryKey, me => (me ? { ...me, preferences } : me))
  return change => {
    const before = queryClient.getQueryData(meQuery.queryKey)?.preferences
    if (before === undefined) return
    show(change(before))
    void act(async () => {
      try {
        await changePreferences(change)
      } catch (error) {
        show(before)
        throw error
      }
    })
  }
}
