import { useForm } from '@mantine/form'
import type { User } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { companyQuery } from '../../api/companies.js'
import { setCompanies, usersQuery } from '../../api/people/people.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useVersion } from '../../hooks/use-version.js'
import { useTexts } from '../../texts/language.js'
import { FormModal, FormModalBody } from '../forms/form-modal.js'
import CompaniesSelect from './companies-select.js'
import { texts } from './texts.js'

interface Props {
  user: User
  opened: boolean
  onClose: () => void
}

export default function ChooseCompanies({ user, opened, onClose }: Props) {
  const t = useTexts(texts)
  return (
    <FormModal opened={opened} onClose={onClose} title={t.companiesOf(user.email)}>
      <Choice user={user} onClose={onClose} />
    </FormModal>
  )
}

function Choice({ user, onClose }: Pick<Props, 'user' | 'onClose'>) {
  const t = useTexts(texts)
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
    onClose()
    return t.companiesSaved(user.email)
  })
  return (
    <FormModalBody
      changed={form.isDirty()}
      sending={sending}
      onCancel={onClose}
      failure={conflict}
      action={t.save}
    >
      <CompaniesSelect
        value={form.values.companyIds}
        onChange={chosen => form.setFieldValue('companyIds', chosen)}
        error={form.errors.companyIds}
      />
    </FormModalBody>
  )
}
