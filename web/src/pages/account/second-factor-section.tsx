import { Alert, Button, Group, Skeleton, Text } from '@mantine/core'
import { IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useMe } from '../../api/people/me.js'
import { secondFactorQuery } from '../../api/people/second-factor.js'
import { FormModal } from '../../components/forms/form-modal.js'
import { Loaded } from '../../components/layout/loaded.js'
import { Section } from '../../components/layout/section.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './account.module.css'
import type { SecondFactorAction } from './second-factor-form.js'
import { texts } from './texts-second-factor.js'

const SecondFactorForm = lazy(() => import('./second-factor-form.js'))

export function SecondFactorSection() {
  const t = useTexts(texts)
  const { dateTime } = useFormats()
  const required = useMe().data?.secondFactor === 'required'
  const query = useQuery(secondFactorQuery)
  const [action, setAction] = useState<SecondFactorAction>()
  const [opened, setOpened] = useState(false)
  const button = (which: SecondFactorAction, variant: 'filled' | 'default') => (
    <Button
      variant={variant}
      onClick={() => {
        setAction(which)
        setOpened(true)
      }}
    >
      {t[which].open}
    </Button>
  )
  return (
    <Section title={t.title} description={t.text}>
      <div className={classes.fields}>
        {required && (
          <Alert color="yellow" icon={<IconShieldExclamation size={18} />} title={t.required}>
            {t.requiredText}
          </Alert>
        )}
        <Loaded query={query} skeleton={<Skeleton height={36} width="60%" />}>
          {({ activeSince, recoveryCodesLeft }) =>
            activeSince === null ? (
              <Group>{button('turnOn', 'filled')}</Group>
            ) : (
              <>
                <Group gap="xs" wrap="nowrap" align="start">
                  <IconShieldCheck size={20} color="var(--mantine-color-teal-6)" aria-hidden="true" />
                  <div>
                    <Text>{t.on(dateTime(activeSince))}</Text>
                    <Text size="sm" c="dimmed">
                      {t.left(recoveryCodesLeft)}
                    </Text>
                  </div>
                </Group>
                <Group>
                  {button('renew', 'default')}
                  {button('turnOff', 'default')}
                </Group>
              </>
            )
          }
        </Loaded>
      </div>
      <FormModal opened={opened} onClose={() => setOpened(false)} title={action ? t[action].title : ''}>
        <Suspense fallback={<Skeleton height={120} />}>
          {action && <SecondFactorForm action={action} />}
        </Suspense>
      </FormModal>
    </Section>
  )
}
