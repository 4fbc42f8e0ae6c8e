import { type Bench, connect } from '../bench.js'
import { type Figure, mib } from '../figure.js'
import { MB } from './sample-files.js'
import { type CatalogueFile, catalogueFile, uploadCatalogue, zippedCatalogue } from './upload-catalogue.js'

/** How much more memory the upload of a large catalogue takes than a small one's, as XML and zipped. */
export async function peakMemory(bench: Bench, scale: number): Promise<Figure[]> {
  const [small, large] = [10 * MB, Math.max(20, Math.round(1000 * scale)) * MB]
  const few = await peakOf(bench, catalogueFile(small))
  return [
    figure('', few, await peakOf(bench, catalogueFile(large))),
    figure(', zipped', few, await peakOf(bench, zippedCatalogue(large))),
  ]

  function figure(how: string, few: number, many: number): Figure {
    return {
      bench: 'parse memory',
      measured: `${mib(many)} at most over the upload of a catalogue of ${large / MB} MB${how}`,
      beside: `${mib(few)} over one of ${small / MB} MB`,
      value: (many - few) / 2 ** 20,
      unit: 'MiB more',
      target: { atMost: 96 },
    }
  }
}

/** The server's peak memory when a 1C uploads a catalogue, from its first byte until it has been read. */
async function peakOf(bench: Bench, file: CatalogueFile): Promise<number> {
  await using installation = await bench.install()
  await using server = await installation.serve()
  const connected = await connect(server, installation)
  await uploadCatalogue(connected, file)
  const stored = await fetch(
    `${server.address}/api/v1/integrations/${connected.id}/catalogue/items?limit=1`,
    { headers: { authorization: `Bearer ${installation.apiToken}` } },
  )
  const { items } = (await stored.json()) as { items: unknown[] }
  if (items.length !== 1) throw new Error('the catalogue was not read')
  return server.peakMemory()
}
