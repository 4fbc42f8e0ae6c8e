import { Alert, Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Integration } from '@obmen/contract/rest'
import { IconKey } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { integrationQuery, keepPassword, keptPasswordQuery, newPassword } from '../../../api/integrations.js'
import { useConfirm } from '../../../components/forms/confirm.js'
import { CopyField } from '../../../components/forms/copy-field.js'
import { useFailureText } from '../../../components/layout/failure-text.js'
import { Section } from '../../../components/layout/section.js'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import { texts } from '../texts.js'
import classes from './connection.module.css'

/** Address, login and, this once, the password, each with a copy button. */
export function ConnectionAccess({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const formats = useFormats()
  const confirm = useConfirm()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const { data: password = null } = useQuery(keptPasswordQuery(integration.id))
  const [busy, setBusy] = useState(false)

  async function renew() {
    const { renewTitle: title, renewText: text, renewAction: action } = t.access
    if (!(await confirm({ title, text, action }))) return
    setBusy(true)
    try {
      const renewed = await newPassword(integration.id)
      keepPassword(queryClient, renewed)
      await queryClient.invalidateQueries({ queryKey: integrationQuery(integration.id).queryKey })
    } catch (error) {
      notifications.show({
        color: 'red.9',
        message: failureText(error),
        closeButtonProps: { 'aria-label': t.actions.close },
      })
    } finally {
      setBusy(false)
    }
  }

  function hide() {
    queryClient.setQueryData(keptPasswordQuery(integration.id).queryKey, null)
  }

  return (
    <Section title={t.access.title} description={t.access.text}>
      <div className={classes.fields}>
        <CopyField label={t.access.url} value={integration.exchangeUrl} />
        <CopyField label={t.access.login} value={integration.login} />
        {password === null ? (
          <div>
            <Text size="sm" fw={500}>
              {t.access.password}
            </Text>
            <Text size="sm" c="dimmed" mb="xs">
              {t.access.passwordHidden(formats.shortTime(integration.passwordChangedAt))}
            </Text>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconKey size={15} />}
              loading={busy}
              onClick={() => void renew()}
            >
              {t.access.renew}
            </Button>
          </div>
        ) : (
          <>
            <CopyField label={t.access.password} value={password} />
            <Alert color="yellow" variant="light">
              {t.access.passwordOnce}
              <Group mt="xs">
                <Button variant="default" size="xs" onClick={hide}>
                  {t.access.hide}
                </Button>
              </Group>
            </Alert>
          </>
        )}
      </div>
    </Section>
  )
}
