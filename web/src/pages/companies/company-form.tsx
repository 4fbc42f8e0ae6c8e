import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Company } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { companyQuery, createCompany, patchCompany } from '../../api/companies.js'
import { FormModalBody, useCloseForm } from '../../components/forms/form-modal.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useVersion } from '../../hooks/use-version.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

/** The company to change, or a new one. */
export type Subject = Company | 'new'

export function CompanyForm({ subject }: { subject: Subject }) {
  const t = useTexts(texts)
  const close = useCloseForm()
  const queryClient = useQueryClient()
  const company = subject === 'new' ? { name: '', inn: '', kpp: '' } : subject
  const form = useForm({
    initialValues: { name: company.name, inn: company.inn, kpp: company.kpp ?? '' },
    validate: {
      name: value => (value.trim() === '' ? t.form.nameNeeded : null),
      inn: value => innProblem(value.trim()),
    },
  })

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

  const sending = useSubmit(form, async ({ name, inn, kpp }) => {
    const input = { name: name.trim(), inn: inn.trim(), kpp: kpp.trim() || null }
    const saved =
      subject === 'new'
        ? await createCompany(input)
        : await save(version => patchCompany(subject.id, version, input))
    await queryClient.invalidateQueries({ queryKey: ['companies'] })
    if (!saved) return
    close()
    return t.saved
  })

  return (
    <FormModalBody changed={form.isDirty()} sending={sending} failure={conflict} action={t.form.save}>
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
        inputMode="numeric"
        autoComplete="off"
        required
        {...form.getInputProps('inn')}
      />
      <TextInput
        label={t.form.kpp}
        description={t.form.kppHelp}
        autoComplete="off"
        {...form.getInputProps('kpp')}
      />
    </FormModalBody>
  )
}
