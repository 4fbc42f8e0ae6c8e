import { useState } from 'react'

/** The selected orders of a list: some by id, or all that match. Another list starts without a selection. */
export interface Selection {
  ids: ReadonlySet<string>
  all: boolean
  /** At least one is. */
  some: boolean
  toggle: (ids: readonly string[], chosen: boolean) => void
  chooseAll: () => void
  clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** `list` identifies the list: a selection is not carried over to another one. */
export function useSelection(list: string): Selection {
  const [chosen, setChosen] = useState({ list, ids: NONE, all: false })
  const { ids, all } = chosen.list === list ? chosen : { ids: NONE, all: false }
  return {
    ids,
    all,
    some: all || ids.size > 0,
    toggle(changed, isChosen) {
      const next = new Set(ids)
      for (const id of changed)
        if (isChosen) next.add(id)
        else next.delete(id)
      setChosen({ list, ids: next, all: false })
    },
    chooseAll: () => setChosen({ list, ids: NONE, all: true }),
    clear: () => setChosen({ list, ids: NONE, all: false }),
  }
}
