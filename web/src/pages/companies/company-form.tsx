import { ActionIcon, Button, Group, Input, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type TaxRegime, VAT_REGIMES } from '@obmen/contract'
import type { Company } from '@obmen/contract/rest'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { companiesQuery, companyQuery, createCompany, patchCompany } from '../../api/companies.js'
import { useConfirm } from '../../components/forms/confirm.js'
import { DateField } from '../../components/forms/date-field.js'
import { FormModalBody, useCloseForm } from '../../components/forms/form-modal.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useVersion } from '../../hooks/use-version.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

const KPP_LENGTH = 9
const ORGANIZATION_INN = 10

/** The company to change, or a new one. */
export type Subject = Company | 'new'

export function CompanyForm({
  subject,
  onSaved,
}: {
  subject: Subject
  onSaved?: (company: Company) => void
}) {
  const t = useTexts(texts)
  const close = useCloseForm()
  const queryClient = useQueryClient()
  const confirm = useConfirm()
  const company = subject === 'new' ? { name: '', inn: '', kpp: '', regimes: [] } : subject
  const form = useForm({
    initialValues: { name: company.name, inn: company.inn, kpp: company.kpp ?? '', regimes: company.regimes },
    validate: {
      name: value => (value.trim() === '' ? t.form.nameNeeded : null),
      inn: value => innProblem(value.trim()),
      regimes: value => (value.some(({ from }) => from === '') ? t.form.regimeDateNeeded : null),
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

  /** A company for each КПП is right, one entered twice is not. */
  async function mayAdd({ inn, kpp }: { inn: string; kpp: string | null }): Promise<boolean> {
    // The server refuses it anyway.
    if (kpp !== null && (kpp.length !== KPP_LENGTH || inn.length !== ORGANIZATION_INN)) return true
    const same = await queryClient.fetchQuery({ ...companiesQuery({ q: inn, limit: 1 }), staleTime: 0 })
    const other = same.items[0]
    if (other?.inn !== inn) return true
    const { title, text, action } = t.form.sameInn
    return confirm({ title: title(inn), text: text(other), action })
  }

  const sending = useSubmit(form, async ({ name, inn, kpp, regimes }) => {
    const input = { name: name.trim(), inn: inn.trim(), kpp: kpp.trim() || null, regimes }
    if (subject === 'new' && !(await mayAdd(input))) return
    const saved =
      subject === 'new'
        ? await createCompany(input)
        : await save(version => patchCompany(subject.id, version, input))
    await queryClient.invalidateQueries({ queryKey: ['companies'] })
    if (!saved) return
    onSaved?.(saved)
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
      <Regimes
        value={form.values.regimes}
        onChange={regimes => form.setFieldValue('regimes', regimes)}
        error={form.errors.regimes}
      />
    </FormModalBody>
  )
}

interface RegimesProps {
  value: TaxRegime[]
  onChange: (regimes: TaxRegime[]) => void
  error: ReactNode
}

/** A line for each day on which the VAT changes. */
function Regimes({ value, onChange, error }: RegimesProps) {
  const t = useTexts(texts).form
  const set = (index: number, changed: Partial<TaxRegime>) =>
    onChange(value.with(index, { ...value[index]!, ...changed }))
  const choices = VAT_REGIMES.map(vat => ({ value: vat, label: t.vatRegimes[vat] }))
  return (
    <Input.Wrapper labelElement="div" label={t.regimes} description={t.regimesHelp} error={error}>
      {value.map(({ from, vat }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
        <Group key={index} mt="xs" gap="xs" wrap="nowrap">
          <DateField
            aria-label={t.regimeFrom(index + 1)}
            value={from || undefined}
            onChange={day => set(index, { from: day ?? '' })}
          />
          <NativeSelect
            aria-label={t.regimeVat(index + 1)}
            data={choices}
            value={vat}
            onChange={event => set(index, { vat: event.currentTarget.value as TaxRegime['vat'] })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t.regimeRemove(index + 1)}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        mt="xs"
        leftSection={<IconPlus size={15} />}
        onClick={() => onChange([...value, { from: '', vat: '22' }])}
      >
        {t.regimeAdd}
      </Button>
    </Input.Wrapper>
  )
}
