import { Text } from '@mantine/core'
import type { Integration } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { packageQuery, packageUrl } from '../../api/integrations.js'
import { XmlViewer } from '../../components/code/xml-viewer.js'
import { Loaded } from '../../components/layout/loaded.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { texts } from './owed/texts-owed.js'

const SHOWN = 100

export default function PackagePreview({ integration }: { integration: Integration }) {
  const t = useTexts(texts).package
  const { number } = useFormats()
  const { id, login, counts } = integration
  const query = useQuery(packageQuery(id, SHOWN))
  return (
    <Loaded query={query}>
      {bytes => (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {t.text} {counts.owed > SHOWN && t.first(number(SHOWN), number(counts.owed))}
          </Text>
          <XmlViewer
            xml={decodeXml(bytes)}
            fileName={`orders-${login ?? id}.xml`}
            downloadUrl={packageUrl(id)}
          />
        </>
      )}
    </Loaded>
  )
}

/** The text of an XML file in the encoding that its first line declares; UTF-8 without one. */
export function decodeXml(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^[^<]*<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8'
  return new TextDecoder(/^windows-1251$/i.test(declared) ? 'windows-1251' : 'utf-8').decode(bytes)
}
