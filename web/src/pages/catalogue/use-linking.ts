import type { CatalogueLink } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { catalogueKey, linkLine, unlinkLine } from '../../api/catalogue.js'
import { useAction } from '../../hooks/use-action.js'
import { useKeptRows } from '../../hooks/use-kept-rows.js'
import { useTakeBack } from '../../hooks/use-take-back.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

/** A line as it is linked now, and the item to link it to; null removes the link. */
interface Change {
  link: CatalogueLink
  itemId: string | null
}

export type Linking = ReturnType<typeof useLinking>

/** A page of lines, which the person may link or only read. */
export interface LinesProps {
  integrationId: string
  lines: readonly CatalogueLink[]
  mayLink: boolean
  stale: boolean
}

/** Links and unlinks lines, several at once; can be undone for a while. `line`: its item is being chosen. */
export function useLinking({ integrationId, lines }: Pick<LinesProps, 'integrationId' | 'lines'>) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const { act, busy } = useAction()
  const takeBack = useTakeBack()
  const { keep, ...shown } = useKeptRows(lines, ({ lineId }) => lineId)
  const [line, choose] = useState<CatalogueLink>()

  async function apply(changes: readonly Change[]): Promise<void> {
    try {
      for (const { link, itemId } of changes)
        if (itemId === null) await unlinkLine(integrationId, link.lineId)
        else await linkLine(integrationId, link.lineId, itemId)
    } finally {
      await queryClient.invalidateQueries({ queryKey: catalogueKey(integrationId) })
    }
  }

  async function change(changes: readonly Change[]): Promise<void> {
    const before = changes.map(({ link }) => ({ link, itemId: link.item?.itemId ?? null }))
    keep(changes.map(({ link }) => link))
    await act(async () => {
      await apply(changes)
      const done = changes[0]?.itemId === null ? t.done.unlinked : t.done.linked
      void takeBack(done(changes.length)).then(back => (back ? act(() => apply(before)) : undefined))
    })
  }
  return { change, busy, line, choose, ...shown }
}
