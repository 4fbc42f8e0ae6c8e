import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { linkUrl, type Query } from '../../api/request/base.js'
import { useLanguage, useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'

interface Props {
  list: 'orders' | 'exchanges' | 'companies'
  /** As the list is filtered. */
  filter: Query
  size?: 'xs'
}

/** The whole list, as it is filtered, as a file for a spreadsheet. */
export function DownloadList({ list, filter, size }: Props) {
  const t = useTexts(texts).download
  const { language } = useLanguage()
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="default"
          {...(size && { size })}
          leftSection={<IconDownload size={16} aria-hidden="true" />}
        >
          {t.button}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map(format => (
          <Menu.Item
            key={format}
            component="a"
            href={linkUrl(`/${list}.${format}`, { ...filter, language })}
            download
          >
            {t[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
