import { Checkbox, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Role } from '@obmen/contract'
import type { InvitationWithUrl, User } from '@obmen/contract/rest'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { companyQuery } from '../../api/companies.js'
import { invitePerson, revokeRole, setCompanies, usersQuery } from '../../api/people/people.js'
import { tokensOfQuery } from '../../api/people/tokens.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useVersion } from '../../hooks/use-version.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { FormModalBody, ShownOnce, useCloseForm } from '../forms/form-modal.js'
import { Loaded } from '../layout/loaded.js'
import classes from './people.module.css'
import { texts } from './texts.js'

const CompaniesSelect = lazy(() => import('./companies-select.js'))

export function InviteForm({ role }: { role: Role }) {
  const all = useTexts(texts)
  const t = all.invitation
  const { dateTime } = useFormats()
  const queryClient = useQueryClient()
  const [made, setMade] = useState<InvitationWithUrl>()
  const form = useForm({
    initialValues: { email: '', companyIds: [] as string[] },
    validate: {
      email: value => (value.trim() === '' ? t.emailNeeded : null),
      companyIds: value => (role === 'accountant' && value.length === 0 ? all.companiesNeeded : null),
    },
  })

  const sending = useSubmit(form, async ({ email, companyIds }) => {
    setMade(await invitePerson(role, { email: email.trim(), companyIds }))
    await queryClient.invalidateQueries({ queryKey: ['invitations', role] })
  })

  if (made !== undefined)
    return (
      <ShownOnce
        title={t.readyFor(made.email)}
        text={`${made.mailed ? `${t.mailed(made.email)} ` : ''}${t.once(dateTime(made.expiresAt))}`}
        label={t.link}
        value={made.url}
        done={t.done}
      />
    )
  return (
    <FormModalBody changed={form.isDirty()} sending={sending} action={t.create}>
      <TextInput
        label={t.email}
        description={t.emailHelp}
        type="email"
        autoComplete="off"
        required
        data-autofocus
        {...form.getInputProps('email')}
      />
      {role === 'accountant' && (
        <Suspense fallback={null}>
          <CompaniesSelect
            value={form.values.companyIds}
            onChange={chosen => form.setFieldValue('companyIds', chosen)}
            error={form.errors.companyIds}
          />
        </Suspense>
      )}
    </FormModalBody>
  )
}

/** The companies that an accountant sees. */
export function CompaniesForm({ user }: { user: User }) {
  const t = useTexts(texts)
  const close = useCloseForm()
  const queryClient = useQueryClient()
  const form = useForm({
    initialValues: { companyIds: user.companyIds ?? [] },
    validate: { companyIds: value => (value.length === 0 ? t.companiesNeeded : null) },
  })
  const { save, conflict } = useVersion<User, string[]>(
    user.companyIds ?? [],
    ({ companyIds }) => companyIds ?? [],
    async () => {
      const { items } = await queryClient.fetchQuery({ ...usersQuery('accountant'), staleTime: 0 })
      return items.find(({ id }) => id === user.id) ?? user
    },
    async ({ companyIds }) => {
      const companies = (companyIds ?? []).map(id => queryClient.fetchQuery(companyQuery(id)))
      return t.companiesChanged((await Promise.all(companies)).map(({ name }) => name))
    },
  )
  const sending = useSubmit(form, async ({ companyIds }) => {
    const saved = await save(seenCompanyIds => setCompanies(user.id, { companyIds, seenCompanyIds }))
    if (!saved) return
    await queryClient.invalidateQueries({ queryKey: ['users', 'accountant'] })
    close()
    return t.companiesSaved(user.email)
  })
  return (
    <FormModalBody changed={form.isDirty()} sending={sending} failure={conflict} action={t.save}>
      <Suspense fallback={null}>
        <CompaniesSelect
          value={form.values.companyIds}
          onChange={chosen => form.setFieldValue('companyIds', chosen)}
          error={form.errors.companyIds}
        />
      </Suspense>
    </FormModalBody>
  )
}

export interface RemoveProps {
  role: Role
  user: User
  own: boolean
}

/** Revokes a role. Tokens that the person created would keep working, so they are listed here. */
export function RemoveForm({ role, user: { id, email }, own }: RemoveProps) {
  const close = useCloseForm()
  const { removeQuestion: t, removedDone } = useTexts(texts)
  const queryClient = useQueryClient()
  const form = useForm<{ tokens: string[] }>({ initialValues: { tokens: [] } })
  const sending = useSubmit(form, async ({ tokens }) => {
    await revokeRole(role, id, tokens)
    await queryClient.invalidateQueries({ queryKey: ['tokens'] })
    await queryClient.invalidateQueries({ queryKey: own ? ['me'] : ['users', role] })
    close()
    return removedDone(email)
  })
  return (
    <FormModalBody sending={sending} action={t.action}>
      <Text>{own ? t.own : t.text}</Text>
      {role === 'location-administrator' && <MadeTokens userId={id} {...form.getInputProps('tokens')} />}
    </FormModalBody>
  )
}

function MadeTokens({
  userId,
  ...input
}: {
  userId: string
  value?: string[]
  onChange?: (tokens: string[]) => void
}) {
  const { removeQuestion: t } = useTexts(texts)
  const { relative } = useFormats()
  const query = useQuery(tokensOfQuery(userId))
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length > 0 && (
          <Checkbox.Group label={t.tokens} description={t.tokensHelp} {...input}>
            {items.map(({ id, name, start, lastUsedAt }) => (
              <Checkbox
                key={id}
                value={id}
                label={t.revoke(name)}
                description={
                  <>
                    <span className="mono">{start}…</span> ·{' '}
                    {lastUsedAt === null ? t.neverUsed : t.used(relative(lastUsedAt))}
                  </>
                }
                className={classes.token ?? ''}
              />
            ))}
          </Checkbox.Group>
        )
      }
    </Loaded>
  )
}
