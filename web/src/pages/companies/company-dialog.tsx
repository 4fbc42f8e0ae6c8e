import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import type { Company } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { companyQuery, createCompany, patchCompany } from '../../api/companies.js'
import { FormModal, FormModalBody } from '../../components/forms/form-modal.js'
import { texts as commonTexts } from '../../components/texts.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useVersion } from '../../hooks/use-version.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

/** The company to change, or a new one. */
export type Subject = Company | 'new'

interface Props {
  opened: boolean
  subject: Subject
  onClose: () => void
}

export function CompanyDialog({ opened, subject, onClose }: Props) {
  const t = useTexts(texts).form
  return (
    <FormModal opened={opened} onClose={onClose} title={subject === 'new' ? t.create : t.edit}>
      <CompanyForm subject={subject} onClose={onClose} />
    </FormModal>
  )
}

interface FormProps {
  subject: Subject
  onClose: () => void
}

function CompanyForm({ subject, onClose }: FormProps) {
  const t = useTexts(texts)
  const { close } = useTexts(commonTexts)
  const queryClient = useQueryClient()
  const company = subject === 'new' ? { name: '', inn: '', kpp: '' } : subject
  const form = useForm({
    initialValues: { name: company.name, inn: company.inn, kpp: company.kpp ?? '' },
    validate: {
      name: value => (value.trim() === '' ? t.form.nameNeeded : null),
      inn: value => innProblem(value.trim()),
    },
  })
  const changed = form.isDirty()

  function innProblem(inn: string): string | null {
    if (inn === '') return t.form.innNeeded
    return /^(\d{10}|\d{12})$/.test(inn) ? null : t.form.innShape(inn.length)
  }

  const { save, conflict } = useVersion<Company, number>(
    subject === 'new' ? 0 : subject.version,
    ({ version }) => version,
    () => queryClient.fetchQuery({ ...companyQuery(subject === 'new' ? '' : subject.id), staleTime: 0 }),
    t.form.changedMeanwhile,
  )

  const { submit, busy, failure } = useSubmit(form, async ({ name, inn, kpp }) => {
    const input = { name: name.trim(), inn: inn.trim(), kpp: kpp.trim() || null }
    const saved =
      subject === 'new'
        ? await createCompany(input)
        : await save(version => patchCompany(subject.id, version, input))
    await queryClient.invalidateQueries({ queryKey: ['companies'] })
    if (!saved) return
    notifications.show({ message: t.saved, closeButtonProps: { 'aria-label': close } })
    onClose()
  })

  const order = ['label', 'input', 'description', 'error'] as const
  return (
    <FormModalBody
      changed={changed}
      onSubmit={submit}
      onCancel={onClose}
      busy={busy}
      failure={conflict ?? failure}
      action={t.form.save}
    >
      <TextInput
        label={t.form.name}
        placeholder={t.form.namePlaceholder}
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t.form.inn}
        description={t.form.innHelp}
        inputWrapperOrder={[...order]}
        inputMode="numeric"
        autoComplete="off"
        required
        {...form.getInputProps('inn')}
      />
      <TextInput
        label={t.form.kpp}
        description={t.form.kppHelp}
        inputWrapperOrder={[...order]}
        autoComplete="off"
        {...form.getInputProps('kpp')}
      />
    </FormModalBody>
  )
}
