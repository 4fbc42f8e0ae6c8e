import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import type { User } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { setCompanies } from '../../api/people/people.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useTexts } from '../../texts/language.js'
import { FormModal, FormModalBody } from '../forms/form-modal.js'
import CompaniesSelect from './companies-select.js'
import { texts } from './texts.js'

interface Props {
  user: User
  opened: boolean
  onClose: () => void
}

/** Changes the companies that an accountant sees. */
export default function ChooseCompanies({ user, opened, onClose }: Props) {
  const t = useTexts(texts)
  return (
    <FormModal opened={opened} onClose={onClose} title={t.companiesOf(user.email)}>
      {setChanged => <Choice user={user} onClose={onClose} onChanged={setChanged} />}
    </FormModal>
  )
}

function Choice({
  user: { id, email, companyIds },
  onClose,
  onChanged,
}: Pick<Props, 'user' | 'onClose'> & { onChanged: (changed: boolean) => void }) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const form = useForm({
    initialValues: { companyIds: companyIds ?? [] },
    validate: { companyIds: value => (value.length === 0 ? t.companiesNeeded : null) },
  })
  const changed = form.isDirty()
  useEffect(() => onChanged(changed), [changed, onChanged])
  const { submit, busy, failure } = useSubmit(form, async values => {
    await setCompanies(id, values.companyIds)
    await queryClient.invalidateQueries({ queryKey: ['users', 'accountant'] })
    notifications.show({ message: t.companiesSaved(email), closeButtonProps: { 'aria-label': t.close } })
    onClose()
  })
  return (
    <FormModalBody onSubmit={submit} onCancel={onClose} busy={busy} failure={failure} action={t.save}>
      <CompaniesSelect
        value={form.values.companyIds}
        onChange={chosen => form.setFieldValue('companyIds', chosen)}
        error={form.errors.companyIds}
      />
    </FormModalBody>
  )
}
