import { Menu } from '@mantine/core'
import { useRef, useState } from 'react'
import { linkUrl, type Query } from '../../api/request/base.js'
import { useOpenOnMount } from '../../hooks/use-lazy-component.js'
import { useLanguage, useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import { DownloadButton } from './download-button.js'

export interface DownloadProps {
  list: 'orders' | 'exchanges' | 'companies'
  /** As the list is filtered. */
  filter: Query
  size?: 'xs'
}

/** By which a spreadsheet in this language splits a CSV. */
const SEPARATORS = { ru: 'semicolon', en: 'comma' } as const

export default function DownloadMenu({ list, filter, size }: DownloadProps) {
  const t = useTexts(texts).download
  const { language } = useLanguage()
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useOpenOnMount(button, () => setOpened(true))
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <DownloadButton size={size} ref={button} />
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map(format => (
          <Menu.Item
            key={format}
            component="a"
            href={linkUrl(`/${list}.${format}`, { ...filter, language, separator: SEPARATORS[language] })}
            download
          >
            {t[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
