import { Progress, Text } from '@mantine/core'
import type { System } from '@obmen/contract/rest'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import classes from './infrastructure.module.css'
import { texts } from './texts.js'

const NEARLY_FULL_PERCENT = 90

export function DiskFacts({ disk }: { disk: System['disk'] }) {
  const t = useTexts(texts).disk
  const { bytes } = useFormats()
  if (disk === null) return <Text c="dimmed">{t.foreign}</Text>
  const used = Math.round((1 - disk.freeBytes / disk.totalBytes) * 100)
  return (
    <>
      <Text>{t.free(bytes(disk.freeBytes), bytes(disk.totalBytes))}</Text>
      <Progress
        value={used}
        color={used >= NEARLY_FULL_PERCENT ? 'red' : 'ink'}
        size="sm"
        my="xs"
        aria-label={t.used(used)}
      />
      <dl className={classes.list}>
        <div>
          <dt>{t.path}</dt>
          <dd className="mono">{disk.path}</dd>
        </div>
      </dl>
    </>
  )
}
