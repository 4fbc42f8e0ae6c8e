import { Checkbox, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Role } from '@obmen/contract'
import type { User } from '@obmen/contract/rest'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { revokeRole } from '../../api/people/people.js'
import { tokensOfQuery } from '../../api/people/tokens.js'
import { useSubmit } from '../../hooks/use-submit.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { FormModal, FormModalBody } from '../forms/form-modal.js'
import { Loaded } from '../layout/loaded.js'
import classes from './people.module.css'
import { texts } from './texts.js'

interface Props {
  role: Role
  user: User
  own: boolean
  opened: boolean
  onClose: () => void
}

/** Revokes a role. Tokens that the person created would keep working, so they are listed here. */
export default function RemoveUser({ opened, onClose, ...who }: Props) {
  const t = useTexts(texts).removeQuestion
  return (
    <FormModal opened={opened} onClose={onClose} title={t.title(who.user.email)}>
      <RemoveForm {...who} onClose={onClose} />
    </FormModal>
  )
}

function RemoveForm({ role, user: { id, email }, own, onClose }: Omit<Props, 'opened'>) {
  const { removeQuestion: t, removedDone } = useTexts(texts)
  const queryClient = useQueryClient()
  const form = useForm<{ tokens: string[] }>({ initialValues: { tokens: [] } })
  const sending = useSubmit(form, async ({ tokens }) => {
    await revokeRole(role, id, tokens)
    await queryClient.invalidateQueries({ queryKey: ['tokens'] })
    await queryClient.invalidateQueries({ queryKey: own ? ['me'] : ['users', role] })
    onClose()
    return removedDone(email)
  })
  return (
    <FormModalBody sending={sending} onCancel={onClose} action={t.action}>
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
