import { Alert, Button, Group, Text } from '@mantine/core'
import type { Integration } from '@obmen/contract/rest'
import { IconKey } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { keptPasswordQuery } from '../../../api/integrations.js'
import { keepShownOnce } from '../../../api/request/shown-once.js'
import { CopyField } from '../../../components/forms/copy-field.js'
import { Section } from '../../../components/layout/section.js'
import { PublicUrlAlert } from '../../../components/public-url-alert.js'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import { texts } from '../texts.js'
import classes from './connection.module.css'
import { useNewPassword } from './use-new-password.js'

/** Address, login and, only now, the password, each with a copy button. */
export function ConnectionAccess({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const formats = useFormats()
  const queryClient = useQueryClient()
  const { data: kept = null } = useQuery(keptPasswordQuery(integration.id))
  const password =
    kept !== null && kept.passwordChangedAt >= integration.passwordChangedAt ? kept.password : null
  const { renew, busy } = useNewPassword(integration.id)

  function hide() {
    keepShownOnce(queryClient, keptPasswordQuery(integration.id), null)
  }

  return (
    <Section title={t.access.title} description={t.access.text}>
      <div className={classes.fields}>
        <CopyField label={t.access.url} value={integration.exchangeUrl} />
        {!integration.exchangeUrlSet && <PublicUrlAlert />}
        <CopyField label={t.access.login} value={integration.login ?? ''} />
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
