import { Button, Group, PasswordInput, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Me } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, useState } from 'react'
import { alarmRolesOf } from '../../api/alarms.js'
import { changePassword, meQuery, patchMe, useMe } from '../../api/people/me.js'
import { ACCOUNT_TABS } from '../../app/search.js'
import { FormFailure } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { PageTabs } from '../../components/layout/page-tabs.js'
import { Section } from '../../components/layout/section.js'
import { useLeaveGuard } from '../../hooks/use-leave-guard.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import classes from './account.module.css'
import { SecondFactorSection } from './second-factor-section.js'
import { SessionsSection } from './sessions-section.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/account')
const NotificationsTab = lazy(() => import('./notifications-tab.js'))

/** «Профиль и пароль»; who is told of alarms also has «Уведомления». */
export function AccountPage() {
  const t = useTexts(texts)
  const { data: me } = useMe()
  const { tab = 'profile' } = route.useSearch()
  const navigate = route.useNavigate()
  // It stays where it is once it is on: its window still shows the recovery codes.
  const [codeFirst] = useState(me?.secondFactor === 'required')
  if (!me) return null
  const profile = <Profile me={me} codeFirst={codeFirst} />
  return (
    <>
      <PageHeader title={t.title} />
      {!codeFirst && alarmRolesOf(me).length > 0 ? (
        <PageTabs
          tabs={ACCOUNT_TABS}
          shown={tab}
          onChoose={chosen => void navigate({ search: { tab: chosen }, resetScroll: false })}
          title={name => t.tabs[name]}
        >
          {tab === 'notifications' ? <NotificationsTab me={me} /> : profile}
        </PageTabs>
      ) : (
        profile
      )}
    </>
  )
}

function Profile({ me, codeFirst }: { me: Me; codeFirst: boolean }) {
  return (
    <div className={classes.account}>
      {codeFirst && <SecondFactorSection />}
      <ProfileForm me={me} />
      <PasswordForm />
      {!codeFirst && <SecondFactorSection />}
      <div className={classes.across}>
        <SessionsSection />
      </div>
    </div>
  )
}

function PasswordForm() {
  const t = useTexts(texts)
  const { data: me } = useMe()
  const form = useForm({
    initialValues: { current: '', next: '', repeat: '' },
    validate: {
      current: value => (value === '' ? t.currentNeeded : null),
      next: value => (value === '' ? t.nextNeeded : null),
      repeat: (value, { next }) => (value === next ? null : t.differs),
    },
  })

  const { submit, busy, failure } = useSubmit(form, async ({ current, next }) => {
    await changePassword(current, next)
    form.reset()
    return t.changed
  })

  const field = {
    required: true,
    visibilityToggleButtonProps: { 'aria-label': t.showCharacters, tabIndex: 0 },
  }
  return (
    <Section title={t.password} description={t.passwordText}>
      <form onSubmit={submit} noValidate className={classes.fields}>
        {/* Password managers want to know whose password it is. */}
        <input type="hidden" name="username" autoComplete="username" value={me?.email ?? ''} readOnly />
        <PasswordInput
          label={t.current}
          autoComplete="current-password"
          {...field}
          {...form.getInputProps('current')}
        />
        <PasswordInput
          label={t.next}
          description={t.nextHelp}
          autoComplete="new-password"
          {...field}
          {...form.getInputProps('next')}
        />
        <PasswordInput
          label={t.repeat}
          autoComplete="new-password"
          {...field}
          {...form.getInputProps('repeat')}
        />
        <FormFailure text={failure} />
        <Group>
          <Button type="submit" loading={busy}>
            {t.change}
          </Button>
        </Group>
      </form>
    </Section>
  )
}

function ProfileForm({ me }: { me: Me }) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const form = useForm({ initialValues: { name: me.name } })
  useLeaveGuard(form.isDirty())

  const { submit, busy, failure } = useSubmit(form, async ({ name }) => {
    const saved = await patchMe({ name: name.trim() })
    queryClient.setQueryData(meQuery.queryKey, saved)
    form.resetDirty({ name })
    return t.saved
  })

  return (
    <Section title={t.profile}>
      <form onSubmit={submit} noValidate className={classes.fields}>
        <TextInput label={t.email} value={me.email} readOnly />
        <TextInput
          label={t.name}
          description={t.nameHelp}
          autoComplete="name"
          {...form.getInputProps('name')}
        />
        <div>
          <Text size="sm" fw={500}>
            {t.roles}
          </Text>
          <ul className={classes.roles}>
            {me.roles.map(({ role, locationId, locationName }) => (
              <li key={role + locationId}>
                {t.roleIn[role]}
                {locationName !== null && `, ${locationName}`}
              </li>
            ))}
          </ul>
        </div>
        <FormFailure text={failure} />
        <Group>
          <Button type="submit" loading={busy} disabled={!form.isDirty()}>
            {t.saveProfile}
          </Button>
        </Group>
      </form>
    </Section>
  )
}
