import { ActionIcon, Menu } from '@mantine/core'
import type { Company } from '@obmen/contract/rest'
import { IconArchive, IconArchiveOff, IconDots, IconPencil } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { patchCompany } from '../../api/companies.js'
import { useConfirm } from '../../components/forms/confirm.js'
import { useAction } from '../../hooks/use-action.js'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { texts } from './texts.js'

export function CompanyActions({ company, onEdit }: { company: Company; onEdit: () => void }) {
  const t = useTexts(texts)
  const { number } = useFormats()
  const confirm = useConfirm()
  const queryClient = useQueryClient()
  const { act, busy } = useAction()
  const { id, name, archived, orderCount, version } = company

  async function toggleArchived() {
    const { title, text, action } = t.archiveQuestion
    const question = { title: title(name), text: text(orderCount, number(orderCount)), action }
    if (!archived && !(await confirm(question))) return
    await act(
      async () => {
        try {
          await patchCompany(id, version, { archived: !archived })
        } finally {
          await queryClient.invalidateQueries({ queryKey: ['companies'] })
        }
      },
      archived ? t.unarchived(name) : t.archived(name),
    )
  }

  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" my={-4} aria-label={t.actionsOf(name)} loading={busy}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
          {t.edit}
        </Menu.Item>
        <Menu.Item
          leftSection={archived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
          onClick={() => void toggleArchived()}
        >
          {archived ? t.fromArchive : t.toArchive}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
