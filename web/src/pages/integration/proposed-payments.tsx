import { Alert, Button, Group } from '@mantine/core'
import type { Integration } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { integrationQuery, patchIntegration } from '../../api/integrations.js'
import { useAction } from '../../hooks/use-action.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

/** Suggests separate payments to a Бухгалтерия that gets one per order, once orders are paid several times. */
export function ProposedPayments({ integration }: { integration: Integration }) {
  const t = useTexts(texts).proposed
  const queryClient = useQueryClient()
  const { act, busy } = useAction()
  const { id, version, settings, proposedPayments } = integration
  if (proposedPayments === null) return null

  const choose = (payments: 'documents' | 'requisites') =>
    act(async () => {
      const saved = await patchIntegration(id, version, { settings: { ...settings, payments } })
      queryClient.setQueryData(integrationQuery(id).queryKey, saved)
      await queryClient.invalidateQueries({ queryKey: ['integrations'] })
    }, t.chosen[payments])

  return (
    <Alert color="blue" variant="light" role="status" mb="lg" title={t.title}>
      {t.text}
      <Group mt="sm" gap="xs">
        <Button size="xs" loading={busy} onClick={() => void choose('documents')}>
          {t.documents}
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={() => void choose('requisites')}>
          {t.requisites}
        </Button>
      </Group>
    </Alert>
  )
}
