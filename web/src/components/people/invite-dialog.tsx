import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Role } from '@obmen/contract'
import type { InvitationWithUrl } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { invitePerson } from '../../api/people/people.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { FormModal, FormModalBody, ShownOnce } from '../forms/form-modal.js'
import CompaniesSelect from './companies-select.js'
import { texts } from './texts.js'

interface Props {
  role: Role
  opened: boolean
  onClose: () => void
}

export default function InviteDialog({ role, opened, onClose }: Props) {
  const t = useTexts(texts).invitation
  return (
    <FormModal opened={opened} onClose={onClose} title={t.title}>
      <Invite role={role} onClose={onClose} />
    </FormModal>
  )
}

function Invite({ role, onClose }: { role: Role; onClose: () => void }) {
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
        text={t.once(dateTime(made.expiresAt))}
        label={t.link}
        value={made.url}
        done={t.done}
        onDone={onClose}
      />
    )
  return (
    <FormModalBody
      changed={form.isDirty() && made === undefined}
      sending={sending}
      onCancel={onClose}
      action={t.create}
    >
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
        <CompaniesSelect
          value={form.values.companyIds}
          onChange={chosen => form.setFieldValue('companyIds', chosen)}
          error={form.errors.companyIds}
        />
      )}
    </FormModalBody>
  )
}
