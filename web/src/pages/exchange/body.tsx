import { Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type BodyOf, bodyPartQuery, bodyUrl } from '../../api/exchanges.js'
import { XmlViewer } from '../../components/code/xml-viewer.js'
import { Loaded } from '../../components/layout/loaded.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { isText, partCount, partRange, partText } from './body-part.js'
import classes from './exchange.module.css'
import { texts } from './texts.js'

interface Props {
  of: BodyOf
  /** Bytes that were transferred, and how many of them are stored. */
  size: number
  kept: number
  contentType: string | undefined
  text?: string | null
}

/** A recorded body: short ones as they are, XML formatted, long ones part by part. */
export function Body({ of, size, kept, contentType, text }: Props) {
  const t = useTexts(texts).body
  const { bytes } = useFormats()
  const isXml = /xml/i.test(contentType ?? '')
  if (size === 0) return <p className={classes.quiet}>{t.empty}</p>
  if (kept === 0) return <p className={classes.quiet}>{t.gone(bytes(size))}</p>
  return (
    <div className={classes.body}>
      {kept < size && <p className={classes.quiet}>{t.partly(bytes(kept), bytes(size))}</p>}
      {!isText(contentType) ? (
        <div className={classes.line}>
          <span className={classes.quiet}>{t.binary(bytes(size))}</span>
          <Download url={bodyUrl(of)} />
        </div>
      ) : typeof text === 'string' && !isXml ? (
        <pre className={`${classes.text} mono`}>{text}</pre>
      ) : (
        <Parts of={of} kept={kept} contentType={contentType ?? ''} />
      )}
    </div>
  )
}

function Parts({ of, kept, contentType }: { of: BodyOf; kept: number; contentType: string }) {
  const t = useTexts(texts).body
  const { bytes, number } = useFormats()
  const [part, setPart] = useState(0)
  const count = partCount(kept)
  const { offset, limit } = partRange(part)
  const query = useQuery(bodyPartQuery(of, offset, limit, kept))
  const name = `exchange-${of.exchangeId}-${of.entryId}`
  return (
    <>
      {count > 1 && (
        <Group gap="xs" mb="xs" className={classes.parts} role="group" aria-label={t.parts}>
          <span className={classes.quiet} aria-live="polite">
            {t.part(number(part + 1), number(count), bytes(kept))}
          </span>
          <Group gap={6} ml="auto">
            <Button
              size="compact-sm"
              variant="default"
              disabled={part === 0}
              leftSection={<IconChevronLeft size={14} />}
              onClick={() => setPart(part - 1)}
            >
              {t.previous}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={part === count - 1}
              rightSection={<IconChevronRight size={14} />}
              onClick={() => setPart(part + 1)}
            >
              {t.next}
            </Button>
          </Group>
        </Group>
      )}
      <Loaded query={query}>
        {read => {
          const shown = partText(read, part, part === count - 1, contentType)
          if (/xml/i.test(contentType))
            return <XmlViewer xml={shown} fileName={`${name}.xml`} downloadUrl={bodyUrl(of)} />
          return (
            <>
              <pre className={`${classes.text} mono`}>{shown}</pre>
              <Download url={bodyUrl(of)} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function Download({ url }: { url: string }) {
  const t = useTexts(texts).body
  return (
    <Button
      component="a"
      href={url}
      download
      size="compact-sm"
      variant="default"
      leftSection={<IconDownload size={15} />}
    >
      {t.download}
    </Button>
  )
}
