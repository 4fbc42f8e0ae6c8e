import { Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { RIGHTS, type Right } from '@obmen/contract'
import type { ApiTokenWithSecret } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createToken } from '../../../api/people/tokens.js'
import { FormModal, FormModalBody, ShownOnce } from '../../../components/forms/form-modal.js'
import { useSubmit } from '../../../hooks/use-submit.js'
import { useTexts } from '../../../texts/language.js'
import { texts } from './texts-tokens.js'
import classes from './tokens.module.css'

/** The rights that a platform needs: to send orders of companies that it looks up. */
const USUAL: Right[] = ['orders:write', 'orders:read', 'companies:read']

export function NewToken({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(texts).form
  return (
    <FormModal opened={opened} onClose={onClose} title={t.title}>
      <TokenForm onClose={onClose} />
    </FormModal>
  )
}

function TokenForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const [made, setMade] = useState<ApiTokenWithSecret>()
  const form = useForm<{ name: string; rights: Right[] }>({
    initialValues: { name: '', rights: USUAL },
    validate: {
      name: value => (value.trim() === '' ? t.form.nameNeeded : null),
      rights: value => (value.length === 0 ? t.form.rightsNeeded : null),
    },
  })

  const sending = useSubmit(form, async ({ name, rights }) => {
    setMade(await createToken(name.trim(), rights))
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
        onDone={onClose}
      />
    )
  return (
    <FormModalBody
      changed={form.isDirty() && made === undefined}
      sending={sending}
      onCancel={onClose}
      action={t.form.create}
    >
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
    </FormModalBody>
  )
}
