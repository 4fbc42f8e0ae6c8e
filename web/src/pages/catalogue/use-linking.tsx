import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { CatalogueLink } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { catalogueKey, linkLine, unlinkLine } from '../../api/catalogue.js'
import { useAction } from '../../hooks/use-action.js'
import { useNotice } from '../../hooks/use-notice.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

/** A line and the item to link it to; null removes the link. */
export interface Linking {
  lineId: string
  itemId: string | null
}

/** Links and unlinks lines, several at once; can be undone for a while. */
export function useLinking(integrationId: string) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const { act, busy } = useAction()
  const notice = useNotice()

  async function apply(changes: readonly Linking[]): Promise<void> {
    try {
      for (const { lineId, itemId } of changes)
        if (itemId === null) await unlinkLine(integrationId, lineId)
        else await linkLine(integrationId, lineId, itemId)
    } finally {
      await queryClient.invalidateQueries({ queryKey: catalogueKey(integrationId) })
    }
  }

  /** `before`: the links of the same lines as they were, for undoing. */
  async function change(
    changes: readonly Linking[],
    before: readonly Pick<CatalogueLink, 'lineId' | 'item'>[],
  ): Promise<void> {
    await act(async () => {
      await apply(changes)
      const id = notice({
        autoClose: 15_000,
        message: (
          <Group gap="sm" justify="space-between">
            <span>
              {changes[0]?.itemId === null ? t.done.unlinked(changes.length) : t.done.linked(changes.length)}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() =>
                void act(() => {
                  notifications.hide(id)
                  return apply(before.map(({ lineId, item }) => ({ lineId, itemId: item?.itemId ?? null })))
                })
              }
            >
              {t.undo}
            </Button>
          </Group>
        ),
      })
    })
  }
  return { change, busy }
}
