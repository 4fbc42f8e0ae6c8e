import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { CatalogueLink } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { catalogueKey, linkLine, unlinkLine } from '../../api/catalogue.js'
import { useAction } from '../../hooks/use-action.js'
import { useNotice } from '../../hooks/use-notice.js'
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
export function useLinking(integrationId: string) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const { act, busy } = useAction()
  const notice = useNotice()
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
    await act(async () => {
      await apply(changes)
      const undo = () => {
        notifications.hide(id)
        return apply(before)
      }
      const id = notice({
        autoClose: 15_000,
        message: (
          <Group gap="sm" justify="space-between">
            <span>
              {changes[0]?.itemId === null ? t.done.unlinked(changes.length) : t.done.linked(changes.length)}
            </span>
            <Button size="compact-sm" variant="default" onClick={() => void act(undo)}>
              {t.undo}
            </Button>
          </Group>
        ),
      })
    })
  }
  return { change, busy, line, choose }
}
