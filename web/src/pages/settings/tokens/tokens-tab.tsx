import { Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { RIGHTS, type Right } from '@obmen/contract'
import type { ApiToken, ApiTokenWithSecret } from '@obmen/contract/rest'
import { IconKey } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createToken, revokeToken, tokensQuery } from '../../../api/people/tokens.js'
import { ConfirmedButton } from '../../../components/forms/confirmed-button.js'
import { FormModalBody, ShownOnce } from '../../../components/forms/form-modal.js'
import { CreatableList } from '../../../components/layout/creatable-list.js'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { RelativeTime, ShortTime } from '../../../components/relative-time.js'
import { Status } from '../../../components/status.js'
import { texts as commonTexts } from '../../../components/texts.js'
import { useSubmit } from '../../../hooks/use-submit.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import { texts } from './texts-tokens.js'
import classes from './tokens.module.css'

export default function TokensTab() {
  const t = useTexts(texts)
  const query = useQuery(tokensQuery)
  return (
    <CreatableList
      query={query}
      icon={IconKey}
      texts={{ create: t.create, emptyTitle: t.emptyTitle, empty: t.empty, about: t.about }}
      list={items => <TokensTable tokens={items} />}
      form={{ title: t.form.title, body: <TokenForm /> }}
    />
  )
}

function TokensTable({ tokens }: { tokens: ApiToken[] }) {
  const t = useTexts(texts)
  const columns: Column<ApiToken, typeof t.columns>[] = [
    { id: 'name', onCard: 'title', cell: token => <Name token={token} /> },
    { id: 'start', cell: ({ start }) => <span className={`mono ${classes.start}`}>{start}…</span> },
    { id: 'rights', width: '20%', cell: token => <Rights token={token} /> },
    {
      id: 'created',
      width: '200px',
      cell: ({ createdAt, createdBy }) => (
        <>
          <ShortTime at={createdAt} />
          {createdBy !== null && (
            <div className={classes.maker}>
              {createdBy.name || createdBy.email}
              {createdBy.removed && `, ${t.makerRemoved}`}
            </div>
          )}
        </>
      ),
    },
    { id: 'used', cell: ({ lastUsedAt }) => <RelativeTime at={lastUsedAt} never={t.neverUsed} /> },
    {
      id: 'actions',
      align: 'end',
      width: '1%',
      onCard: 'plain',
      cell: token => <RevokeToken token={token} />,
    },
  ]
  return <DataTable titles={t.columns} label={t.list} columns={columns} rows={tokens} wide />
}

function Name({ token: { name, sandbox } }: { token: ApiToken }) {
  const { sandbox: word } = useTexts(commonTexts).integrationStates
  return (
    <>
      <span className={classes.name}>{name}</span>
      {sandbox && (
        <>
          {' '}
          <Status tone="none">{word}</Status>
        </>
      )}
    </>
  )
}

function Rights({ token: { rights } }: { token: ApiToken }) {
  const t = useTexts(texts)
  if (rights.length === RIGHTS.length) return t.allRights
  return (
    <ul className={classes.rights}>
      {rights.map(right => (
        <li key={right}>{t.rights[right]}</li>
      ))}
    </ul>
  )
}

function RevokeToken({ token: { id, name, lastUsedAt } }: { token: ApiToken }) {
  const t = useTexts(texts)
  const { relative } = useFormats()
  const { title, text, action } = t.question
  const used = lastUsedAt === null ? t.neverUsed : relative(lastUsedAt)

  return (
    <ConfirmedButton
      label={t.revoke}
      name={t.revokeOf(name)}
      question={{ title: title(name), text: text(used), action }}
      act={() => revokeToken(id)}
      renews={['tokens']}
      done={t.revoked(name)}
    />
  )
}

/** The rights that a platform needs: to send orders of companies that it looks up. */
const USUAL: Right[] = ['orders:write', 'orders:read', 'companies:read']

function TokenForm() {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const [made, setMade] = useState<ApiTokenWithSecret>()
  const form = useForm<{ name: string; rights: Right[]; sandbox: boolean }>({
    initialValues: { name: '', rights: USUAL, sandbox: false },
    validate: {
      name: value => (value.trim() === '' ? t.form.nameNeeded : null),
      rights: value => (value.length === 0 ? t.form.rightsNeeded : null),
    },
  })

  const sending = useSubmit(form, async ({ name, ...granted }) => {
    setMade(await createToken({ name: name.trim(), ...granted }))
    await queryClient.invalidateQueries({ queryKey: ['tokens'] })
  })

  if (made !== undefined)
    return (
      <ShownOnce
        title={t.form.made(made.name)}
        text={t.form.once}
        label={t.form.token}
        value={made.token}
        done={t.form.done}
      />
    )
  return (
    <FormModalBody changed={form.isDirty()} sending={sending} action={t.form.create}>
      <TextInput
        label={t.form.name}
        placeholder={t.form.namePlaceholder}
        autoComplete="off"
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Checkbox.Group
        label={t.form.rights}
        description={t.form.rightsHelp}
        required
        {...form.getInputProps('rights')}
      >
        {RIGHTS.map(right => (
          <Checkbox
            key={right}
            value={right}
            label={t.rights[right]}
            description={<span className="mono">{right}</span>}
            className={classes.right ?? ''}
            aria-invalid={form.errors.rights !== undefined}
          />
        ))}
      </Checkbox.Group>
      <Checkbox
        label={t.form.sandbox}
        description={t.form.sandboxHelp}
        {...form.getInputProps('sandbox', { type: 'checkbox' })}
      />
    </FormModalBody>
  )
}
