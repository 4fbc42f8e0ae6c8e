import { Menu, Popover } from '@mantine/core'
import { useRef, useState } from 'react'
import { linkUrl, type Query } from '../../api/request/base.js'
import { useOpenOnMount } from '../../hooks/use-lazy-component.js'
import { useLanguage, useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import { DownloadButton } from './buttons.js'

export interface DownloadProps {
  list: 'orders' | 'exchanges' | 'companies' | 'tasks' | 'requests' | `integrations/${string}/reconciliation`
  filter: Query
  size?: 'xs'
}

/** By which a spreadsheet in this language splits a CSV. */
const SEPARATORS = { ru: 'semicolon', en: 'comma' } as const

/** nginx takes an address of 8 KB, our server twice as much; a longer one downloads nothing. */
const ADDRESS_LENGTH = 7_500

export default function DownloadMenu({ list, filter, size }: DownloadProps) {
  const t = useTexts(texts).download
  const { language } = useLanguage()
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useOpenOnMount(button, () => setOpened(true))
  const links = (['xlsx', 'csv'] as const).map(format => ({
    format,
    href: linkUrl(`/${list}.${format}`, { ...filter, language, separator: SEPARATORS[language] }),
  }))
  // Only ids of chosen rows make it so long.
  if (links.some(({ href }) => href.length > ADDRESS_LENGTH))
    return (
      <Popover opened={opened} onChange={setOpened} position="bottom-end" width={320} withinPortal={false}>
        <Popover.Target>
          <DownloadButton size={size} ref={button} onClick={() => setOpened(!opened)} />
        </Popover.Target>
        <Popover.Dropdown>
          <span role="status">{t.tooMany}</span>
        </Popover.Dropdown>
      </Popover>
    )
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <DownloadButton size={size} ref={button} />
      </Menu.Target>
      <Menu.Dropdown>
        {links.map(({ format, href }) => (
          <Menu.Item key={format} component="a" href={href} download>
            {t[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
