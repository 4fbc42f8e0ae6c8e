import { Button, Group, Skeleton, Switch } from '@mantine/core'
import { IconDownload, IconFold, IconFoldDown, IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { useTexts } from '../../texts/language.js'
import { CopyButton } from '../forms/copy.js'
import { texts } from '../texts.js'
import classes from './code.module.css'
import { formatXml } from './format-xml.js'
import type { XmlTextHandle } from './xml-text.js'

const XmlText = lazy(() => import('./xml-text.js').then(module => ({ default: module.XmlText })))

interface Props {
  xml: string
  fileName: string
  /** Address of the whole, if `xml` is only its beginning; downloading goes there. */
  downloadUrl?: string
}

/** XML for a person: indented, colored, foldable, searchable (Ctrl+F), downloadable unchanged. */
export function XmlViewer({ xml, fileName, downloadUrl }: Props) {
  const t = useTexts(texts).xml
  const [wrap, setWrap] = useState(false)
  const handle = useRef<XmlTextHandle>(null)
  const shown = useMemo(() => formatXml(xml), [xml])
  const buttons = [
    { label: t.collapseAll, icon: IconFold, does: 'foldAll' },
    { label: t.expandAll, icon: IconFoldDown, does: 'unfoldAll' },
    { label: t.find, icon: IconSearch, does: 'search' },
  ] as const

  return (
    <div className={classes.viewer}>
      <Group className={classes.bar} gap="xs">
        {buttons.map(({ label, icon: Icon, does }) => (
          <Button
            key={does}
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<Icon size={15} />}
            onClick={() => handle.current?.[does]()}
          >
            {label}
          </Button>
        ))}
        <Switch
          size="xs"
          label={t.wrap}
          checked={wrap}
          onChange={event => setWrap(event.currentTarget.checked)}
        />
        <Group gap={4} ml="auto">
          <CopyButton value={xml} what={t.title} />
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={15} />}
            onClick={() => (downloadUrl === undefined ? save(xml, fileName) : follow(downloadUrl, fileName))}
          >
            {t.download}
          </Button>
        </Group>
      </Group>
      <Suspense fallback={<Skeleton height={240} radius={0} />}>
        <XmlText ref={handle} text={shown} label={t.title} wrap={wrap} phrases={t.searchPanel} />
      </Suspense>
    </div>
  )
}

function save(xml: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }))
  follow(url, fileName)
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

function follow(url: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
}
