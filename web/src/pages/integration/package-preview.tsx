import { Text } from '@mantine/core'
import type { Integration } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { packageQuery, packageUrl } from '../../api/integrations.js'
import { decodeXml } from '../../components/code/decode-xml.js'
import { XmlViewer } from '../../components/code/xml-viewer.js'
import { Loaded } from '../../components/layout/loaded.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { texts } from './owed/texts-owed.js'

const SHOWN = 100

export default function PackagePreview({ integration }: { integration: Integration }) {
  const t = useTexts(texts).package
  const { counted, number } = useFormats()
  const { id, login, counts } = integration
  const query = useQuery(packageQuery(id, SHOWN))
  return (
    <Loaded query={query}>
      {bytes => (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {t.text} {counts.owed > SHOWN && t.first(number(SHOWN), counted(counts.owed)[1])}
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
